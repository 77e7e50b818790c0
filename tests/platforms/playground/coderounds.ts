// Starts Coderounds as `npm start` does: a process of its own, without any token.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fastFolder } from '../../fixtures/fast-folder.ts';

const start = join(import.meta.dirname, '../../../src/start.js');

export interface Coderounds {
  readonly url: string;
  readonly pid: number;
  /** With SIGTERM; resolves with the exit status. */
  stop(): Promise<number | null>;
}

export interface Given {
  /** A folder with installed code sets; left out, none is. */
  readonly codes?: string;
}

/** In a folder of its own, so that nobody's `.env` is read. */
export async function startCoderounds({ codes }: Given = {}): Promise<Coderounds> {
  const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
  if (codes !== undefined) {
    mkdirSync(join(folder, 'var'));
    symlinkSync(codes, join(folder, 'var', 'codes'));
  }
  const child = spawn(process.execPath, [start], {
    cwd: folder,
    env: {
      PORT: '0',
      DATA_DIR: join(folder, 'var'),
      DATA_KEY_FILE: join(folder, 'key'),
      TZ: 'UTC',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = Promise.withResolvers<string>();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const [found] = /http:\/\/localhost:\d+/.exec(said) ?? [];
    if (found && said.includes('Coderounds is ready')) url.resolve(found);
  });
  void ended.then(() => url.reject(new Error(`Coderounds ended before it was ready:\n${said}`)));
  return {
    url: await url.promise,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      const status = await ended;
      rmSync(folder, { recursive: true, force: true });
      return status;
    },
  };
}
