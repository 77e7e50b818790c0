// Fetches a file that a person gave. From which hosts, its platform has checked before.

import { UserError } from './errors.ts';

export interface FileToFetch {
  readonly url: string;
  /** As it was announced, and checked: a server may send more than it said. */
  readonly size: number;
  /** Who is asked to send it again where the file does not come. */
  readonly platform: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const longestFetch = 10_000;

/** Follows no redirect, which could lead anywhere. */
export async function fetchFile({
  url,
  size,
  platform,
  headers = {},
}: FileToFetch): Promise<Uint8Array> {
  try {
    const signal = AbortSignal.timeout(longestFetch);
    const response = await fetch(url, { headers, redirect: 'error', signal });
    if (!response.ok || !response.body) throw new Error(`The answer was ${response.status}.`);
    return await readUpTo(size, response.body);
  } catch {
    throw new UserError(`${platform} did not hand over the file. Please send it again.`);
  }
}

async function readUpTo(
  size: number,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > size) throw new Error('The file is larger than was said.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
