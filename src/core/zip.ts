// Files in a zip, cut into parts that every platform takes. The library is loaded when it is needed.

export interface Packed {
  /** With `/` between folders. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** Discord takes files of 10 MiB from a bot: what surrounds them is left room for. */
const largestPart = 9_000_000;

/** In the given order; a file is never cut, so that a part with one large file may be larger. */
export function partsOf<F extends { readonly size: number }>(
  files: readonly F[],
  most = largestPart,
): readonly (readonly F[])[] {
  const parts: F[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const file of files) {
    if (size + file.size > most) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(file);
    size += file.size;
  }
  return parts;
}

/** Stored as they are: certificates are compressed already. zip.js wants `now` as a `Date`. */
export async function zipOf(files: readonly Packed[], now: Temporal.Instant): Promise<Uint8Array> {
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js');
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    level: 0,
    lastModDate: new Date(now.epochMilliseconds),
  });
  for (const { path, content } of files) await zip.add(path, new Uint8ArrayReader(content));
  return zip.close();
}
