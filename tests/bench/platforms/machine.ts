// What a reader has to know of the machine to make sense of the figures.

import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { fastFolder } from '../../fixtures/fast-folder.ts';

export function machineFacts(): string {
  const [cpu] = cpus();
  const load = loadavg().map((value) => value.toFixed(1));
  return [
    `Node ${process.versions.node} on ${platform()} ${release()}`,
    `${availableParallelism()} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `load average ${load.join(', ')}`,
    `state in ${fastFolder}`,
  ].join('; ');
}
