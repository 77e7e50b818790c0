// Writes the log: one JSON line each to standard error, and takes out whatever looks like a secret.

import type { Details, Log } from './bot/log.ts';

/** Tokens of Discord and Slack, and addresses that hold one: reliability comes before curiosity. */
const secrets =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|Bot [\w.-]{20,}|[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}|hooks\.slack\.com\/\S+|\/(?:webhooks|interactions)\/\d+\/[\w-]+/g;

export function makeLog(write: (line: string) => void): Log {
  const line = (level: string, message: string, details: Details = {}, error?: unknown) => {
    const entry = { at: Temporal.Now.instant().toString(), level, message, ...details };
    const text = JSON.stringify(error === undefined ? entry : { ...entry, error: told(error) });
    write(`${text.replaceAll(secrets, '[secret]')}\n`);
  };
  return {
    info: (message, details) => line('info', message, details),
    warn: (message, details) => line('warn', message, details),
    error: (message, details, error) => line('error', message, details, error),
  };
}

/** Name and stack; other fields of SDK errors hold bodies and addresses, so none is written. */
function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
