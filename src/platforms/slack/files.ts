// Files both ways: what a person attached to a form, and pictures and exports of ours.

import { fetchFile } from '../../bot/fetch-file.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Upload } from '../../bot/shape.ts';
import { escaped } from './render.ts';
import type { Web } from './web.ts';

/** How files are fetched: with the bot's token, so only from Slack's own hosts. */
export interface Downloads {
  readonly token: string;
  readonly origins: readonly string[];
}

interface SlackFile {
  readonly name?: string | null | undefined;
  readonly mimetype?: string | null | undefined;
  readonly size?: number | null | undefined;
  readonly url_private_download?: string | undefined;
  readonly url_private?: string | undefined;
}

export function uploadOf(file: SlackFile, downloads: Downloads): Upload {
  const size = file.size ?? 0;
  return {
    name: file.name ?? 'file',
    mediaType: file.mimetype ?? 'application/octet-stream',
    size,
    bytes: () => download(file.url_private_download ?? file.url_private ?? '', size, downloads),
  };
}

async function download(address: string, size: number, downloads: Downloads): Promise<Uint8Array> {
  const url = URL.parse(address);
  if (!url || !downloads.origins.includes(url.origin))
    throw new Error('Slack named a file that is not on its own hosts.');
  const headers = { Authorization: `Bearer ${downloads.token}` };
  return fetchFile({ url: url.href, size, platform: 'Slack', headers });
}

export function hasFiles(reply: Reply): boolean {
  return reply.image !== undefined || (reply.files ?? []).length > 0;
}

/** Shows the picture and the files of a reply in a channel, as a message of their own. */
export async function sendFiles(
  web: Web,
  reply: Reply,
  to: { readonly channel: string; readonly thread?: string },
): Promise<void> {
  const picture = reply.image
    ? [{ file: Buffer.from(reply.image.png), filename: 'picture.png', alt_text: reply.image.alt }]
    : [];
  const files = (reply.files ?? []).map(({ name, bytes }) => ({
    file: Buffer.from(bytes),
    filename: name,
  }));
  await web.filesUploadV2({
    channel_id: to.channel,
    ...(to.thread && { thread_ts: to.thread }),
    ...(reply.title && { initial_comment: escaped(reply.title) }),
    file_uploads: [...picture, ...files],
  });
}
