// A reply as text, for waiting in the outbox: bytes become base64.

import type { Reply } from '../bot/reply.ts';

export function payloadOf(reply: Reply): string {
  return JSON.stringify(reply, (_name, value: unknown) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  );
}

export function replyOf(payload: string): Reply {
  return JSON.parse(payload, (_name, value: unknown) =>
    isBytes(value) ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value,
  ) as Reply;
}

function isBytes(value: unknown): value is { readonly base64: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'base64' in value &&
    typeof value.base64 === 'string' &&
    Object.keys(value).length === 1
  );
}
