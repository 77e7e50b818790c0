// Look-ups with the codes that a coder would want, half of them for tuning and half for the figure.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LookUp {
  readonly typed: string;
  /** Any of them, without dots. */
  readonly wanted: readonly string[];
}

export interface LookUps {
  readonly tuned: readonly LookUp[];
  readonly reported: readonly LookUp[];
}

/** `heart attack = I21.9 I21.3`, a line each; the first, third… are tuned on. */
export function readLookUps(file: string): LookUps {
  const all = readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): LookUp => {
      const [typed = '', codes = ''] = line.split(' = ');
      return { typed, wanted: codes.replaceAll('.', '').split(' ') };
    });
  return {
    tuned: all.filter((_, at) => at % 2 === 0),
    reported: all.filter((_, at) => at % 2 === 1),
  };
}
