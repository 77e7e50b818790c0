// Rounds: one runs in a channel, one answer of each member counts, one change of it.

import { describe, expect, it } from 'vitest';
import type { Round } from '../../../src/store/round-records.ts';
import { group, join, later, now, type OpenEmpty } from './given.ts';

export const round: Round = {
  id: 'r1',
  group,
  channel: 'discord:general',
  questionIds: ['q1', 'q2'],
  orders: [
    [1, 0, 2],
    [2, 1, 0],
  ],
  secondsEach: 144,
  startedAt: now,
  state: 'running',
  phase: 'asking',
  position: 0,
  phaseEnds: later({ seconds: 144 }),
  posts: 2,
  silent: 0,
};
const right = { choice: 2, right: true, at: now };
const wrong = { choice: 0, right: false, at: now };

export function describeRounds(open: OpenEmpty): void {
  describe('rounds', () => {
    it('one runs in a channel, also when two begin at once', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      const began = await Promise.all([
        store.rounds.begin(round, maria),
        store.rounds.begin({ ...round, id: 'r2' }, maria),
        store.rounds.begin({ ...round, id: 'r3', channel: 'discord:other' }, maria),
      ]);
      expect(began).toEqual([true, false, true]);
      expect(await store.rounds.running('discord:general')).toEqual(round);
      expect(await store.rounds.isStarter(maria, 'r1')).toBe(true);
      expect(await store.rounds.isStarter(await join(store, 'james'), 'r1')).toBe(false);
    });

    it('moves on only from where it was read, and does not run beside another', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await store.rounds.begin(round, maria);
      const saved = { ...round, state: 'saved' } as const;
      expect(await store.rounds.move(round, saved)).toBe(true);
      expect(await store.rounds.move(round, { ...round, phase: 'revealed' })).toBe(false);
      expect(await store.rounds.saved('discord:general')).toEqual(saved);
      await store.rounds.begin({ ...round, id: 'r2' }, maria);
      expect(await store.rounds.move(saved, round)).toBe(false);
      expect(await store.rounds.asked(group)).toEqual(['q1', 'q2', 'q1', 'q2']);
    });

    it('of many answers at once each member has one, with one change', async () => {
      const { store } = await open();
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      await store.rounds.begin(round, maria);
      await store.rounds.join(james, 'r1');
      const given = [wrong, wrong, right, wrong].map((each) =>
        store.transaction((tx) => tx.rounds.lock(james, round, each)),
      );
      expect(await Promise.all(given)).toEqual(['locked', 'same', 'changed', 'final']);
      expect(await store.rounds.choice(james, 'r1', 0)).toBe(2);
      expect(await store.rounds.counts('r1', 0)).toEqual({ joined: 2, answered: 1, right: 1 });
      await store.rounds.lock(maria, round, wrong);
      expect(await store.rounds.choices('r1', 0)).toEqual(
        new Map([
          [0, 1],
          [2, 1],
        ]),
      );
      expect(await store.rounds.score(maria, 'r1')).toEqual({ answered: 1, right: 0 });
      expect(await store.rounds.missed(maria, 'r1')).toEqual(['q1']);
      expect(await store.rounds.shownScores('r1', 5)).toEqual([]);
      await store.members.change(james, { onBoard: true });
      expect(await store.rounds.shownScores('r1', 5)).toEqual([
        { member: james, answered: 1, right: 1 },
      ]);
    });

    it('goes on without its starter when they delete what is theirs', async () => {
      const { store } = await open();
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      await store.rounds.begin(round, maria);
      await store.rounds.lock(james, round, right);
      await store.privacy.delete(maria);
      expect(await store.rounds.running('discord:general')).toEqual(round);
      expect(await store.rounds.counts('r1', 0)).toMatchObject({ answered: 1 });
    });
  });
}
