// Reads a request's body: JSON, and no more of it than fits.

import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/** A form with a certificate of 10 MB in it, in base64. */
const mostBytes = 15_000_000;

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const tooLarge = new Refusal(413, 'That is too large: at most 15 MB fit, files included.');
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.byteLength;
    if (size > mostBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
