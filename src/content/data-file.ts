// The files of data/ as text, with what is wrong before anybody looks at what they say.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DataFile {
  /** As people know it: `data/guide/cpc-exam-length.md`. */
  readonly shown: string;
  /** The name without its ending. */
  readonly id: string;
  readonly text: string;
}

/** In the order of their names; a folder or file that cannot be read becomes a fault. */
export function filesIn(
  folder: string,
  room: string,
  ending: string,
  faults: string[],
): readonly DataFile[] {
  try {
    return readdirSync(join(folder, room))
      .filter((name) => name.endsWith(ending))
      .sort()
      .flatMap((name) => readFile(folder, room, name, ending, faults));
  } catch (error) {
    faults.push(`data/${room}: cannot be read (${codeOf(error)}). Put the folder back.`);
    return [];
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function readFile(
  folder: string,
  room: string,
  name: string,
  ending: string,
  faults: string[],
): readonly DataFile[] {
  const shown = `data/${room}/${name}`;
  try {
    const bytes = readFileSync(join(folder, room, name));
    return [{ shown, id: name.slice(0, -ending.length), text: utf8.decode(bytes) }];
  } catch (error) {
    const reason =
      error instanceof TypeError
        ? 'is not UTF-8 text. Save it with that encoding'
        : `cannot be read (${codeOf(error)})`;
    faults.push(`${shown}: ${reason}`);
    return [];
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Entries are counted from 1, as people count: `questions 3, options 2, why`. */
export function placeOf(path: readonly PropertyKey[]): string {
  const words = path.map((part) =>
    typeof part === 'number' ? ` ${part + 1}` : `, ${String(part)}`,
  );
  return words.join('').replace(/^, /, '') || 'the whole file';
}

/** The schemas' own sentences stay; zod's are put into plain words. */
export function reasonOf(message: string): string {
  if (message.endsWith('received undefined')) return 'is missing';
  return message
    .replace(/^Unrecognized keys?: /, 'there is no such field: ')
    .replace(/^Invalid input: expected /, 'must be: ');
}
