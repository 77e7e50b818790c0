// Keeps what is logged, so that a test can read it.

import type { Details, Log } from '../../../src/bot/log.ts';

export interface Entry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly details?: Details | undefined;
  readonly error?: unknown;
}

export interface KeptLog extends Log {
  readonly entries: readonly Entry[];
}

export function keepLog(): KeptLog {
  const entries: Entry[] = [];
  const keep = (level: Entry['level']) => (message: string, details?: Details, error?: unknown) => {
    entries.push({ level, message, details, error });
  };
  return { entries, info: keep('info'), warn: keep('warn'), error: keep('error') };
}
