// Ten thousand messages that are three hours late, cleared over real sockets, by a platform that
// refuses whoever is too fast.

import { setTimeout as pass } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Bot } from '../../../src/bot/bot.ts';
import { payloadOf } from '../../../src/bot/payload.ts';
import type { Manners, Platform } from '../../../src/bot/platform.ts';
import type { ChannelId, UserId } from '../../../src/core/ids.ts';
import type { Runner } from '../../../src/jobs/runner.ts';
import { discord } from '../../../src/platforms/discord/connect.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { openLocalDiscord } from '../../fixtures/discord/local-discord.ts';
import { goodToken } from '../../fixtures/discord/names.ts';
import { startSlack } from '../../platforms/slack/drive.ts';
import { type Counts, discordLimits, slackLimits } from './rate-limits.ts';
import { botOn, log, memberOf, now, reply, runnerOn, timed, withStore } from './workplace.ts';

const overdue = 10_000;
const longestWait = 60_000;
/** Without a pace fewer show what that leads to. */
const hurried = 500;
/** Every so many is a post in the channel of a group, the others direct messages. */
const everyPost = 10;
/** So many posts after one another are for the same channel, which takes fewer a second. */
const postsInChannel = 50;

interface Running extends Counts {
  readonly platform: Platform;
  arrived(): number;
  stop(): Promise<void>;
}

interface Side {
  readonly name: string;
  user(i: number): UserId;
  /** Where that member and the bot talk alone: known since they asked for reminders. */
  dm(i: number): ChannelId;
  groupChannel(i: number): ChannelId;
  start(manners: Partial<Manners>, bot: Bot): Promise<Running>;
}

const onDiscord: Side = {
  name: 'Discord',
  user: (i) => `discord:1${discordNumber(i)}`,
  dm: (i) => `discord:5${discordNumber(i)}`,
  groupChannel: (i) => `discord:3${discordNumber(i)}`,
  async start(manners) {
    const { limit, ...counts } = discordLimits();
    const local = await openLocalDiscord({ isChecking: false, latency: 60, limit });
    const platform = discord({ token: goodToken, log, apiUrl: local.apiUrl, manners });
    return {
      ...counts,
      platform,
      arrived: () => local.happenings.length,
      async stop() {
        await platform.stop();
        await local.close();
      },
    };
  },
};

function discordNumber(i: number): string {
  return String(i).padStart(18, '0');
}

const onSlack: Side = {
  name: 'Slack',
  user: (i) => `slack:T1/U${i}`,
  dm: (i) => `slack:T1/D${i}`,
  groupChannel: (i) => `slack:T1/G${i}`,
  async start(manners, bot) {
    const { refuse, ...counts } = slackLimits();
    const started = await startSlack(bot, 'socket', { manners }, refuse);
    return {
      ...counts,
      platform: started.platform,
      arrived: () => started.fake.messages.length,
      stop: started.stop,
    };
  },
};

/** Both side by side: it takes minutes, most of them waiting. */
export async function clearOverdue(print: (text: string) => void): Promise<void> {
  const sides = [onDiscord, onSlack].map(async (side) => {
    print(await clear(side, hurried, { between: 0, betweenInChannel: 0 }, 'without a pace'));
    print(await clear(side, overdue, {}, 'at its pace'));
  });
  await Promise.all(sides);
}

async function clear(
  side: Side,
  count: number,
  manners: Partial<Manners>,
  how: string,
): Promise<string> {
  return withStore(async (opened, path) => {
    await queueUp(opened, path, count, side);
    const running = await side.start(manners, botOn(opened));
    const runner = runnerOn(opened, running.platform, now);
    const seconds = (await timed(() => sendAll(runner, count, running))) / 1000;
    await runner.stop();
    await running.stop();
    return `${side.name} ${how}: ${running.arrived()} of ${count} overdue there after ${(seconds / 60).toFixed(1)} minutes, ${(count / seconds).toFixed(1)} a second; at most ${running.busiest()} requests in a second, ${running.refused()} answered with 429`;
  });
}

/** Until all are there, or nothing has come for as long as no platform asks to wait. */
async function sendAll(runner: Runner, count: number, { arrived }: Running): Promise<void> {
  runner.start();
  let [last, moved] = [-1, performance.now()];
  while (arrived() < count && performance.now() - moved < longestWait) {
    if (arrived() !== last) [last, moved] = [arrived(), performance.now()];
    await pass(100);
  }
}

async function queueUp(opened: OpenStore, path: string, count: number, side: Side): Promise<void> {
  const due = Temporal.Now.instant().subtract({ hours: 3 }).round('millisecond');
  await opened.store.transaction(async (tx) => {
    for (let i = 0; i < count; i += 1) {
      const key = `overdue:${i}`;
      const message = { key, payload: payloadOf(reply), due };
      if (i % everyPost === 0) {
        const channel = side.groupChannel(Math.floor(i / everyPost / postsInChannel));
        await tx.outbox.add({ ...message, to: { channel } });
        continue;
      }
      await tx.members.ensure(memberOf(i), side.user(i), undefined);
      await tx.outbox.add({ ...message, to: { user: side.user(i) }, member: memberOf(i) });
    }
  });
  const database = new Database(path);
  const known = database.prepare('UPDATE identities SET dm_channel = ? WHERE member_id = ?');
  database.transaction(() => {
    for (let i = 0; i < count; i += 1) known.run(side.dm(i), memberOf(i));
  })();
  database.close();
}
