// A store as it would be after so many answers, written in bulk: answering a million questions one
// by one would take the bench minutes.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { GroupId, MemberId, UserId } from '../../../src/core/ids.ts';
import { type OpenStore, openStore } from '../../../src/store/open.ts';

export const group: GroupId = 'playground:study-group';
export const today = Temporal.PlainDate.from('2026-11-25');

export function memberOf(index: number): MemberId {
  return `member-${index}` as MemberId;
}

export function userOf(index: number): UserId {
  return `playground:user-${index}`;
}

export async function withStore<T>(
  members: number,
  fill: (database: Database.Database) => void,
  measure: (opened: OpenStore) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'coderounds-bench-'));
  const files = { path: join(folder, 'coderounds.db'), keyFile: join(folder, 'coderounds.key') };
  try {
    const first = await openStore(files);
    await first.store.groups.change(group, {});
    await first.store.transaction(async (tx) => {
      for (let index = 0; index < members; index += 1)
        await tx.members.ensure(memberOf(index), userOf(index), group);
    });
    first.close();
    const database = new Database(files.path);
    database.pragma('synchronous = OFF');
    database.transaction(() => fill(database))();
    database.exec('ANALYZE');
    database.close();
    const opened = await openStore(files);
    return await measure(opened).finally(() => opened.close());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The median of so many goes, in microseconds; the first ones only warm up. Of what writes, measure
 * inside one transaction: what a disk takes for each is the same at any size.
 */
export async function median(goes: number, go: (at: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = -Math.ceil(goes / 4); at < goes; at += 1) {
    const start = performance.now();
    await go(at + goes);
    if (at >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return (times[Math.floor(goes / 2)] ?? 0) * 1000;
}

/** A line of costs with their growth against the first, beside that of a logarithm. */
export function growthLine(
  what: string,
  sizes: readonly number[],
  microseconds: readonly number[],
): string {
  const [first = 1] = microseconds;
  const [smallest = 2] = sizes;
  const figures = microseconds.map((cost, index) => {
    const growth = (cost / first).toFixed(1);
    const logarithm = (Math.log(sizes[index] ?? 1) / Math.log(smallest)).toFixed(1);
    return `${cost.toFixed(0).padStart(6)} µs${index === 0 ? '' : ` (×${growth}, log ×${logarithm})`}`;
  });
  return `  ${what.padEnd(34)} ${figures.join('   ')}`;
}
