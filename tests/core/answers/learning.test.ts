import { expect, test } from 'vitest';
import { makeFeatureCounts } from '../../../src/core/answers/feature-table.ts';
import { makeReader } from '../../../src/core/answers/features.ts';
import { learn, toLikelihoods } from '../../../src/core/answers/learning.ts';
import { finish } from '../../../src/core/answers/steps.ts';

/** What is learned from these, as what a question's word says for each document. */
function learnedFrom(wordings: readonly (readonly string[])[]) {
  const reader = makeReader();
  const counts = makeFeatureCounts();
  const examples = wordings.flatMap((all, document) => {
    const held = all.map((text) => {
      const { ids, weights } = reader.learn(text).said;
      return { document, rows: counts.add(ids, 1), weights };
    });
    counts.endDocument();
    return held;
  });
  const table = counts.table();
  const { weights } = finish(learn(examples, table, wordings.length));
  return (word: string) => {
    const said = wordings.map(() => 0);
    const row = table.rowOf(reader.read(word).said.ids[0] ?? 0);
    if (row < 0) return said;
    for (let cell = table.starts[row] ?? 0; cell < (table.starts[row + 1] ?? 0); cell += 1)
      said[table.documents[cell] ?? 0] = weights[cell] ?? 0;
    return said;
  };
}

const wordings = [
  ['how long is the exam', 'exam time', 'minutes for the exam'],
  ['what does the exam cost', 'exam fee', 'price of the exam'],
];

test('what sets documents apart speaks for them, what they share for none', () => {
  const says = learnedFrom(wordings);
  const [time = 0, fee = 0] = says('fee');
  expect(fee).toBeGreaterThan(time);
  const [sharedTime = 0, sharedFee = 0] = says('exam');
  expect(Math.abs(sharedTime - sharedFee)).toBeLessThan(fee - time);
});

test('it learns the same every time', () => {
  expect(learnedFrom(wordings)('fee')).toEqual(learnedFrom(wordings)('fee'));
});

test('of words that nobody wrote it knows nothing', () => {
  expect(learnedFrom(wordings)('zebra')).toEqual([0, 0]);
});

test('likelihoods are near the softmax and add up to one', () => {
  const scores = [2, 0, -3, 4.5];
  const sum = scores.reduce((all, score) => all + Math.exp(score), 0);
  const likely = toLikelihoods(Float64Array.from(scores));
  expect(likely.reduce((all, each) => all + each)).toBeCloseTo(1, 9);
  scores.forEach((score, at) => {
    expect(likely[at]).toBeCloseTo(Math.exp(score) / sum, 2);
  });
});
