import { readContent } from '../../src/content/read.ts';
import { makeGuideSearch } from '../../src/core/answers/guide-search.ts';
import { kindOf } from '../../src/core/answers/kinds.ts';
import { finish } from '../../src/core/answers/steps.ts';
import { measureCosts } from './answers/costs.ts';
import { type Engine, makeEngines } from './answers/engines.ts';
import { notCovered, passages } from './answers/guide.ts';
import { isTuned, type Labelled, readQuestions } from './answers/question-sets.ts';

export const name = 'answers';
export const summary = 'whether the right passage is found, and what is not covered is declined';

const developed = [...readQuestions('a'), ...readQuestions('b'), ...readQuestions('c')];

const sets: readonly (readonly [title: string, questions: readonly Labelled[]])[] = [
  ['fourth writer, nobody tuned on it', readQuestions('d')],
  ['for development: first writer', readQuestions('a')],
  ['for development: second writer', readQuestions('b')],
  ['for development: third writer', readQuestions('c')],
  [
    'for development: the half of all three on which the confidence was not fitted',
    developed.filter((question) => !isTuned(question)),
  ],
];

export async function run(print: (text: string) => void): Promise<void> {
  const engines = await makeEngines(passages);
  if (engines.length < 3) print('MiniSearch is not installed, so that it has no row.\n');
  for (const [title, questions] of sets) {
    if (questions.length === 0) continue;
    print(`${title} (${questions.length} questions)\n`);
    for (const engine of engines) print(`  ${rankingLine(engine, questions)}`);
    for (const line of decliningLines(questions)) print(`  ${line}`);
    print('');
  }
  const asked = sets.flatMap(([, all]) => all.map(({ question }) => question));
  print('costs (bars: p99 under 5 ms with 300 passages, 20 ms with 10,000; 60 MB; ready in 1 s)\n');
  for (const count of [passages.length, 10_000]) print(`  ${costLine(count, asked)}`);
}

function rankingLine({ name: engine, rank }: Engine, questions: readonly Labelled[]): string {
  const covered = questions.filter(({ kind }) => kind === 'covered');
  const places = covered.map(({ question, passages: right = [] }) =>
    rank(question).findIndex((id) => right.includes(id)),
  );
  const first = share(places, (place) => place === 0);
  const three = share(places, (place) => place >= 0);
  return `${engine.padEnd(24)} first ${first} (bar 90)   within three ${three} (bar 95)`;
}

const search = finish(makeGuideSearch(passages, notCovered));
const credentials = readContent(`${import.meta.dirname}/../../data`).rulePacks.flatMap((pack) =>
  pack.credentials.map(({ code }) => code),
);

/** By the search alone, then as `/ask` does it, which tells some kinds of question first. */
function decliningLines(questions: readonly Labelled[]): readonly string[] {
  const bySearch = (question: string) => !search.answer(question).passage;
  const byAsk = (question: string) => {
    const { kind } = kindOf(question, credentials);
    if (kind === 'credits' || kind === 'releases') return false;
    return kind !== 'guide' || bySearch(question);
  };
  return [
    `declined by the search   ${declinedShares(questions, bySearch)}`,
    `not answered by /ask     ${declinedShares(questions, byAsk)}`,
  ];
}

function declinedShares(
  questions: readonly Labelled[],
  isDeclined: (question: string) => boolean,
): string {
  const of = (...kinds: readonly Labelled['kind'][]) =>
    share(
      questions.filter(({ kind }) => kinds.includes(kind)),
      ({ question }) => isDeclined(question),
    );
  return `covered ${of('covered')} (bar 3)   near ${of('near')}   off-topic ${of('off-topic')}   both ${of('near', 'off-topic')} (bar 90)`;
}

function costLine(count: number, asked: readonly string[]): string {
  const costs = measureCosts(count, asked);
  return `${String(count).padStart(6)} passages: ready in ${costs.readyMs.toFixed(0)} ms, p50 ${costs.p50Ms.toFixed(2)} ms, p99 ${costs.p99Ms.toFixed(2)} ms, ${costs.megabytes.toFixed(0)} MB`;
}

function share<T>(all: readonly T[], fits: (one: T) => boolean): string {
  return `${((100 * all.filter(fits).length) / all.length).toFixed(1).padStart(5)} %`;
}
