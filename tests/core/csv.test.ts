import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../src/core/csv.ts';

const readBack = (text: string): string[][] => parse(text, { bom: true });

test('any text comes back as it was, but for the apostrophe before what could be a formula', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith("'"));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (row) => {
      const [read = []] = readBack(csvText([row]));
      expect(read.map((each) => each.replace(/^'/, ''))).toEqual(row);
    }),
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\u00A0=1', 'fine\n=1', '＝1'])(
  '%j is no formula any more',
  (text) => {
    const [[cell] = []] = readBack(csvText([[text]]));
    expect(cell).toBe(`'${text}`);
  },
);

test('what is harmless stays as it is', () => {
  expect(
    readBack(
      csvText([
        ['E/M audits', 'a-b', '5'],
        [1.25, 'x = y', '"quoted"'],
      ]),
    ),
  ).toEqual([
    ['E/M audits', 'a-b', '5'],
    ['1.25', 'x = y', '"quoted"'],
  ]);
});
