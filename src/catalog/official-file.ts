// Opens what an operator downloaded, a zip or a text file, as text files that are read in a stream.

import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { configure, ERR_UNSAFE_FILENAME, type FileEntry, Reader, ZipReader } from '@zip.js/zip.js';
import { InstallError } from './install-error.ts';
import { linesOf, mostBytes } from './text-lines.ts';

export interface TextFile {
  /** As the issuer called it, fit to be shown. */
  readonly name: string;
  readonly size: number;
  lines(): AsyncGenerator<readonly string[]>;
}

/** Real zips hold six or seven files. */
const mostFiles = 200;

/** Text packs to a tenth; a bomb to a thousandth. */
const mostUnpacking = 200;

/** Calls `use` while the file is open. Nothing is ever written to where a zip says. */
export async function withOfficialFile<T>(
  path: string,
  use: (files: readonly TextFile[]) => Promise<T>,
): Promise<T> {
  const handle = await open(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InstallError(
      code === 'ENOENT'
        ? `There is no file ${path}. Give the path of the zip or text file as you downloaded it.`
        : `The file ${path} cannot be read (${code}).`,
    );
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile())
      throw new InstallError(`${path} is no file. Give the path of the zip inside it.`);
    const { size } = stats;
    if (size === 0) throw new InstallError(`${basename(path)} is empty. Download it again.`);
    const start = new Uint8Array(4);
    await handle.read(start, 0, 4, 0);
    const isZip = start[0] === 0x50 && start[1] === 0x4b;
    return isZip
      ? await inZip(handle, size, path, use)
      : await use([plainFile(handle, size, path)]);
  } finally {
    await handle.close();
  }
}

function plainFile(handle: FileHandle, size: number, path: string): TextFile {
  const name = shown(basename(path));
  return { name, size, lines: () => linesOf(chunksOf(handle, size), name) };
}

async function* chunksOf(handle: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  const step = 1 << 16;
  for (let at = 0; at < size; at += step) {
    const chunk = new Uint8Array(Math.min(step, size - at));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
    yield chunk.subarray(0, bytesRead);
  }
}

/** Reads the parts of a zip that are asked for, so that it never lies in memory whole. */
class HandleReader extends Reader<FileHandle> {
  readonly #handle: FileHandle;
  constructor(handle: FileHandle, size: number) {
    super(handle);
    this.#handle = handle;
    this.size = size;
  }
  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const part = new Uint8Array(Math.max(0, Math.min(length, this.size - index)));
    await this.#handle.read(part, 0, part.length, index);
    return part;
  }
}

async function inZip<T>(
  handle: FileHandle,
  size: number,
  path: string,
  use: (files: readonly TextFile[]) => Promise<T>,
): Promise<T> {
  configure({ useWebWorkers: false });
  const zip = new ZipReader(new HandleReader(handle, size), { checkSignature: true });
  const name = basename(path);
  try {
    const files: TextFile[] = [];
    let met = 0;
    for await (const entry of zip.getEntriesGenerator()) {
      met += 1;
      if (met > mostFiles)
        throw new InstallError(
          `${name} holds more than ${mostFiles} files. The official zips hold a few: download it again from the issuer.`,
        );
      if (entry.directory === false) files.push(fileInZip(entry));
    }
    return await use(files);
  } catch (error) {
    if (error instanceof InstallError) throw error;
    throw new InstallError(whyNoZip(name, error), { cause: error });
  } finally {
    await zip.close().catch(() => {});
  }
}

function whyNoZip(name: string, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return why === ERR_UNSAFE_FILENAME
    ? `${name} holds names that lead out of their folder: that is no official file. Download it from the issuer.`
    : `${name} is not a whole zip file (${shown(why)}): perhaps the download was cut off, or a web page was saved. Download it again.`;
}

function fileInZip(entry: FileEntry): TextFile {
  const name = shown(entry.filename);
  return {
    name,
    size: entry.uncompressedSize,
    async *lines() {
      if (entry.encrypted)
        throw new InstallError(`${name} is protected by a password; the official files are not.`);
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (entry.uncompressedSize > mostBytes || ratio > mostUnpacking)
        throw new InstallError(
          `${name} would unpack to ${Math.round(entry.uncompressedSize / 1_000_000)} MB: that is no file of codes.`,
        );
      yield* linesOf(unpacked(entry), name);
    },
  };
}

/** In chunks; what is not read to its end stops unpacking. */
async function* unpacked(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const stop = new AbortController();
  const done = entry.getData(writable, { signal: stop.signal });
  // Awaited below; until then a failure must not count as unhandled.
  done.catch(() => {});
  let isWhole = false;
  try {
    for await (const chunk of readable) yield chunk;
    isWhole = true;
  } finally {
    if (!isWhole) stop.abort();
  }
  await done;
}

/** Names come from the file: control signs and length must not spoil the terminal. */
function shown(name: string): string {
  const plain = name.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
  return plain.length > 100 ? `…${plain.slice(-99)}` : plain;
}
