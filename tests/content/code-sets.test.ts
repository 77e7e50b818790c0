import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeSet } from '../../src/content/code-set-schema.ts';
import type { CodeSet, Counts } from '../../src/core/calendar/code-set.ts';

const folder = join(import.meta.dirname, '../../data/calendar');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

// biome-ignore lint/suspicious/noExplicitAny: a file as it is edited by hand, before any check
const given = (id: string): any => JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'));
const read = (id: string): CodeSet => codeSet.parse(given(id));

function countsOf(id: string, effective: string): Counts | undefined {
  return read(id).known.find((release) => release.effective.toString() === effective)?.counts;
}

describe.each(files)('data/calendar/%s', (file) => {
  const id = file.replace('.json', '');

  it('keeps to its form and is called by its id', () => {
    const result = codeSet.safeParse(given(id));
    expect(result.error?.issues ?? []).toEqual([]);
    expect(result.data?.id).toBe(id);
  });

  it('names no five-character procedure code and no dental code', () => {
    const text = readFileSync(join(folder, file), 'utf8');
    const words = text.replaceAll(/"url": "[^"]*"|: \d+/g, '');
    expect(words.match(/\b(?:\d{4}[0-9FTUM]|D\d{4})\b/g)).toBeNull();
  });
});

it('three sets are told to every group, the others to those who ask', () => {
  const sets = files.map((file) => read(file.replace('.json', '')));
  const namesOf = (byDefault: boolean) =>
    sets.filter((set) => set.noticedByDefault === byDefault).map(({ name }) => name);
  expect(namesOf(true)).toEqual(['CPT', 'HCPCS Level II', 'ICD-10-CM']);
  expect(namesOf(false)).toEqual([
    'AAPC exam books',
    'CPT Category III and vaccines',
    'CPT MAAA and Tier 2',
    'CPT PLA',
    'ICD-10-PCS',
    'MPFS and RVU files',
    'MS-DRG',
    'NCCI',
    'OPPS and ASC addenda',
  ]);
});

describe('ICD-10-CM', () => {
  it.each([
    ['2016-10-01', [1974, 311, 183, 128, 425, 71486, 93830]],
    ['2021-10-01', [159, 32, 18, 14, 22, 72748, 95524]],
    ['2022-10-01', [1176, 287, 251, 36, 28, 73639, 96745]],
    ['2023-04-01', [42, 7, 0, 7, 1, 73674, 96795]],
    ['2023-10-01', [395, 25, 0, 25, 23, 74044, 97296]],
    ['2024-10-01', [252, 36, 3, 33, 13, 74260, 97584]],
    ['2025-10-01', [487, 28, 12, 16, 38, 74719, 98186]],
    ['2026-10-01', [190, 30, 15, 15, 4, 74879, 98403]],
  ])('brought on %s what the order files show', (effective, figures) => {
    const counts = countsOf('icd-10-cm', effective);
    const { new: added, removed, deleted, demoted, revised, total, entries } = counts ?? {};
    expect([added, removed, deleted, demoted, revised, total, entries]).toEqual(figures);
    expect(counts?.grade).toBe('V2');
  });

  it('adds up from release to release', () => {
    const all = read('icd-10-cm').known.map(({ counts }) => counts);
    for (const [index, counts] of all.slice(1).entries()) {
      const before = all[index]?.total ?? Number.NaN;
      expect(before + (counts?.new ?? 0) - (counts?.removed ?? 0)).toBe(counts?.total);
    }
  });

  it('did not change in April of 2024, 2025 and 2026', () => {
    const unchanged = read('icd-10-cm').known.filter((release) => release.unchanged);
    expect(unchanged.map(({ effective }) => effective.toString())).toEqual([
      '2024-04-01',
      '2025-04-01',
      '2026-04-01',
    ]);
  });
});

it('ICD-10-PCS adds up from October to October', () => {
  const octobers = read('icd-10-pcs').known.filter(({ effective }) => effective.month === 10);
  for (const [index, { counts }] of octobers.slice(1).entries()) {
    const before = octobers[index]?.counts?.total ?? Number.NaN;
    expect(before + (counts?.new ?? 0) - (counts?.deleted ?? 0)).toBe(counts?.total);
  }
  expect(countsOf('icd-10-pcs', '2025-10-01')).toMatchObject({
    new: 206,
    deleted: 39,
    total: 79115,
  });
  expect(countsOf('icd-10-pcs', '2026-10-01')).toBeUndefined();
});

it.each([
  ['2023-01-01', [393, undefined, undefined, undefined], 'V1'],
  ['2024-01-01', [349, 230, 49, 70], 'V3'],
  ['2025-01-01', [420, 270, 112, 38], 'V3'],
  ['2026-01-01', [418, 288, 84, 46], 'V2'],
  ['2027-01-01', [453, 299, 80, 74], 'V3'],
])('CPT changed on %s as its sources say', (effective, figures, grade) => {
  const counts = countsOf('cpt', effective);
  expect([counts?.changes, counts?.new, counts?.deleted, counts?.revised]).toEqual(figures);
  expect(counts?.grade).toBe(grade);
});

it('HCPCS Level II claims no counts, since nobody’s are known', () => {
  expect(read('hcpcs-level-ii').known.every(({ counts }) => counts === undefined)).toBe(true);
});

describe('a slip is named', () => {
  // biome-ignore lint/suspicious/noExplicitAny: broken on purpose
  const problems = (change: (file: any) => void) => {
    const file = given('icd-10-cm');
    change(file);
    const issues = codeSet.safeParse(file).error?.issues ?? [];
    return issues.map(({ path, message }) => `${path.join(' ')}: ${message}`);
  };

  it.each([
    [
      'a figure off by one',
      (f) => (f.known[0].counts.removed = 310),
      'known 0: removed is the sum of deleted and demoted',
    ],
    [
      'a day that no rule gives',
      (f) => (f.known[0].effective = '2016-10-02'),
      'known 0: no rule gives 2016-10-02: name the exception and its source',
    ],
    [
      'an exception on a rule’s day',
      (f) => (f.known[5].effective = '2021-10-01'),
      'known 5: 2021-10-01 has a rule, so it is no exception',
    ],
    [
      'a release twice',
      (f) => f.known.splice(1, 0, f.known[0]),
      'known 1 effective: list each release once, in order',
    ],
    [
      'unchanged, but with changes',
      (f) => (f.known[0].unchanged = true),
      'known 0: it is unchanged and yet counts changes',
    ],
    [
      'a rule for February 29',
      (f) => (f.rules[1].effective = '02-29'),
      'rules 1 effective: write a day that every year has, as 10-01',
    ],
    [
      'two rules on one day',
      (f) => (f.rules[1].effective = '10-01'),
      'rules 1: an earlier rule has the same day, id or name',
    ],
    [
      'a source that is not listed',
      (f) => (f.rules[0].source = 'cmz'),
      'rules 0 source: name one of the sources above: cms, cdc-listing, order-files, makevision',
    ],
    [
      'a source without its day',
      (f) => delete f.sources.cms.checked,
      'rules 0 source: give the source the day on which it was checked',
    ],
    [
      'an unknown gap in a name',
      (f) => (f.rules[0].name = 'FY{yaer} {year}'),
      'rules 0 name: the only gaps in a name are {fiscal_year} and {year}',
    ],
    // biome-ignore lint/suspicious/noExplicitAny: broken on purpose
  ] as readonly [string, (file: any) => unknown, string][])('%s', (_, change, expected) => {
    expect(problems(change)).toContain(expected);
  });
});
