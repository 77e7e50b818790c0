// Files that nobody should send: refused in a sentence, and in little time.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/answers/steps.ts';
import { readCsv, writeCsv } from '../../../src/core/bank/csv.ts';
import { dryRun } from '../../../src/core/bank/dry-run.ts';
import { examined } from '../../../src/core/bank/examine.ts';
import { type Format, openFile } from '../../../src/core/bank/read.ts';
import { anyDraft, draftsIn, faultsIn, textOfBytes } from './given.ts';

const formats: readonly Format[] = ['csv', 'aiken', 'gift', 'anki'];

function refusalOf(bytes: Uint8Array, name = 'bank.csv'): string {
  const opened = openFile(name, bytes);
  return 'refusal' in opened ? opened.refusal : '';
}

describe('a file that is none of ours', () => {
  test.each([
    ['a workbook', [0x50, 0x4b, 3, 4], 'Save it as CSV'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47], 'picture'],
    ['Latin-1', [0x71, 0x2c, 0xe9, 0x0a], 'not in UTF-8'],
    ['bytes', [0x71, 0, 0, 1], 'not text'],
    ['nothing', [], 'empty'],
    ['spaces', [0x20, 0x0a], 'nothing but empty lines'],
  ])('%s', (_what, bytes, says) => {
    expect(refusalOf(Uint8Array.from(bytes))).toContain(says);
  });

  test('UTF-16 with its mark, as Excel writes it, is read', () => {
    const text = '\u{feff}question\ta\tb\tright\nWhich – é?\tx\ty\tA\n';
    const bytes = new Uint8Array(Uint16Array.from([...text].map((c) => c.charCodeAt(0))).buffer);
    const opened = openFile('bank.txt', bytes);
    expect('entries' in opened && draftsIn(opened.entries)).toMatchObject([{ stem: 'Which – é?' }]);
  });

  test('100,000 columns', () => {
    const wide = `question${',x'.repeat(100_000)}\nq,a,b\n`;
    expect(resultOf(wide)).toMatchObject({
      refusal: expect.stringContaining('first row is longer'),
    });
    const narrow = `question,a,b,right\n${'x,'.repeat(1000)}\n`;
    expect(resultOf(narrow)).toMatchObject({
      refusal: expect.stringContaining('has 1001 columns'),
    });
  });

  test('too many questions, and too many mistakes', () => {
    const many = Array.from({ length: 5001 }, (_, at) => `Which ${at}?,x,y,A\n`).join('');
    expect(resultOf(`question,a,b,right\n${many}`)).toMatchObject({
      refusal: expect.stringContaining('more than 5000 questions'),
    });
    expect(resultOf(`question,a,b,right\n"${'x,y\n'.repeat(900_000)}`)).toMatchObject({
      refusal: expect.stringContaining('more than 1000 mistakes'),
    });
  });

  test('formulas are neither read nor written', () => {
    const text = `question,a,b,right\n=HYPERLINK("x"),x,y,A\n@SUM(A1),x,y,A\n-2+3+cmd|' /C calc'!A0,x,y,A\n-5 °C?,x,y,A\n`;
    expect(faultsIn(readCsv(text.replace('=HYPERLINK("x")', '"=HYPERLINK(""x"")"')))).toHaveLength(
      3,
    );
    expect(draftsIn(readCsv(text)).map(({ stem }) => stem)).toEqual(['-5 °C?']);
    const written = writeCsv(draftsIn(readCsv("question,a,b,right\n'=1+1,'@x,-y,A\n")));
    expect(written).toContain(`"'=1+1","'@x","'-y"`);
  });
});

describe('any text at all', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '=',
          '~',
          '#',
          ':',
          '\\',
          '"',
          ',',
          '\n',
          '\n\n',
          'A. x',
          'ANSWER: A',
          '{{c1::',
          '%50%',
          '->',
          '//',
          '[html]',
          '$CATEGORY: ',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

  test.each(formats)('is read as %s without breaking', (format) => {
    fc.assert(
      fc.property(text, (given) => {
        const opened = openFile('x', textOfBytes(given), format);
        const entries =
          'entries' in opened ? [...examined(opened.entries, { invented: false })] : [];
        expect(entries.every((entry) => typeof entry === 'object')).toBe(true);
      }),
    );
  });

  const hostile = {
    'one line': 'x'.repeat(4_900_000),
    'questions without end': 'a {=b ~c}\n\n'.repeat(400_000),
    'options without end': 'A. x\n'.repeat(900_000),
    'open quotation marks': 'question,a,b,right\n"x\n'.repeat(200_000),
    braces: '{'.repeat(4_900_000),
    spaces: `question,a,b\n${' '.repeat(4_900_000)}`,
    commas: ','.repeat(4_900_000),
  };
  const cases = formats.flatMap((format) =>
    Object.entries(hostile).map(([what, given]) => ({ format, what, given })),
  );

  test.each(cases)(
    '$what of 5 MB, read as $format, lets others in between',
    ({ format, given }) => {
      expect(walksOf(() => longestStep(textOfBytes(given), format))).toBeLessThan(mostWalks);
    },
  );
});

test('5,000 questions are read and examined, never for longer at a time', () => {
  const drafts = fc.sample(anyDraft, { numRuns: 4900, seed: 11 });
  const file = textOfBytes(writeCsv(drafts));
  expect(walksOf(() => longestStep(file, 'csv'))).toBeLessThan(mostWalks);
});

function resultOf(text: string, format: Format = 'csv') {
  const opened = openFile('x', textOfBytes(text), format);
  return 'refusal' in opened ? opened : finish(dryRun(opened.entries, { invented: false }));
}

/** Of its own work, in milliseconds, opening the file included; what else the machine does is left out. */
function longestStep(bytes: Uint8Array, format: Format): number {
  let begun = process.threadCpuUsage();
  let longest = 0;
  const took = () => {
    const { user, system } = process.threadCpuUsage(begun);
    longest = Math.max(longest, (user + system) / 1000);
    begun = process.threadCpuUsage();
  };
  const opened = openFile('x', bytes, format);
  took();
  if ('refusal' in opened) return longest;
  const steps = dryRun(opened.entries, { invented: true });
  while (!steps.next().done) took();
  took();
  return longest;
}

/** In walks over five megabytes, which take 25 ms where nothing else runs: so steps of 50 ms. */
const mostWalks = 2;
const fiveMegabytes = new Uint8Array(5_000_000);

/**
 * The longest step in such walks, each measured beside it: of several times the least, since whatever
 * else the machine does only makes it longer.
 */
function walksOf(longest: () => number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 12 && least >= mostWalks; turn += 1)
    least = Math.min(least, longest() / walk());
  return least;
}

function walk(): number {
  const begun = process.threadCpuUsage();
  let sum = 0;
  for (const byte of fiveMegabytes) sum = (sum + byte) | 0;
  expect(sum).toBe(0);
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1000;
}
