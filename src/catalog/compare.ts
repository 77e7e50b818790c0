// Pairs of the same code in two installed releases, where they differ: in small steps, since a whole
// set takes a tenth of a second and members must not wait.

import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Diff, diffOf, type Pair } from '../core/codes/changes.ts';
import type { InstallableSet } from '../core/codes/code-entry.ts';
import { columns, entryOf } from './release-book.ts';

const differing = `
  SELECT a.code AS a_code, b.code AS b_code FROM main.entries b LEFT JOIN earlier.entries a
    ON a.code = b.code
    WHERE b.code >= :from AND b.code < :to AND b.modifier = 0 AND (a.code IS NULL OR
      a.billable <> b.billable OR a.long <> b.long OR a.short <> b.short)
  UNION ALL
  SELECT a.code, NULL FROM earlier.entries a
    WHERE a.code >= :from AND a.code < :to AND a.modifier = 0
      AND a.code NOT IN (SELECT code FROM main.entries WHERE code >= :from AND code < :to)
`;

const starts = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((first) =>
  ['0', '3', '6', 'A', 'N'].map((second) => first + second),
);

export async function compare(
  codeSet: InstallableSet,
  earlier: string,
  later: string,
): Promise<Diff> {
  const database = new Database(later, { readonly: true, fileMustExist: true });
  try {
    database.prepare('ATTACH ? AS earlier').run(earlier);
    const pairs = database.prepare(differing);
    const read = (where: string) =>
      database.prepare(`SELECT ${columns} FROM ${where}.entries WHERE code = ?`);
    const [inEarlier, inLater] = [read('earlier'), read('main')];
    const found: Pair[] = [];
    for (const [index, from] of starts.entries()) {
      const to = starts[index + 1] ?? '[';
      for (const row of pairs.all({ from, to }) as { a_code?: string; b_code?: string }[])
        found.push({
          ...(row.a_code && { before: entryOf(inEarlier.get(row.a_code) as never) }),
          ...(row.b_code && { after: entryOf(inLater.get(row.b_code) as never) }),
        });
      await setImmediate();
    }
    return diffOf(codeSet, found);
  } finally {
    database.close();
  }
}
