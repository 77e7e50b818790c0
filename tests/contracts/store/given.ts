// What the contract of every store begins with: one moment, one group, members by name.

import type { GroupId, MemberId, UserId } from '../../../src/core/ids.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import type { OutboxRow, Store } from '../../../src/store/store.ts';

export interface StoreUnderTest extends OpenStore {
  /** Every byte that the database keeps, as a thief of its files would find them. */
  bytes(): Promise<Buffer>;
}

/** An empty store, closed and removed when the test ends. */
export type OpenEmpty = () => Promise<StoreUnderTest>;

export const now = Temporal.Instant.from('2026-11-22T15:00:00Z');
export const group: GroupId = 'discord:chapter';

/** Writes a member down under the account of that name. */
export async function join(store: Store, name: string): Promise<MemberId> {
  const member = `member-${name}` as MemberId;
  await store.transaction((tx) => tx.members.ensure(member, userOf(name), undefined));
  return member;
}

export function userOf(name: string): UserId {
  return `discord:${name}`;
}

export function later(time: Temporal.DurationLike): Temporal.Instant {
  return now.add(Temporal.Duration.from(time));
}

/** A post in a channel of the group. */
export function post(key: string, more: Partial<OutboxRow> = {}): OutboxRow {
  return { key, to: { channel: 'discord:general' }, payload: '{}', due: now, group, ...more };
}
