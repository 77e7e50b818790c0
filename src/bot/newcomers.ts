// People who have no record yet: it is written with their first change, so looking around leaves no
// trace.

import type { MemberId, UserId } from '../core/ids.ts';
import type { Member, Store } from '../store/store.ts';
import type { From } from './event.ts';

export interface Newcomers {
  /** The same id for two events of one person that arrive before either is written. */
  of(user: UserId): Member;
  /** The store in which the first change of a person also writes down who they are. */
  writtenDown(store: Store, member: MemberId, from: From): Store;
}

const most = 10_000;

export function makeNewcomers(): Newcomers {
  const ids = new Map<UserId, MemberId>();
  const idOf = (user: UserId): MemberId => {
    const id = ids.get(user) ?? (crypto.randomUUID() as MemberId);
    ids.delete(user);
    ids.set(user, id);
    const oldest = ids.keys().next().value;
    if (ids.size > most && oldest !== undefined) ids.delete(oldest);
    return id;
  };
  return {
    of: (user) => ({ id: idOf(user), remindersByDm: false, onBoard: false }),
    writtenDown: (store, member, from) => {
      const scoped: Store = Object.create(store);
      scoped.transaction = (work) =>
        store.transaction(async (tx) => {
          await tx.members.ensure(member, from.user.id, from.group);
          return work(tx);
        });
      return scoped;
    },
  };
}
