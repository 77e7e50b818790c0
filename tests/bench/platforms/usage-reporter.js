// Loaded ahead of a measured process (`node --import`): tells over IPC what the process has used.
// JavaScript like the bare bots, or Node would load its type stripper into what is measured.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Microseconds of all its threads: the garbage collector and the compiler are among them. */
function cpu() {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return userCPUTime + systemCPUTime;
}

/** Bytes that stay in memory once what is no longer needed is gone. */
async function memory() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  collect();
  await new Promise((resolve) => setTimeout(resolve, 300));
  collect();
  return process.memoryUsage.rss();
}

process.on('message', async (question) => {
  process.send?.(question === 'cpu' ? cpu() : await memory());
});
// It must not keep alive, or change the end of, what is measured.
process.channel?.unref();
