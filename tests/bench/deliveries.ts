// What a million members cost who have nothing to hear today, and how an overdue queue is cleared.

import Database from 'better-sqlite3';
import type { Job } from '../../src/bot/job.ts';
import type { UserId } from '../../src/core/ids.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { PostOffice } from '../jobs/post-office.ts';
import { clearOverdue } from './deliveries/overdue.ts';
import { memberOf, reply, runnerOn, timed, withStore } from './deliveries/workplace.ts';

export const name = 'deliveries';
export const summary = 'a tick with few and with many members, and a queue that is overdue';

const sizes = [10_000, 1_000_000] as const;
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
  const ticks: Ticks[] = [];
  for (const size of sizes) {
    const measured = await measure(size);
    ticks.push(measured);
    print(
      `${size} members: nothing due ${measured.idle.toFixed(2)} ms, ${dueAtOnce} due ${measured.busy.toFixed(0)} ms a tick; ${measured.megabytes} MB in memory`,
    );
  }
  const [few, many] = ticks;
  if (few && many)
    print(
      `many against few: nothing due ${(many.idle / few.idle).toFixed(2)}, ${dueAtOnce} due ${(many.busy / few.busy).toFixed(2)} times`,
    );
  await clearOverdue(print);
}

interface Ticks {
  readonly idle: number;
  readonly busy: number;
  readonly megabytes: number;
}

async function measure(size: number): Promise<Ticks> {
  return withStore(async (opened, path) => {
    await addMembers(opened, path, size);
    let now = Temporal.Now.instant().round('millisecond');
    const runner = runnerOn(opened, new PostOffice(), () => now, [remind]);
    const idle: number[] = [];
    const busy: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      now = now.add({ seconds: 1 });
      const at = now;
      idle.push(await timed(() => runner.runDue()));
      await opened.store.transaction(async (tx) => {
        for (let i = 0; i < dueAtOnce; i += 1) {
          const member = memberOf(round * dueAtOnce + i);
          await tx.alarms.set(
            { job: 'remind', subject: String(round * dueAtOnce + i), at },
            { member },
          );
        }
      });
      busy.push(await timed(() => runner.runDue()));
    }
    await runner.stop();
    const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
    return { idle: median(idle), busy: median(busy), megabytes };
  });
}

/** The first of them have keys of their own, since messages to them will be sealed. */
const withKeys = 1_000;

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
