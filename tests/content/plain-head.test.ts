import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainHead } from '../../src/content/plain-head.ts';

/** As the whole YAML reader understands it; nothing where it objects. */
function asYaml(head: string): unknown {
  const document = parseDocument(head, { schema: 'failsafe' });
  return document.errors.length > 0 ? undefined : document.toJS();
}

const guide = join(import.meta.dirname, '../../data/guide');
const heads = readdirSync(guide).map(
  (name) => readFileSync(join(guide, name), 'utf8').split('---\n')[1]?.trimEnd() ?? '',
);

test('nearly all passages of the guide are read the plain way, and just as YAML reads them', () => {
  const plain = heads
    .map((head) => ({ head, read: readPlainHead(head) }))
    .filter((one) => one.read);
  for (const { head, read } of plain) expect(read).toEqual(asYaml(head));
  expect(plain.length / heads.length).toBeGreaterThan(0.9);
});

test.each([
  ['a text over two lines', 'title: When it\n  begins'],
  ['a list that goes on with a key', 'phrasings:\n  - when\n    topics: ceu'],
  ['a key twice', 'title: a\ntitle: b'],
  ['a comment', 'title: a # not b'],
  ['a colon within', 'title: Exams: how long'],
  ['a colon at its end', 'title: Exams:'],
  ['an escape', 'title: "a\\tb"'],
  ['another indent', 'sources:\n    - title: a'],
  ['an empty list', 'related:'],
  ['an empty list between', 'related:\ntitle: a'],
  ['a block', 'text: |\n  a'],
  ['a reference', 'title: *a'],
  ['Windows line ends', 'title: a\r\ntopics: [b]'],
  ['nothing at all', ''],
])('%s is left to YAML', (_, head) => {
  expect(readPlainHead(head)).toBeUndefined();
});

const sign = fc.constantFrom(...'- ? : , [ ] { } # & * ! | > \' " % @ ` ~ = é 1'.split(' '));
const word = fc.constantFrom(
  'a',
  'CEU',
  'how many',
  'null',
  '2026-11-22',
  '[b, c-d]',
  "'x #y'",
  "'it''s'",
  '"p: q"',
  '"a \\"b\\" \\\\ c"',
  '"\\"',
);
const scalar = fc
  .tuple(
    fc.array(fc.oneof({ weight: 3, arbitrary: word }, sign), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', ' '),
  )
  .map(([parts, between]) => parts.join(between));
const text = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 4, arbitrary: scalar },
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const key = fc.constantFrom('title', 'topics', 'a_b', 'related', 'phrasings');
const entry = fc.tuple(key, text).map((pair) => pair.join(': '));
const line = fc.oneof(
  { weight: 3, arbitrary: entry },
  { weight: 2, arbitrary: key.map((name) => `${name}:\n  - a`) },
  { weight: 3, arbitrary: fc.oneof(text, entry).map((given) => `  - ${given}`) },
  entry.map((given) => `    ${given}`),
  fc.tuple(fc.constantFrom('', '  ', '   '), text).map((pair) => pair.join('')),
);

test('whatever is written: it is read as YAML reads it, or left to YAML', () => {
  const all = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(all, (head) => {
      const read = readPlainHead(head);
      if (read !== undefined) expect(read).toEqual(asYaml(head));
    }),
    { numRuns: 3000 },
  );
});
