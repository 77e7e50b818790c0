// `npm run torture` kills the bot while it sends (short; `-- long` with three seeds, `-- SEED` with
// another), and `npm run torture -- model` searches a million mishaps in virtual time.

import fc from 'fast-check';
import { designs, mutants, scripts, timesSeen } from './model.ts';
import {
  errorsOf,
  longForm,
  mutantForm,
  type Outcome,
  shortForm,
  torture,
  tortureBoth,
} from './torture.ts';
import { variants } from './variants.ts';

const print = (text: string) => void process.stdout.write(`${text}\n`);
const millions = 1_000_000;

function searchModel(): boolean {
  const seed = Date.now() % 1_000_000;
  print(`Seed ${seed}, ${millions} scripts of mishaps for each design.`);
  let isWhole = true;
  for (const [name, design] of Object.entries({ ...designs, ...mutants })) {
    const once = fc.property(scripts, (script) => timesSeen(design, script) === 1);
    const { failed, numRuns, counterexample } = fc.check(once, { numRuns: millions, seed });
    if (failed === name in designs) isWhole = false;
    const found = failed
      ? `found out after ${numRuns}, shrunk to ${counterexample?.[0].length} steps`
      : 'seen once, always';
    print(`${name}: ${found}`);
  }
  return isWhole;
}

function told(name: string, outcome: Outcome): string {
  const { lost, repeated, wrong, stuck, integrity } = outcome;
  const { kills, killsInFlight, requestsInFlight, seconds } = outcome;
  return `${name}: ${lost} lost, ${repeated} repeated, ${wrong} wrong, ${stuck} stuck, integrity ${integrity}; ${killsInFlight} of ${kills} kills in flight, with ${requestsInFlight} requests; ${seconds} s`;
}

async function run(form: typeof shortForm, seeds: readonly number[]): Promise<boolean> {
  let isWhole = true;
  for (const seed of seeds) {
    print(`Seed ${seed}, ${2 * form.reminders} reminders, ${2 * form.kills} kills:`);
    for (const [name, outcome] of Object.entries(await tortureBoth(form, seed))) {
      if (errorsOf(outcome) > 0) isWhole = false;
      print(told(name, outcome));
    }
  }
  return isWhole;
}

async function runMutants(): Promise<boolean> {
  let isWhole = true;
  for (const variant of Object.keys(variants).filter((name) => !(name in designs))) {
    const outcome = await torture({ variant, ...mutantForm, seed: 1 });
    if (errorsOf(outcome) < 50) isWhole = false;
    print(told(variant, outcome));
  }
  return isWhole;
}

const [word = 'short'] = process.argv.slice(2);
const forms: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  model: searchModel,
  mutants: runMutants,
  short: () => run(shortForm, [1]),
  long: () => run(longForm, [1, 2, 3]),
};
const form = forms[word] ?? (() => run(shortForm, [Number(word)]));
process.exit((await form()) ? 0 : 1);
