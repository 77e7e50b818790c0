// Writes the log: one JSON line each to standard error, and takes out whatever looks like a secret.

import type { Details, Log } from './bot/log.ts';

/** Tokens of Discord and Slack, and the part of an address that lets whoever knows it post. */
const secrets = [
  /xox[a-z]-[\w-]+/g,
  /xapp-[\w-]+/g,
  /(?<=\b(?:Bot|Bearer) )[\w.~+/-]{16,}/g,
  /[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}/g,
  /(?<=hooks\.slack\.com\/)[^\s"\\]+/g,
  /(?<=\/(?:webhooks|interactions)\/\d+\/)[^\s"\\/?]+/g,
];

export function makeLog(write: (line: string) => void): Log {
  const line = (level: string, message: string, details: Details = {}, error?: unknown) => {
    const entry = { at: Temporal.Now.instant().toString(), level, message, ...details };
    const text = JSON.stringify(error === undefined ? entry : { ...entry, error: told(error) });
    write(`${withoutSecrets(text)}\n`);
  };
  return {
    info: (message, details) => line('info', message, details),
    warn: (message, details) => line('warn', message, details),
    error: (message, details, error) => line('error', message, details, error),
  };
}

function withoutSecrets(text: string): string {
  return secrets.reduce((left, secret) => left.replaceAll(secret, '[secret]'), text);
}

/** Name and stack; other fields of SDK errors hold bodies and addresses, so none is written. */
function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
