// Files that people give: their names at once, their bytes only when a command asks for them.

import { fetchFile } from '../../bot/fetch-file.ts';
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
  return fetchFile({ url, size, platform: 'Discord' });
}

function isOfHost(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { host, protocol } = new URL(url);
  const isLocal = host.startsWith('127.0.0.1:');
  return hosts.includes(host) && (protocol === 'https:' || (protocol === 'http:' && isLocal));
}
