// Text in lines as it streams in, whatever its encoding, and no longer than it may be.

import { InstallError } from './install-error.ts';

/** The longest real line has 400 characters; more is no file of codes. */
const longestLine = 2000;

/** The largest real file has 15 MB. */
export const mostBytes = 100_000_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows = new TextDecoder('windows-1252');

/** Issuers write UTF-8 in some years and Windows-1252 in others: each line says which it is. */
function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows.decode(bytes);
  }
}

/** Without their ends, the first without its byte order mark. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<readonly string[]> {
  let left = new Uint8Array();
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > mostBytes)
      throw new InstallError(
        `${name} unpacks to more than ${mostBytes / 1_000_000} MB: that is no file of codes. Nothing was changed.`,
      );
    const bytes = left.length === 0 ? chunk : joined(left, chunk);
    const lines: string[] = [];
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      lines.push(decoded(bytes.subarray(from, at)).replace(/\r$/, ''));
      from = at + 1;
    }
    left = bytes.slice(from);
    if (left.length > longestLine || lines.some((line) => line.length > longestLine))
      throw new InstallError(`${name} has lines that are too long for a file of codes.`);
    yield lines;
  }
  if (left.length > 0) yield [decoded(left).replace(/\r$/, '')];
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
