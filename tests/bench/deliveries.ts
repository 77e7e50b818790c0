// What a million members cost who have nothing to hear today, and how an overdue queue is cleared.

import Database from 'better-sqlite3';
import type { Job } from '../../src/bot/job.ts';
import { collectGarbage } from '../../src/collect-garbage.ts';
import type { UserId } from '../../src/core/ids.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { PostOffice } from '../jobs/post-office.ts';
import { clearOverdue } from './deliveries/overdue.ts';
import { memberOf, now, reply, runnerOn, timed, withStore } from './deliveries/workplace.ts';

export const name = 'deliveries';
export const summary = 'a tick with few and with many members, and a queue that is overdue';

const dueAtOnce = 100;

const remind: Job = {
  name: 'remind',
  async ring({ subject }, now) {
    const to = { kind: 'dm', user: userOf(Number(subject)) } as const;
    const key = `bench:${subject}:${now.epochMilliseconds}`;
    return { outgoing: [{ key, to, reply, due: now, member: memberOf(Number(subject)) }] };
  },
};

export async function run(print: (text: string) => void): Promise<void> {
  await withStore((few, fewPath) =>
    withStore(async (many, manyPath) => {
      await addMembers(few, fewPath, 10_000);
      await addMembers(many, manyPath, 1_000_000);
      await compareTicks(few, many, print);
    }),
  );
  await clearOverdue(print);
}

const rounds = 15;

/** In turns, so that whatever else the machine does befalls both. */
async function compareTicks(
  few: OpenStore,
  many: OpenStore,
  print: (text: string) => void,
): Promise<void> {
  const ticks = { few: makeTicks(few), many: makeTicks(many) };
  await ticks.few.round();
  await collectGarbage();
  const withFew = megabytes();
  await ticks.many.round();
  for (let round = 0; round < rounds; round += 1) {
    await ticks.few.round();
    await ticks.many.round();
  }
  await collectGarbage();
  const withBoth = megabytes();
  const taken = { few: await ticks.few.end(), many: await ticks.many.end() };
  const share = (of: keyof Ticks) => `${(taken.many[of] / taken.few[of]).toFixed(2)} times as long`;
  print(`a tick with a million members beside one with ten thousand, medians of ${rounds}:`);
  print(`nothing due: ${taken.many.idle.toFixed(2)} ms, ${share('idle')}`);
  print(`${dueAtOnce} due: ${taken.many.busy.toFixed(0)} ms, ${share('busy')}`);
  print(`memory: ${withFew} MB with the ten thousand, ${withBoth} MB once the million ticked too`);
}

/** Milliseconds, medians. */
interface Ticks {
  readonly idle: number;
  readonly busy: number;
}

/** The first round fills caches and does not count. */
function makeTicks(opened: OpenStore) {
  let clock = now();
  const runner = runnerOn(opened, new PostOffice(), () => clock, [remind]);
  const idle: number[] = [];
  const busy: number[] = [];
  return {
    async round() {
      clock = clock.add({ seconds: 1 });
      const at = clock;
      const first = idle.length * dueAtOnce;
      idle.push(await timed(() => runner.runDue()));
      await opened.store.transaction(async (tx) => {
        for (let i = first; i < first + dueAtOnce; i += 1)
          await tx.alarms.set({ job: 'remind', subject: String(i), at }, { member: memberOf(i) });
      });
      busy.push(await timed(() => runner.runDue()));
    },
    async end(): Promise<Ticks> {
      await runner.stop();
      return { idle: median(idle.slice(1)), busy: median(busy.slice(1)) };
    },
  };
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
}

/** The first of them have keys of their own, since messages to them will be sealed. */
const withKeys = (rounds + 1) * dueAtOnce;

/** Each with a deadline next year. */
async function addMembers(opened: OpenStore, path: string, count: number): Promise<void> {
  await opened.store.transaction(async (tx) => {
    for (let i = 0; i < withKeys; i += 1)
      await tx.members.ensure(memberOf(i), userOf(i), undefined);
  });
  const database = new Database(path);
  const nextYear = Temporal.Now.instant().add({ hours: 24 * 365 }).epochMilliseconds;
  const statements = [
    'INSERT INTO members (member_id, reminders_by_dm) VALUES (?, 1)',
    'INSERT INTO identities (user_id, member_id, place) VALUES (?, ?, 0)',
    `INSERT INTO alarms (job, subject, at, rings_at, member_id) VALUES ('remind', ?, ?, ?, ?)`,
  ].map((statement) => database.prepare(statement));
  const [members, identities, alarms] = statements;
  database.transaction(() => {
    database.exec(`UPDATE identities SET dm_channel = 'discord:5' || substr(user_id, 10)`);
    for (let i = 0; i < count; i += 1) {
      if (i >= withKeys) {
        members?.run(memberOf(i));
        identities?.run(userOf(i), memberOf(i));
      }
      alarms?.run(String(i), nextYear + i, nextYear + i, memberOf(i));
    }
  })();
  database.close();
}

function userOf(i: number): UserId {
  return `discord:${1_000_000_000_000_000_000n + BigInt(i)}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
