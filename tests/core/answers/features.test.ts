import { expect, test } from 'vitest';
import { makeReader } from '../../../src/core/answers/features.ts';

const { read, learn } = makeReader();
const said = (text: string) => new Set(read(text).said.ids);

test('forms of a word, accents and capitals make no difference', () => {
  expect(said('Codés')).toEqual(said('code'));
  expect(said('EXAMS?')).toEqual(said('exam'));
});

test('words of one meaning share it, and not themselves', () => {
  const shared = said('salary').intersection(said('wage'));
  expect(shared.size).toBeGreaterThan(0);
  expect(shared.size).toBeLessThan(said('salary').size);
});

test('order matters between neighbours, and not in pairs', () => {
  const [one, other] = [said('modifier claim'), said('claim modifier')];
  expect(one).not.toEqual(other);
  expect(one.intersection(other).size).toBeGreaterThan(2);
});

test('a misspelt word has most letters in common', () => {
  const [right, wrong] = ['anesthesia', 'anesthesa'].map(
    (word) => new Set(read(word).letters.flat()),
  );
  expect(right?.intersection(wrong ?? new Set()).size).toBeGreaterThan((right?.size ?? 0) / 2);
});

test('an unknown word is taken for the known one that it is misspelt from', () => {
  learn('a degree is required, a degree is not required');
  expect(said('requierd')).toEqual(said('required'));
  expect(said('degre')).toEqual(said('degree'));
});

test('nothing is made of nothing', () => {
  expect(read(' … ').said.ids).toEqual([]);
});
