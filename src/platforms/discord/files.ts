// Files that people give: their names at once, their bytes only when a command asks for them.

import { UserError } from '../../bot/errors.ts';
import type { Upload } from '../../bot/shape.ts';

/** Where Discord keeps attachments; nothing is fetched from anywhere else. */
export const attachmentHosts = ['cdn.discordapp.com', 'media.discordapp.net'] as const;

/** What Discord tells of a file. */
export interface Attachment {
  readonly filename: string;
  readonly content_type?: string | null | undefined;
  readonly size: number;
  readonly url: string;
}

const longestFetch = 10_000;

export function uploadOf(attachment: Attachment, hosts: readonly string[]): Upload {
  const { filename, content_type: type, size, url } = attachment;
  return {
    name: filename,
    mediaType: type?.split(';')[0]?.trim() ?? 'application/octet-stream',
    size,
    bytes: () => fetchBytes(url, size, hosts),
  };
}

async function fetchBytes(
  url: string,
  size: number,
  hosts: readonly string[],
): Promise<Uint8Array> {
  if (!isOfHost(url, hosts)) throw new Error('A file is offered from a host that is not Discord.');
  try {
    const signal = AbortSignal.timeout(longestFetch);
    const response = await fetch(url, { redirect: 'error', signal });
    if (!response.ok || !response.body) throw new Error(`Discord answered ${response.status}.`);
    return await readUpTo(size, response.body);
  } catch {
    throw new UserError('Discord did not hand over the file. Please send it again.');
  }
}

function isOfHost(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { host, protocol } = new URL(url);
  const isLocal = host.startsWith('127.0.0.1:');
  return hosts.includes(host) && (protocol === 'https:' || (protocol === 'http:' && isLocal));
}

/** Stops at the size that was checked before: a server may send more than it said. */
async function readUpTo(
  size: number,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > size) throw new Error('The file is larger than Discord said.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
