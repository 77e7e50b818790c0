// What the house costs beside the bare SDK it stands on: the real process against a bot that echoes.

import { fastFolder } from '../fixtures/fast-folder.ts';
import {
  type Crowd,
  fullCrowd,
  kinds,
  type Load,
  measureLoad,
  smallCrowd,
} from './platforms/load.ts';
import { machineFacts } from './platforms/machine.ts';
import { alternate, type Compared, compare, type Pair, type Rounds } from './platforms/rounds.ts';
import {
  discordSide,
  type MakeSide,
  type Side,
  type Started,
  slackSide,
} from './platforms/sides.ts';
import { measureStarts } from './platforms/starts.ts';
import { type Row, tableOf } from './platforms/table.ts';

export const name = 'platforms';
export const summary = 'the bot against bare discord.js and bare Bolt, on the same local servers';

export interface Effort {
  readonly starts: Rounds;
  readonly warmUp: Rounds;
  readonly loads: Rounds;
  readonly crowd: Crowd;
  /** Before memory is read: V8 gives back what it does not need some while after it was used. */
  readonly restMilliseconds: number;
}

const fullEffort: Effort = {
  starts: { most: 9, milliseconds: 12_000 },
  warmUp: { most: 4, milliseconds: 0 },
  loads: { most: 15, milliseconds: 9_000 },
  crowd: fullCrowd,
  restMilliseconds: 40_000,
};
/** Something hangs that should not: better no figures than a bench that never ends. */
const longest = 400_000;

export async function run(print: (text: string) => void): Promise<void> {
  const timer = setTimeout(() => {
    print(`It took longer than ${longest / 1000} s and was given up.`);
    process.exit(1);
  }, longest);
  const rows = await measurePlatforms(fullEffort).finally(() => clearTimeout(timer));
  const missed = rows.filter((row) => row.isMet === false).length;
  print(tableOf(rows));
  print(`\n${missed === 0 ? 'All aims are met' : `${missed} aims are missed`}. ${machineFacts()}`);
}

export async function measurePlatforms(effort: Effort): Promise<readonly Row[]> {
  const resting = [
    await openResting('Discord', discordSide),
    await openResting('Slack', slackSide),
  ] as const;
  const begun = performance.now();
  const rows = [
    ...(await measure('Discord', discordSide, effort)),
    ...(await measure('Slack', slackSide, effort)),
  ];
  const rest = Math.max(0, effort.restMilliseconds - (performance.now() - begun));
  await new Promise((resolve) => setTimeout(resolve, rest));
  for (const { platform, sides, started } of resting) {
    const memory = await memoryOf(started);
    rows.push({ what: `${platform} memory at rest`, ...memory, ...atMost(1.3, memory) });
    await close(sides);
  }
  return rows;
}

/** Processes that are used a little, and then left alone until their memory is read. */
async function openResting(platform: string, makeSide: MakeSide) {
  const sides = await openSides(makeSide);
  const started = { bot: await sides.bot.start(true), floor: await sides.floor.start(true) };
  for (const kind of kinds) {
    await measureLoad(started.bot, kind, smallCrowd);
    await measureLoad(started.floor, kind, smallCrowd);
  }
  return { platform, sides, started };
}

async function openSides(makeSide: MakeSide): Promise<Pair<Side>> {
  return { floor: await makeSide('floor', fastFolder), bot: await makeSide('bot', fastFolder) };
}

async function close({ bot, floor }: Pair<Side>): Promise<void> {
  await Promise.all([bot.close(), floor.close()]);
}

async function measure(
  platform: string,
  makeSide: MakeSide,
  { starts, warmUp, loads, crowd }: Effort,
): Promise<readonly Row[]> {
  const sides = await openSides(makeSide);
  try {
    const start = await measureStarts(sides, starts);
    const started = { bot: await sides.bot.start(true), floor: await sides.floor.start(true) };
    const rows: Row[] = [];
    for (const kind of kinds) {
      const side = (of: Started) => () => measureLoad(of, kind, crowd);
      const measured = { bot: side(started.bot), floor: side(started.floor) };
      await alternate(warmUp, measured);
      rows.push(...rowsOfLoad(`${platform} ${kind}`, kind, await alternate(loads, measured)));
    }
    return [
      ...rows,
      { what: `${platform} memory after it`, ...(await memoryOf(started)) },
      { what: `${platform} start to first answer`, unit: 'ms', ...start, ...atMost(1.6, start) },
    ];
  } finally {
    await close(sides);
  }
}

function rowsOfLoad(what: string, kind: string, pairs: readonly Pair<Load>[]): readonly Row[] {
  const of = (pick: (load: Load) => number) =>
    compare(pairs.map(({ bot, floor }) => ({ bot: pick(bot), floor: pick(floor) })));
  const cpu = of((load) => load.cpu);
  const aim =
    kind === 'help' ? atMost(1.5, cpu) : { aim: 'at most +100 µs', isMet: cpu.more <= 100 };
  return [
    { what: `${what}, CPU of each`, unit: 'µs', ...cpu, ...aim },
    { what: `${what}, rate`, unit: '/s', ...of(({ perSecond }) => perSecond) },
    { what: `${what}, driver busy`, unit: '%', ...of(({ driver }) => driver * 100) },
  ];
}

function atMost(times: number, { ratio }: Compared) {
  return { aim: `at most ${times} ×`, isMet: ratio <= times };
}

async function memoryOf({ bot, floor }: Pair<Started>) {
  const megabytes = async ({ process }: Started) => (await process.memory()) / 1e6;
  const pair = { bot: await megabytes(bot), floor: await megabytes(floor) };
  return { unit: 'MB', ...compare([pair]) };
}
