// A world whose store holds many attempts already, of members who answered a hundred questions each.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { commandGroups } from '../../../commands/index.ts';
import type { MemberId, UserId } from '../../../src/core/ids.ts';
import { jobs } from '../../../src/jobs/index.ts';
import { makeWorld, realContent, type World, type WorldParts } from '../../world.ts';

const perMember = 100;
const perSession = 50;

/** Removed again when `use` is done. */
export async function withFilledWorld<T>(
  attempts: number,
  parts: Pick<WorldParts, 'platforms'>,
  use: (world: World) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'coderounds-bench-'));
  const open = () => makeWorld({ groups: commandGroups, jobs, folder, ...parts });
  try {
    const first = await open();
    const members = await joinAll(first, attempts / perMember);
    await first.close();
    fill(join(folder, 'var', 'coderounds.db'), members);
    const world = await open();
    try {
      return await use(world);
    } finally {
      await world.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const userOf = (index: number): UserId => `playground:bench-${index}`;

async function joinAll({ opened }: World, count: number): Promise<readonly MemberId[]> {
  const members = Array.from({ length: count }, () => crypto.randomUUID() as MemberId);
  await opened.store.transaction(async (tx) => {
    for (const [index, member] of members.entries())
      await tx.members.ensure(member, userOf(index), 'playground:study-group');
  });
  return members;
}

/** Straight into the file, in one transaction: through the bot it would take hours. */
function fill(path: string, members: readonly MemberId[]): void {
  const database = new Database(path);
  const session = database.prepare(
    `INSERT INTO quiz_sessions (session_id, member_id, question_ids, started_at, ended_at)
     VALUES (?, ?, '[]', ?, ?)`,
  );
  const attempt = database.prepare(
    `INSERT INTO attempts (attempt_id, member_id, session_id, position, question_id, shown_order,
       shown_at, response, credit, is_right, answered_at)
     VALUES (?, ?, ?, ?, ?, '[2,0,1,3]', ?, '{"kind":"single","choice":1}', ?, ?, ?)`,
  );
  const { questions } = realContent();
  const start = Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds;
  database.transaction(() => {
    for (const [index, member] of members.entries())
      for (let at = 0; at < perMember; at += 1) {
        const id = `${index}-${Math.floor(at / perSession)}`;
        const moment = start + 1000 * (index * perMember + at);
        if (at % perSession === 0) session.run(id, member, moment, moment);
        const right = (index + at) % 3 === 0 ? 0 : 1;
        const question = questions[(index * 7 + at) % questions.length]?.id;
        const position = at % perSession;
        attempt.run(`${id}-${at}`, member, id, position, question, moment, right, right, moment);
      }
  })();
  database.close();
}
