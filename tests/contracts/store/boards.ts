// Boards: who is shown, in which order, and what the periods hold.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupId, MemberId } from '../../../src/core/ids.ts';
import type { Store } from '../../../src/store/store.ts';
import { group, join, type OpenEmpty } from './given.ts';

const sunday = Temporal.PlainDate.from('2026-11-22');
const week = { group, period: 'week', on: sunday } as const;
const all = { ...week, period: 'all' } as const;

async function shown(store: Store, name: string): Promise<MemberId> {
  const member = await join(store, name);
  await store.members.change(member, { onBoard: true });
  return member;
}

function add(store: Store, member: MemberId, right: number, answered: number, on = sunday) {
  return store.boards.add(member, { group, topic: 'compliance', on }, { right, answered });
}

export function describeBoards(open: OpenEmpty): void {
  describe('boards', () => {
    it('show those who agreed, the most right first, then the fewest tries', async () => {
      const { store } = await open();
      const maria = await shown(store, 'maria');
      const james = await shown(store, 'james');
      const hidden = await join(store, 'hidden');
      await add(store, maria, 3, 5);
      await add(store, james, 3, 4);
      await add(store, hidden, 9, 9);
      expect(await store.boards.top(all, 10)).toEqual([
        { member: james, right: 3, answered: 4, rank: 1 },
        { member: maria, right: 3, answered: 5, rank: 2 },
      ]);
      expect(await store.boards.around(all, hidden, 5)).toEqual([]);
      expect(await store.boards.of(all, hidden)).toEqual({ right: 9, answered: 9 });
      expect(await store.boards.totals(all)).toEqual([
        { topic: '', members: 3, right: 15, answered: 18 },
        { topic: 'compliance', members: 3, right: 15, answered: 18 },
      ]);
    });

    it('what was reached before counts as soon as somebody agrees, and vanishes when they leave', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await add(store, maria, 1, 1);
      expect(await store.boards.top(all, 10)).toEqual([]);
      await store.members.change(maria, { onBoard: true });
      expect(await store.boards.top(all, 10)).toHaveLength(1);
      await store.members.change(maria, { onBoard: false });
      expect(await store.boards.top(all, 10)).toEqual([]);
      await store.privacy.delete(maria);
      expect(await store.boards.totals(all)).toEqual([]);
    });

    it('a week begins on Monday, a month on its first, and topics and groups have their own', async () => {
      const { store } = await open();
      const maria = await shown(store, 'maria');
      await add(store, maria, 1, 1, sunday);
      await add(store, maria, 1, 1, sunday.add({ days: 1 }));
      await add(store, maria, 1, 1, Temporal.PlainDate.from('2026-12-01'));
      const right = async (board: Parameters<typeof store.boards.of>[0]) =>
        (await store.boards.of(board, maria))?.right;
      expect(await right(week)).toBe(1);
      expect(await right({ ...week, on: sunday.add({ days: 7 }) })).toBe(1);
      expect(await right({ ...week, period: 'month' })).toBe(2);
      expect(await right(all)).toBe(3);
      expect(await right({ ...all, topic: 'compliance' })).toBe(3);
      expect(await right({ ...all, topic: 'anatomy' })).toBeUndefined();
      expect(await right({ ...all, group: 'discord:other' as GroupId })).toBeUndefined();
    });

    it('a mended key takes back what it gave', async () => {
      const { store } = await open();
      const maria = await shown(store, 'maria');
      await add(store, maria, 1, 1);
      await add(store, maria, -1, 0);
      expect(await store.boards.of(all, maria)).toEqual({ right: 0, answered: 1 });
    });

    it('those around somebody have the ranks that a whole list would give them', async () => {
      const score = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2 }));
      await fc.assert(
        fc.asyncProperty(fc.array(score, { minLength: 1, maxLength: 16 }), async (scores) => {
          const { store } = await open();
          const members = await Promise.all(scores.map((_, index) => shown(store, `m${index}`)));
          for (const [index, [right, wrong]] of scores.entries())
            await add(store, members[index] as MemberId, right, right + wrong);
          const whole = await store.boards.top(all, 100);
          for (const [index, member] of whole.map((each) => each.member).entries()) {
            const around = await store.boards.around(all, member, 3);
            expect(around).toEqual(whole.slice(Math.max(0, index - 3), index + 4));
          }
          for (const { rank, right, answered } of whole) {
            const better = whole.filter(
              (each) => each.right > right || (each.right === right && each.answered < answered),
            );
            expect(rank).toBe(better.length + 1);
          }
        }),
        { numRuns: 6 },
      );
    });
  });
}
