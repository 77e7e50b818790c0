import { measureBoards } from './quiz/boards.ts';
import { type CrowdCosts, measureCrowd } from './quiz/crowd.ts';
import { measurePresses, type PressCosts } from './quiz/presses.ts';
import { measureReviews } from './quiz/reviews.ts';

export const name = 'quiz';
export const summary = 'presses, rounds, boards and reviews in a store of many answers';

const sizes = [1_000, 100_000, 1_000_000];

/** The least of three medians: what else the machine does only ever adds to them. */
const repeats = 3;

export async function run(print: (text: string) => void): Promise<void> {
  await measurePresses(1_000, 10);
  const found = new Map<number, PressCosts>();
  for (let round = 0; round < repeats; round += 1)
    for (const attempts of sizes)
      found.set(attempts, least(await measurePresses(attempts, 10), found.get(attempts)));
  print('milliseconds, and how many times as much as with 1,000 attempts (bar: at most 2)');
  const [first] = found.values();
  for (const costs of found.values()) print(`  ${lineOf(costs, first ?? costs)}`);
  print('\na round in which all press at the same moment, in a store of 100,000 attempts');
  for (const members of [100, 500]) print(`  ${crowdLine(await measureCrowd(members, 100_000))}`);
  print('');
  await measureBoards(print);
  await measureReviews(print);
}

function least(one: PressCosts, other: PressCosts = one): PressCosts {
  return {
    attempts: one.attempts,
    start: Math.min(one.start, other.start),
    answer: Math.min(one.answer, other.answer),
    next: Math.min(one.next, other.next),
  };
}

function lineOf(costs: PressCosts, first: PressCosts): string {
  const cell = (what: 'start' | 'answer' | 'next') =>
    `${what} ${costs[what].toFixed(2)} (×${(costs[what] / first[what]).toFixed(2)})`;
  const attempts = costs.attempts.toLocaleString('en-US').padStart(9);
  return `${attempts} attempts   ${cell('answer')}   ${cell('next')}   ${cell('start')}`;
}

function crowdLine({ members, first, middle, last, counted, edits }: CrowdCosts): string {
  const all = [first, middle, last].map((ms) => ms.toFixed(0)).join(' / ');
  return `${members} members: told after ${all} ms (first / middle / last; 3,000 is the limit); ${edits} edits; “${counted}”`;
}
