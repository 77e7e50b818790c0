// What the house costs beside the bare SDK it stands on: the real process against a bot that echoes.

import { type Crowd, fullCrowd, kinds, type Load, measureLoad } from './platforms/load.ts';
import { machineFacts, stateFolder } from './platforms/machine.ts';
import { alternate, compare, type Pair } from './platforms/rounds.ts';
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
  readonly rounds: number;
  readonly starts: number;
  readonly crowd: Crowd;
}

const fullEffort: Effort = { rounds: 9, starts: 9, crowd: fullCrowd };
/** Something hangs that should not: better no figures than a bench that never ends. */
const longest = 170_000;

const platforms: readonly (readonly [string, MakeSide])[] = [
  ['Discord', discordSide],
  ['Slack', slackSide],
];

export async function run(print: (text: string) => void): Promise<void> {
  const timer = setTimeout(() => {
    print(`It took longer than ${longest / 1000} s and was given up.`);
    process.exit(1);
  }, longest);
  const rows = await measurePlatforms(fullEffort).finally(() => clearTimeout(timer));
  print(tableOf(rows));
  print(`\n${machineFacts(fullEffort)}`);
}

export async function measurePlatforms(effort: Effort): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [platform, makeSide] of platforms) {
    const sides = {
      floor: await makeSide('floor', stateFolder),
      bot: await makeSide('bot', stateFolder),
    };
    try {
      rows.push(...(await measure(platform, sides, effort)));
    } finally {
      await Promise.all([sides.bot.close(), sides.floor.close()]);
    }
  }
  return rows;
}

async function measure(
  platform: string,
  sides: Pair<Side>,
  { rounds, starts, crowd }: Effort,
): Promise<readonly Row[]> {
  const start = await measureStarts(sides, starts);
  const started = { bot: await sides.bot.start(true), floor: await sides.floor.start(true) };
  const fresh = await memoryOf(started);
  const loads: Row[] = [];
  for (const kind of kinds) {
    const side = (of: Started) => () => measureLoad(of, kind, crowd);
    const measured = { bot: side(started.bot), floor: side(started.floor) };
    await alternate(1, measured);
    loads.push(...rowsOfLoad(`${platform} ${kind}`, kind, await alternate(rounds, measured)));
  }
  return [
    ...loads,
    { what: `${platform} start to first answer`, unit: 'ms', ...start, aim: { ratio: 1.6 } },
    { what: `${platform} memory after the start`, unit: 'MB', ...fresh, aim: { ratio: 1.3 } },
    {
      what: `${platform} memory after the load`,
      unit: 'MB',
      ...(await memoryOf(started)),
      aim: { ratio: 1.3 },
    },
  ];
}

function rowsOfLoad(what: string, kind: string, pairs: readonly Pair<Load>[]): readonly Row[] {
  const of = (pick: (load: Load) => number) =>
    compare(pairs.map(({ bot, floor }) => ({ bot: pick(bot), floor: pick(floor) })));
  const aim = kind === 'help' ? { ratio: 1.5 } : { more: 100 };
  return [
    { what: `${what}, CPU of each`, unit: 'µs', ...of(({ cpu }) => cpu), aim },
    { what: `${what}, rate`, unit: '/s', ...of(({ perSecond }) => perSecond) },
    { what: `${what}, driver busy`, unit: '%', ...of(({ driver }) => driver * 100) },
  ];
}

async function memoryOf({ bot, floor }: Pair<Started>) {
  const megabytes = async ({ process }: Started) => (await process.memory()) / 1e6;
  return compare([{ bot: await megabytes(bot), floor: await megabytes(floor) }]);
}
