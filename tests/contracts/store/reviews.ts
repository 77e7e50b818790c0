// Spaced repetition: what is due, in which order, and what is rated once.

import { describe, expect, it } from 'vitest';
import { review } from '../../../src/core/review/memory.ts';
import { join, type OpenEmpty } from './given.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const on = (days: number) => today.add({ days });

export function describeReviews(open: OpenEmpty): void {
  describe('reviews', () => {
    it('the longest waiting come first, and only what is due', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      for (const [question, days] of [
        ['late', -3],
        ['today', 0],
        ['later', 2],
      ] as const)
        await store.reviews.add(maria, { question, why: 'saved', due: on(days) }, today);
      const due = await store.reviews.due(maria, today, 10);
      expect(due.map(({ question }) => question)).toEqual(['late', 'today']);
      expect(await store.reviews.due(maria, today, 1)).toHaveLength(1);
      expect(await store.reviews.countDue(maria, today)).toBe(2);
      expect(await store.reviews.count(maria)).toBe(3);
      expect([...(await store.reviews.dueByDay(maria, today, on(5)))]).toEqual([
        ['2026-11-22', 1],
        ['2026-11-24', 1],
      ]);
    });

    it("a card is added once, and is nobody else's", async () => {
      const { store } = await open();
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      const card = { question: 'q1', why: 'saved', due: on(1) } as const;
      const added = [card, { ...card, due: on(9) }].map((each) =>
        store.reviews.add(maria, each, today),
      );
      expect(await Promise.all(added)).toEqual([true, false]);
      expect(await store.reviews.card(maria, 'q1')).toEqual(card);
      expect(await store.reviews.card(james, 'q1')).toBeUndefined();
      expect(await store.reviews.remove(james, 'q1')).toBe(false);
      expect(await store.reviews.remove(maria, 'q1')).toBe(true);
      expect(await store.reviews.remove(maria, 'q1')).toBe(false);
    });

    it('a miss brings a card forward and never puts it off', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await store.reviews.add(maria, { question: 'far', why: 'saved', due: on(30) }, today);
      await store.reviews.add(maria, { question: 'near', why: 'saved', due: today }, today);
      for (const question of ['far', 'near', 'new'])
        await store.reviews.bringForward(maria, question, on(1), today);
      const days = (await store.reviews.all(maria)).map(({ question, due }) => [
        question,
        `${due}`,
      ]);
      expect(days).toEqual([
        ['near', '2026-11-22'],
        ['far', '2026-11-23'],
        ['new', '2026-11-23'],
      ]);
    });

    it('of two ratings at once one counts', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await store.reviews.add(maria, { question: 'q1', why: 'topic', due: today }, today);
      const good = review(undefined, 'good', today);
      const rated = ['good', 'again'].map((rating) =>
        store.reviews.rate(maria, 'q1', 0, review(undefined, rating as 'good', today)),
      );
      expect(await Promise.all(rated)).toEqual([true, false]);
      expect((await store.reviews.card(maria, 'q1'))?.memory).toEqual(good);
      expect(await store.reviews.reviewedOn(maria, today)).toBe(1);
      expect(await store.reviews.reviewedOn(maria, on(1))).toBe(0);
      expect(await store.reviews.newOn(maria, today)).toBe(1);
      await store.reviews.move(maria, [{ question: 'q1', due: on(8) }]);
      expect((await store.reviews.card(maria, 'q1'))?.due).toEqual(on(8));
    });

    it('settings have their usual values, are changed one by one, and cleared', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      const usual = { perDay: 20, fourRatings: false, topics: [] };
      expect(await store.reviews.settings(maria)).toEqual(usual);
      const nudgeAt = Temporal.PlainTime.from('08:30');
      await store.reviews.change(maria, { perDay: 5, nudgeAt, topics: ['compliance'] });
      await store.reviews.change(maria, { fourRatings: true, awayUntil: on(7), notToday: today });
      expect(await store.reviews.settings(maria)).toEqual({
        perDay: 5,
        fourRatings: true,
        topics: ['compliance'],
        nudgeAt,
        awayUntil: on(7),
        notToday: today,
      });
      const cleared = { awayUntil: null, notToday: null, nudgeAt: null, topics: null };
      await store.reviews.change(maria, { ...cleared, perDay: null, fourRatings: false });
      expect(await store.reviews.settings(maria)).toEqual(usual);
    });
  });
}
