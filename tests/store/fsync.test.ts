// A commit counts as acknowledged once it is on the disk: as many flushes as acknowledged rows.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFiles, writer } from './temporary-store.ts';

/** Many more than the flushes of a start, which are counted too. */
const wanted = 200;

it('flushes at least once for every commit that it acknowledges', async ({ skip }) => {
  if (spawnSync('strace', ['-V']).status !== 0) skip('strace is not installed here');
  const files = temporaryFiles();
  const trace = join(files.folder, 'trace');
  const calls = ['-f', '-e', 'trace=fsync,fdatasync', '-o', trace];
  const child = spawn('strace', [...calls, process.execPath, writer, files.path, files.keyFile], {
    detached: true,
  });
  const end = () => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  onTestFinished(end);
  let acknowledged = 0;
  const flushes = () => readFileSync(trace, 'utf8').match(/f(?:data)?sync\(/g)?.length ?? 0;
  child.stdout.on('data', (text) => {
    acknowledged += String(text).split('\n').length - 1;
    if (acknowledged > wanted) end();
  });
  await once(child, 'close');
  if (acknowledged === 0) skip('strace may not follow a process here');
  expect(flushes()).toBeGreaterThanOrEqual(acknowledged);
});
