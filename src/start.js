// Checks the Node version with a sentence, since an older Node cannot even read what follows.

import * as modules from 'node:module';

const major = Number(process.versions.node.split('.')[0]);
if (major < 26) {
  process.stderr.write(
    `Coderounds needs Node 26 or later, and this is Node ${process.versions.node}. Start it with "npm start": npm ci brings the right Node along.\n`,
  );
  process.exit(1);
}
modules.enableCompileCache?.();
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
