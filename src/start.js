// Checks the Node version with a sentence, since an older Node cannot even read what follows.

import * as modules from 'node:module';
import { join } from 'node:path';

const major = Number(process.versions.node.split('.')[0]);
if (major < 26) {
  process.stderr.write(
    `Coderounds needs Node 26 or later, and this is Node ${process.versions.node}. Start it with "npm start": npm ci brings the right Node along.\n`,
  );
  process.exit(1);
}
// Not in the shared folder for temporary files, where others might put code of theirs; where this
// one cannot be written, starts take longer and that is all.
modules.enableCompileCache?.(join(import.meta.dirname, '../node_modules/.cache/coderounds'));
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
// Now rather than at the end, since a process that is killed keeps nothing.
modules.flushCompileCache?.();
