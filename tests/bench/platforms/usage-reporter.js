// Loaded ahead of a measured process (`node --import`): tells over IPC what the process has used.
// JavaScript like the bare bots, or Node would load its type stripper into what is measured.

/** Microseconds of all its threads: the garbage collector and the compiler are among them. */
function cpu() {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return userCPUTime + systemCPUTime;
}

process.on('message', (question) => {
  process.send?.(question === 'cpu' ? cpu() : process.memoryUsage.rss());
});
// It must not keep alive, or change the end of, what is measured.
process.channel?.unref();
