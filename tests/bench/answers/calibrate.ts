// Fits the weights of src/core/answers/confidence.ts: `node tests/bench/answers/calibrate.ts`.

import type { Evidence } from '../../../src/core/answers/confidence.ts';
import { makeGuideIndex } from '../../../src/core/answers/guide-index.ts';
import { finish } from '../../../src/core/answers/steps.ts';
import { notCovered, passages } from './guide.ts';
import { isTuned, type Labelled, readQuestions } from './question-sets.ts';

interface Example {
  readonly question: string;
  readonly isCovered: boolean;
  readonly weight: number;
}

interface Judged extends Example {
  readonly values: readonly number[];
}

const folds = 8;
const names: string[] = [];

/** What of an eighth of the examples, and of an eighth of the subjects, an index sees without them. */
function heldOut(fold: number): readonly Judged[] {
  const isHeld = (at: number, index: number) => (at * 7 + index) % folds === fold;
  const isStrange = (at: number) => at % folds === (fold + 1) % folds;
  const kept = <T>(all: readonly T[], at: number) => all.filter((_, index) => !isHeld(at, index));
  const held = <T>(all: readonly T[], at: number) => all.filter((_, index) => isHeld(at, index));
  const known = passages.map((p, at) => ({ ...p, phrasings: kept(p.phrasings, at) }));
  const subjects = notCovered
    .map((s, at) => ({ ...s, examples: kept(s.examples, at) }))
    .filter((_, at) => !isStrange(at));
  return judge(
    [
      ...passages
        .flatMap((p, at) => held(p.phrasings, at))
        .map((question) => ({ question, isCovered: true, weight: 1 })),
      ...notCovered
        .flatMap((s, at) => (isStrange(at) ? s.examples : held(s.examples, at)))
        .map((question) => ({ question, isCovered: false, weight: 3 })),
    ],
    known,
    subjects,
  );
}

/** What the writers ask counts more. */
function written(questions: readonly Labelled[]): readonly Judged[] {
  const examples = questions.map(({ question, kind }) => ({
    question,
    isCovered: kind === 'covered',
    weight: kind === 'covered' ? 10 : 20,
  }));
  return judge(examples, passages, notCovered);
}

function judge(
  examples: readonly Example[],
  ...[known, subjects]: Parameters<typeof makeGuideIndex>
): readonly Judged[] {
  const index = finish(makeGuideIndex(known, subjects));
  return examples.flatMap((example) => {
    const seen = index.look(example.question);
    return seen ? [{ ...example, values: valuesOf(seen.evidence) }] : [];
  });
}

function valuesOf(evidence: Evidence): readonly number[] {
  const named = { constant: 1, ...evidence };
  names.splice(0, names.length, ...Object.keys(named));
  return Object.values(named);
}

/** Logistic regression by gradient descent, with a little decay. */
function fitWeights(examples: readonly Judged[]): readonly number[] {
  const weights = names.map(() => 0);
  const all = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < 3000; round += 1) {
    const slope = names.map(() => 0);
    for (const { values, isCovered, weight } of examples) {
      const error = (isCovered ? 1 : 0) - 1 / (1 + Math.exp(-sumOf(values, weights)));
      values.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + (error * value * weight) / all;
      });
    }
    weights.forEach((weight, at) => {
      weights[at] = weight + 6 * ((slope[at] ?? 0) - 0.0005 * weight);
    });
  }
  return weights;
}

function sumOf(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

function printTrade(title: string, examples: readonly Judged[], weights: readonly number[]) {
  process.stdout.write(`${title}\n`);
  const sums = examples.map((each) => ({ ...each, sum: sumOf(each.values, weights) }));
  const covered = sums.filter((each) => each.isCovered).sort((a, b) => a.sum - b.sum);
  const others = sums.filter((each) => !each.isCovered);
  for (const share of [0.01, 0.02, 0.03, 0.04, 0.05]) {
    const least = covered[Math.floor(share * covered.length)]?.sum ?? 0;
    const declined = others.filter(({ sum }) => sum < least).length / others.length;
    process.stdout.write(
      `  ${100 * share} % of covered declined below ${least.toFixed(2)}, with ${(100 * declined).toFixed(0)} % of the others\n`,
    );
  }
}

const questions = [...readQuestions('a'), ...readQuestions('b'), ...readQuestions('c')];
const tuned = written(questions.filter(isTuned));
const phrasings = [0, 2, 4, 6].flatMap(heldOut);
const weights = fitWeights([...phrasings, ...tuned]);
process.stdout.write(
  `${names.map((name, at) => `  ${name}: ${weights[at]?.toFixed(2)},`).join('\n')}\n`,
);
printTrade('phrasings and examples held out', phrasings, weights);
printTrade('questions of three writers, the half tuned on', tuned, weights);
printTrade('the other half', written(questions.filter((each) => !isTuned(each))), weights);
