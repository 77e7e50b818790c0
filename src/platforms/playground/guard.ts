// Keeps other websites out: a page elsewhere could otherwise talk to 127.0.0.1 through its reader.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './refusal.ts';

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Nothing from outside, no frames around it, no inline script. Pictures of the bot are `data:`. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

export function setSafeHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** A name that somebody else owns may be pointed at 127.0.0.1 (DNS rebinding); so may a form. */
export function refuseStrangers(request: IncomingMessage): void {
  const { host = '', origin, 'sec-fetch-site': site } = request.headers;
  if (!ownNames.has(hostname(host)))
    throw new Refusal(403, 'The playground answers on localhost and 127.0.0.1 only.');
  const foreignOrigin = origin !== undefined && origin !== `http://${host}`;
  const navigates = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  const foreignSite = (site === 'cross-site' || site === 'same-site') && !navigates;
  if (foreignOrigin || foreignSite)
    throw new Refusal(403, 'The playground takes requests from its own page only.');
}

function hostname(host: string): string {
  return host.replace(/:\d{1,5}$/, '').toLowerCase();
}
