// The exams that members plan.

import { describe, expect, it } from 'vitest';
import { join, type OpenEmpty } from './given.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const cpc = { exam: 'CPC', on: today.add({ days: 90 }), plannedOn: today };
const result = { id: 'r1', exam: 'CPC', takenOn: today, percent: 68 };

export function describePlans(open: OpenEmpty): void {
  describe('plans', () => {
    it('an exam has one day, the soonest comes first, and its results go with it', async () => {
      const { store } = await open();
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      await store.plans.set(maria, cpc);
      await store.plans.set(maria, { ...cpc, exam: 'CRC', on: today.add({ days: 30 }) });
      const moved = { ...cpc, on: today.add({ days: 10 }), plannedOn: today.add({ days: 1 }) };
      await store.plans.set(maria, moved);
      expect(await store.plans.exams(maria)).toMatchObject([
        { ...moved, plannedOn: today },
        { exam: 'CRC' },
      ]);
      await store.plans.addResult(maria, result);
      await store.plans.addResult(maria, { ...result, id: 'r2', takenOn: today.add({ days: 5 }) });
      expect((await store.plans.results(maria, 'CPC')).map(({ id }) => id)).toEqual(['r2', 'r1']);
      expect(await store.plans.removeResult(james, 'r1')).toBe(false);
      expect(await store.plans.removeResult(maria, 'r1')).toBe(true);
      expect(await store.plans.remove(james, 'CPC')).toBe(false);
      expect(await store.plans.remove(maria, 'CPC')).toBe(true);
      expect(await store.plans.remove(maria, 'CPC')).toBe(false);
      expect(await store.plans.results(maria, 'CPC')).toEqual([]);
    });
  });
}
