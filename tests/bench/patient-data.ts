import { findPatientData } from '../../src/core/patient-data/detect.ts';
import {
  type Measured,
  measureFalseAlarms,
  measureRecall,
  positiveSets,
  questionSets,
  type Share,
} from './patient-data/measure.ts';
import { nearMisses } from './patient-data/near-misses.ts';
import { bankQuestions } from './patient-data/questions.ts';

export const name = 'patient-data';
export const summary = 'how much patient data is found, how many honest questions are stopped';

export function run(print: (text: string) => void): void {
  for (const [set, make] of Object.entries(positiveSets))
    printTable(
      print,
      `Patient data found, templates ${set} (bar: at least 95 %)`,
      measureRecall(make()),
    );
  printTable(
    print,
    'Honest questions stopped (bar: at most 2 %)',
    measureFalseAlarms(questionSets),
  );
  printSpeed(print);
}

function printTable(print: (text: string) => void, title: string, measured: Measured): void {
  print(`${title}\n`);
  for (const share of measured.shares) print(`  ${lineOf(share)}`);
  const rules = [...measured.byRule].sort(([, a], [, b]) => b - a);
  print(`\n  by rule: ${rules.map(([rule, count]) => `${rule} ${count}`).join(', ') || 'none'}\n`);
}

function lineOf({ name: what, count, of }: Share): string {
  const percent = ((100 * count) / of).toFixed(1).padStart(5);
  return `${what.padEnd(28)} ${percent} %  (${count} of ${of})`;
}

function printSpeed(print: (text: string) => void): void {
  const questions = bankQuestions();
  const perQuestion = bestOf(() => questions.forEach((text) => void findPatientData(text)));
  const worst = nearMisses
    .map((fragment) => ({ fragment, text: fragment.repeat(Math.ceil(100_000 / fragment.length)) }))
    .map(({ fragment, text }) => ({ fragment, time: bestOf(() => findPatientData(text)) }))
    .reduce((slowest, each) => (each.time > slowest.time ? each : slowest));
  print(`A question of the bank: ${((1000 * perQuestion) / questions.length).toFixed(0)} µs`);
  print(
    `100,000 characters made to be slow: ${worst.time.toFixed(0)} ms (bar: 50), of “${worst.fragment}”`,
  );
}

/** Milliseconds of the quickest of five runs: the others wait for something else. */
function bestOf(work: () => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...runs);
}
