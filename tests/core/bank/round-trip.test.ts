// What is exported and imported again is the same: for hundreds of questions by chance.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAiken } from '../../../src/core/bank/aiken.ts';
import { readAnki, writeAnki } from '../../../src/core/bank/anki.ts';
import { readCsv, writeCsv } from '../../../src/core/bank/csv.ts';
import type { Draft } from '../../../src/core/bank/draft.ts';
import { fitsGift, readGift, writeGift } from '../../../src/core/bank/gift.ts';
import { openFile } from '../../../src/core/bank/read.ts';
import { anyDraft, draftsIn, faultsIn, plainly, textOfBytes } from './given.ts';

const several = fc.array(anyDraft, { minLength: 1, maxLength: 12 });

function throughFile(name: string, text: string): readonly Draft[] {
  const opened = openFile(name, textOfBytes(text));
  if ('refusal' in opened) throw new Error(opened.refusal);
  return draftsIn(opened.entries);
}

describe('export and import', () => {
  test('CSV gives back every field', () => {
    fc.assert(
      fc.property(several, (drafts) => {
        expect(plainly(throughFile('bank.csv', writeCsv(drafts)))).toEqual(plainly(drafts));
      }),
    );
  });

  test('Anki notes give back every field', () => {
    fc.assert(
      fc.property(several, (drafts) => {
        expect(plainly(throughFile('bank.txt', writeAnki(drafts)))).toEqual(plainly(drafts));
      }),
    );
  });

  test('GIFT gives back what it can hold: what is asked, why, and the topic', () => {
    fc.assert(
      fc.property(several, (all) => {
        const drafts = all.filter(fitsGift);
        const held = drafts.map(
          ({ source: _s, level: _l, edition: _e, validFrom: _f, validThrough: _t, ...rest }) =>
            rest,
        );
        expect(plainly(draftsIn(readGift(writeGift(drafts))))).toEqual(plainly(held as Draft[]));
      }),
    );
  });

  test('a file of 600 questions comes back whole in each format', () => {
    const drafts = fc.sample(anyDraft, { numRuns: 600, seed: 4 });
    expect(plainly(draftsIn(readCsv(writeCsv(drafts).slice(1))))).toEqual(plainly(drafts));
    expect(plainly(draftsIn(readAnki(writeAnki(drafts))))).toEqual(plainly(drafts));
    expect(draftsIn(readGift(writeGift(drafts)))).toHaveLength(drafts.filter(fitsGift).length);
  });

  test('Aiken: 500 questions are read, each with its letter', () => {
    const line = (at: number) =>
      `Which is number ${at}?\nA. One of ${at}\nB) Two of ${at}\nC. Three\nANSWER: ${'ABC'[at % 3]}\n`;
    const text = Array.from({ length: 500 }, (_, at) => line(at)).join('\n');
    const drafts = draftsIn(readAiken(text));
    expect(drafts).toHaveLength(500);
    const rights = drafts.map((draft) =>
      draft.kind === 'single' ? draft.options.findIndex(({ right }) => right) : -1,
    );
    expect(rights).toEqual(Array.from({ length: 500 }, (_, at) => at % 3));
    expect(faultsIn(readAiken(text))).toEqual([]);
  });
});
