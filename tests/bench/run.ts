// `npm run bench` runs every bench of this folder, `npm run bench -- platforms` the one of that name.

import { readdirSync } from 'node:fs';

/** What a file of this folder exports. */
interface Bench {
  readonly name: string;
  /** What it measures, in a line. */
  readonly summary: string;
  run(print: (text: string) => void): Promise<void> | void;
}

const print = (text: string) => void process.stdout.write(`${text}\n`);

async function readBenches(): Promise<readonly Bench[]> {
  const files = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.ts') && !file.name.includes('.test.'))
    .map((file) => file.name)
    .filter((name) => name !== 'run.ts')
    .sort();
  return Promise.all(files.map(async (name) => (await import(`./${name}`)) as Bench));
}

/** False where one could not be measured; the others still are. */
async function runAll(benches: readonly Bench[]): Promise<boolean> {
  let isWhole = true;
  for (const bench of benches) {
    print(`\n# ${bench.name}: ${bench.summary}\n`);
    try {
      await bench.run(print);
    } catch (error) {
      isWhole = false;
      print(`${bench.name} could not be measured: ${error instanceof Error ? error.stack : error}`);
    }
  }
  return isWhole;
}

const benches = await readBenches();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  const names = benches.map(({ name }) => name).join(', ');
  print(`There is no bench called ${unknown.join(', ')}. There are: ${names}.`);
  process.exit(1);
}
const chosen = benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
process.exit((await runAll(chosen)) ? 0 : 1);
