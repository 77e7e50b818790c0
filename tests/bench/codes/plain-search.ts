// What FTS5 finds by itself: all titles of all three sets in one index, all words as beginnings, bm25.

import Database from 'better-sqlite3';
import type { ReleaseBook } from '../../../src/catalog/catalog.ts';
import { wordsOf } from '../../../src/core/codes/words.ts';

export type Search = (typed: string, most: number) => readonly string[];

/** Where no title has all of the words, those with any. */
export function plainSearch(books: readonly ReleaseBook[], tokenizer: string): Search {
  const database = new Database(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE titles USING fts5(code UNINDEXED, long, tokenize='${tokenizer}')`,
  );
  const add = database.prepare('INSERT INTO titles VALUES (?, ?)');
  database.transaction(() => {
    for (const book of books)
      for (const { code, long } of book.startingWith('', 200_000)) add.run(code, long);
  })();
  const find = database
    .prepare('SELECT code FROM titles WHERE titles MATCH ? ORDER BY rank LIMIT ?')
    .pluck();
  return (typed, most) => {
    const terms = wordsOf(typed).map((word) => `"${word}"*`);
    const all = find.all(terms.join(' AND '), most) as string[];
    return all.length > 0 ? all : (find.all(terms.join(' OR '), most) as string[]);
  };
}
