// What a certifying body wants to see in an audit, and what of it is not kept here yet.

import type { EntryPapers } from './entry-rows.ts';
import type { RulePack } from './rules.ts';

const names = { sponsor: 'sponsor', 'index-number': 'index number' } as const;

/**
 * `['index number', 'the certificate itself']`; nothing where all is there. Title, credits and date
 * are there with every entry.
 */
export function missingPapers(packs: readonly RulePack[], papers: EntryPapers): readonly string[] {
  const wanted = new Set(packs.flatMap(({ certificate }) => certificate?.items ?? []));
  const kept = { sponsor: papers.sponsor, 'index-number': papers.indexNumber };
  const items = (['sponsor', 'index-number'] as const).filter(
    (item) => wanted.has(item) && kept[item] === undefined,
  );
  return [
    ...items.map((item) => names[item]),
    ...(papers.certificate === undefined ? ['the certificate itself'] : []),
  ];
}
