// The engines that are compared: each ranks the ids of passages for a question.

import Database from 'better-sqlite3';
import { makeGuideSearch } from '../../../src/core/answers/guide-search.ts';
import type { Passage } from '../../../src/core/answers/passage.ts';
import { finish } from '../../../src/core/answers/steps.ts';
import { notCovered } from './guide.ts';

export interface Engine {
  readonly name: string;
  /** Best first, three at most. */
  readonly rank: (question: string) => readonly string[];
}

export async function makeEngines(passages: readonly Passage[]): Promise<readonly Engine[]> {
  return [...(await miniSearch(passages)), fts5(passages), ours(passages)];
}

function ours(passages: readonly Passage[]): Engine {
  const search = finish(makeGuideSearch(passages, notCovered));
  return {
    name: 'ours',
    rank: (question) => search.find(question, 3).map(({ passage }) => passage.id),
  };
}

/** Any of the words, ranked by BM25, stems by Porter. */
function fts5(passages: readonly Passage[]): Engine {
  const db = new Database(':memory:');
  db.exec(
    `CREATE VIRTUAL TABLE guide USING fts5(id UNINDEXED, title, phrasings, text, tokenize = 'porter unicode61')`,
  );
  const insert = db.prepare('INSERT INTO guide VALUES (?, ?, ?, ?)');
  for (const { id, title, phrasings, text } of passages)
    insert.run(id, title, phrasings.join('\n'), text);
  const find = db.prepare<[string], { id: string }>(
    'SELECT id FROM guide WHERE guide MATCH ? ORDER BY rank LIMIT 3',
  );
  return {
    name: 'FTS5 with porter',
    rank: (question) => {
      const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      return find.all(words.map((word) => `"${word}"`).join(' OR ')).map(({ id }) => id);
    },
  };
}

interface MiniSearchIndex {
  addAll(documents: readonly object[]): void;
  search(question: string): readonly { readonly id: string }[];
}

/** As it comes. No row where the package is not installed. */
async function miniSearch(passages: readonly Passage[]): Promise<readonly Engine[]> {
  const name = 'minisearch';
  const module = await import(name).catch(() => undefined);
  if (!module) return [];
  const index: MiniSearchIndex = new module.default({ fields: ['title', 'phrasings', 'text'] });
  index.addAll(
    passages.map(({ id, title, phrasings, text }) => ({
      id,
      title,
      phrasings: phrasings.join('\n'),
      text,
    })),
  );
  return [
    {
      name: 'MiniSearch as it comes',
      rank: (question) =>
        index
          .search(question)
          .slice(0, 3)
          .map(({ id }) => id),
    },
  ];
}
