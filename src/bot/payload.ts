// A reply as text, for waiting in the outbox: bytes become base64.

import type { Reply } from './reply.ts';

export function payloadOf(reply: Reply): string {
  return JSON.stringify(reply, bytesAsText);
}

export function replyOf(payload: string): Reply {
  return JSON.parse(payload, (_name, value: unknown) =>
    isBytes(value) ? Uint8Array.fromBase64(value.base64) : value,
  ) as Reply;
}

/** Looks at the holder, since a Buffer's own `toJSON` comes before this. */
function bytesAsText(this: Readonly<Record<string, unknown>>, name: string, value: unknown) {
  const original = this[name];
  return original instanceof Uint8Array ? { base64: original.toBase64() } : value;
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
