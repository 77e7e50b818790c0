// Values that wait for a confirmation or a correction.

import { describe, expect, it } from 'vitest';
import { join, later, now, type OpenEmpty } from './given.ts';

const values = { title: 'Audit workshop', credits: 2, online: true };

export function describeDrafts(open: OpenEmpty): void {
  describe('drafts', () => {
    it('open for their member alone', async () => {
      const { store } = await open();
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      const id = await store.drafts.keep(maria, 'ceu.add', values, now);
      expect(await store.drafts.read(maria, id, now)).toEqual({ action: 'ceu.add', values });
      expect(await store.drafts.read(james, id, now)).toBeUndefined();
      expect(await store.drafts.drop(james, id)).toBe(false);
      expect(await store.drafts.read(maria, id, now)).toBeDefined();
    });

    it('are gone after an hour, and swept away then', async () => {
      const { store, jobs } = await open();
      const maria = await join(store, 'maria');
      const id = await store.drafts.keep(maria, 'ceu.add', values, now);
      expect(await store.drafts.read(maria, id, later({ minutes: 59 }))).toBeDefined();
      expect(await store.drafts.read(maria, id, later({ minutes: 60 }))).toBeUndefined();
      await jobs.sweep(later({ minutes: 59 }));
      expect(await store.privacy.count(maria)).toHaveProperty('drafts', 1);
      await jobs.sweep(later({ minutes: 60 }));
      expect(await store.privacy.count(maria)).not.toHaveProperty('drafts');
    });

    it('of two presses at once one gets them', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      const id = await store.drafts.keep(maria, 'ceu.add', values, now);
      const presses = await Promise.all([
        store.drafts.drop(maria, id),
        store.transaction((tx) => tx.drafts.drop(maria, id)),
      ]);
      expect(presses.filter(Boolean)).toHaveLength(1);
    });

    it('have ids that nobody guesses and that fit a button', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      const ids = await Promise.all(
        Array.from({ length: 50 }, () => store.drafts.keep(maria, 'ceu.add', {}, now)),
      );
      expect(new Set(ids).size).toBe(50);
      for (const id of ids) expect(id).toMatch(/^[\w-]{12}$/);
    });
  });
}
