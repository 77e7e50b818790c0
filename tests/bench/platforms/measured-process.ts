// A process under measurement: started, asked what it uses, and surely ended.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface MeasuredProcess {
  /** When it was started, by `performance.now()`. */
  readonly startedAt: number;
  /** Microseconds of CPU since its start. */
  cpu(): Promise<number>;
  /** Bytes of it that are in the machine's memory. */
  memory(): Promise<number>;
  /** Resolves with the first group of the first line of its log that matches. */
  said(pattern: RegExp): Promise<string>;
  /** Rejects when it ends before it was told to. */
  readonly ended: Promise<never>;
  stop(): Promise<void>;
}

export interface Starting {
  readonly script: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs: a folder without a `.env` of somebody's own. */
  readonly folder: string;
  /** Left out where only the start is measured, which it would lengthen. */
  readonly reporter?: boolean;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const reporterFile = join(import.meta.dirname, 'usage-reporter.js');
const goodbye = 5_000;

export function startProcess(starting: Starting): MeasuredProcess {
  const { script, args = [], env = {}, folder, reporter = false } = starting;
  const preload = reporter ? ['--import', reporterFile] : [];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...preload, script, ...args], {
    cwd: folder,
    env: { ...env, PATH: '' },
    stdio: ['ignore', 'ignore', 'pipe', ...(reporter ? (['ipc'] as const) : [])],
  });
  running.add(child);
  const log = readLog(child);
  let stopping = false;
  const ended = once(child, 'exit').then(([code, signal]): never => {
    running.delete(child);
    throw new Error(`${script} ended (${code ?? signal}).\n${log.lines.slice(-5).join('\n')}`);
  });
  // It is awaited where something is expected of the process; ending in between is no news.
  ended.catch(() => {});
  const ask = async (question: 'cpu' | 'memory') => {
    child.send(question);
    const [answer] = await Promise.race([once(child, 'message'), ended]);
    return Number(answer);
  };
  return {
    startedAt,
    cpu: () => ask('cpu'),
    memory: () => ask('memory'),
    said: (pattern) => Promise.race([log.said(pattern), ended]),
    ended,
    async stop() {
      if (stopping || child.exitCode !== null || child.signalCode !== null) return;
      stopping = true;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), goodbye);
      await ended.catch(() => {});
      clearTimeout(timer);
    },
  };
}

interface Log {
  readonly lines: readonly string[];
  said(pattern: RegExp): Promise<string>;
}

function readLog(child: ChildProcess): Log {
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const look of watchers) look();
  });
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const match = lines.map((line) => pattern.exec(line)).find((found) => found !== null);
        if (!match) return;
        watchers.delete(look);
        resolve(match[1] ?? match[0]);
      };
      watchers.add(look);
      look();
    });
  return { lines, said };
}
