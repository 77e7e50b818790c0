// What the installed sets cost the bot in memory: the real process, asked the same with and without.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCoderounds } from '../../platforms/playground/coderounds.ts';

/** Megabytes in the machine's memory after so many look-ups and suggestions. */
export async function memoryOfBot(
  typed: readonly string[],
  codes: string | undefined,
): Promise<number> {
  const coderounds = await startCoderounds(codes === undefined ? {} : { codes });
  try {
    const user = { id: 'playground:member-1' };
    const channel = { id: 'playground:study-hall' };
    const post = (path: string, event: object) =>
      fetch(`${coderounds.url}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ user, channel, ...event }),
      }).then((answer) => answer.text());
    for (const each of typed) {
      await post('events', { kind: 'line', line: `/code query:"${each}"` });
      await post('suggest', { path: 'code', option: 'query', typed: each.slice(0, 4) });
    }
    return residentMegabytes(coderounds.pid);
  } finally {
    await coderounds.stop();
  }
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(join('/proc', String(pid), 'status'), 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024);
}
