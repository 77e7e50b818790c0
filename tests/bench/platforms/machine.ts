// What a reader has to know of the machine to make sense of the figures.

import { existsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';

const memoryDisk = '/dev/shm';

/** In memory where there is such a place: disks are another bench's matter. */
export const stateFolder = existsSync(memoryDisk) ? memoryDisk : tmpdir();

export function machineFacts(): string {
  const [cpu] = cpus();
  const load = loadavg().map((value) => value.toFixed(1));
  return [
    `Node ${process.versions.node} on ${platform()} ${release()}`,
    `${availableParallelism()} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `load average ${load.join(', ')}`,
    `state in ${stateFolder}`,
  ].join('; ');
}
