// What is wrong with the store: one sentence that names the thing and the remedy.

export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** Beginnings of SQLite's result codes: `SQLITE_IOERR` stands for `SQLITE_IOERR_WRITE` too. */
const sentences: Readonly<Record<string, (path: string) => string>> = {
  SQLITE_NOTADB: damaged,
  SQLITE_CORRUPT: damaged,
  SQLITE_FULL: (path) =>
    `There is no room left on the disk of ${path}. Free some; nothing can be written down until then.`,
  SQLITE_IOERR: (path) =>
    `The disk of ${path} reads or writes with errors. Check the disk and the room on it.`,
  SQLITE_READONLY: notWritable,
  SQLITE_CANTOPEN: notWritable,
};

export function damaged(path: string, remedy = 'put a backup in its place'): string {
  return `The database ${path} is damaged or no database at all. It was left as it is; ${remedy}.`;
}

function notWritable(path: string): string {
  return `The database ${path} cannot be opened for writing. Check that its folder exists and belongs to the user who runs the bot.`;
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error));
}

/** Says what an operator can mend; anything else is our bug and stays as it is. */
export function explained(error: unknown, path: string): unknown {
  if (error instanceof StoreError) return error;
  const sentence = Object.entries(sentences).find(([code]) => codeOf(error).startsWith(code))?.[1];
  return sentence ? new StoreError(sentence(path), { cause: error }) : error;
}
