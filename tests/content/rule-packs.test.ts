import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rulePack } from '../../src/content/rule-pack-schema.ts';

const folder = new URL('../../data/credentials/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

type Json = Record<string, unknown>;

function read(file: string): Json {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Json;
}

/** The faults as `path: message`. */
function faultsOf(given: unknown): readonly string[] {
  const result = rulePack.safeParse(given);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => `${path.join(' ')}: ${message}`);
}

describe.each(files)('%s', (file) => {
  const given = read(file);

  test('is a rule pack without a fault', () => {
    expect(faultsOf(given)).toEqual([]);
  });

  test('is named for its body', () => {
    expect(rulePack.parse(given).body.id).toBe(file.replace('.json', ''));
  });

  test('gives every rule a grade, and a source with address and day', () => {
    const parts: Json[] = [];
    collect(rulePack.parse(given), parts);
    const rules = parts.filter((part) => 'source' in part || 'credits' in part || 'usd' in part);
    expect(rules.length).toBeGreaterThanOrEqual(4);
    for (const rule of rules) {
      expect(rule).toMatchObject({ grade: expect.stringMatching(/^V[123]$/) });
      expect(rule.source).toMatchObject({ url: expect.stringMatching(/^https:/) });
      expect((rule.source as Json).checked).toBeInstanceOf(Temporal.PlainDate);
    }
  });

  test('names each source at least once', () => {
    const text = JSON.stringify({ ...given, sources: undefined });
    const unused = Object.keys(given.sources as Json).filter((name) => !text.includes(`"${name}"`));
    expect(unused).toEqual([]);
  });

  test('has no telephone number in it', () => {
    expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/\d{3}[-. ]\d{3}[-. ]\d{4}/);
  });
});

test('the bodies that we know are there', () => {
  const bodies = ['aapc', 'acdis', 'ahima', 'amba', 'mab', 'nha', 'pmi'];
  expect(files).toEqual(bodies.map((body) => `${body}.json`));
});

describe('a pack with a fault says where and what to do', () => {
  const aapc = read('aapc.json');
  const ahima = read('ahima.json');

  test.each<[string, unknown, string]>([
    [
      'an unknown source',
      { ...aapc, membership: { text: 'Due.', source: 'hearsay', grade: 'V1' } },
      'membership source: name one of the sources above: maintain, help, policies',
    ],
    ['no sources', { ...aapc, sources: undefined }, 'sources: list the sources by short names'],
    [
      'a source without address',
      { ...aapc, sources: { ...(aapc.sources as Json), maintain: { title: 'Somewhere' } } },
      'cycle source: give the source its address and the day on which it was checked',
    ],
    [
      'credits in thirds',
      { ...aapc, total: { ...(aapc.total as Json), credits: [36.3] } },
      'total credits 0: write credits above 0 in quarters: 16, 1.25',
    ],
    ['a field nobody knows', { ...aapc, carry_over: true }, 'Unrecognized key: "carry_over"'],
    [
      'a quota that is not there',
      { ...ahima, categories: [{ id: 'x', title: 'X', quotas: ['hiim', 'hm'] }] },
      'categories 0 quotas: there is no quota hm in this file',
    ],
    [
      'a credential without a base',
      { ...ahima, credentials: [...(ahima.credentials as Json[]), { code: 'NEW', title: 'New' }] },
      'total bases: say how many credits NEW takes',
    ],
    [
      'a credential twice',
      { ...aapc, credentials: [...(aapc.credentials as Json[]), { code: 'CPC', title: 'Again' }] },
      'credentials: CPC stands there twice',
    ],
    [
      'steps out of order',
      { ...aapc, after_due: [...(aapc.after_due as Json[])].reverse() },
      'after_due 1 days: put the steps in order of their days',
    ],
    [
      'a pro-rated total that is not asked for',
      { ...aapc, asks: [] },
      'asks: ask for the total of a first-cycle, since it is pro-rated',
    ],
    [
      'a number that nobody knows and nobody is asked for',
      { ...read('mab.json'), asks: [] },
      'asks: ask for the total where it is a number-unknown',
    ],
  ])('%s', (_, given, fault) => {
    expect(faultsOf(given).join('\n')).toContain(fault);
  });
});

/** Every object inside, the days and sources aside. */
function collect(value: unknown, found: Json[]): void {
  if (typeof value !== 'object' || value === null || value instanceof Temporal.PlainDate) return;
  if (!Array.isArray(value)) found.push(value as Json);
  for (const [key, field] of Object.entries(value)) if (key !== 'source') collect(field, found);
}
