import {
  type Measured,
  measureFalseAlarms,
  measureRecall,
  positiveSets,
  questionSets,
  type Share,
} from './patient-data/measure.ts';

export const name = 'patient-data';
export const summary = 'how much patient data is found, how many honest questions are stopped';

export function run(print: (text: string) => void): void {
  for (const [set, make] of Object.entries(positiveSets)) {
    const measured = measureRecall(make());
    printTable(print, `Patient data found, templates ${set} (bar: at least 95 %)`, measured);
  }
  printTable(
    print,
    'Honest questions stopped (bar: at most 2 %)',
    measureFalseAlarms(questionSets),
  );
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
