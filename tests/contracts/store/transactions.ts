// A transaction is kept as a whole or not at all, whoever else is at the store meanwhile.

import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../../src/store/store.ts';
import { group, join, type OpenEmpty, userOf } from './given.ts';

export function describeTransactions(open: OpenEmpty): void {
  describe('transactions', () => {
    it('of two members at once, the one rolled back does not take the other along', async () => {
      const { store } = await open();
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      const failed = store.transaction(async (tx) => {
        await tx.members.change(maria, { nickname: 'Mia' });
        await pause();
        throw new Error('something went wrong');
      });
      const kept = store.members.change(james, { nickname: 'Jim' });
      await expect(failed).rejects.toThrow('something went wrong');
      await kept;
      expect((await store.members.find(userOf('maria')))?.nickname).toBeUndefined();
      expect((await store.members.find(userOf('james')))?.nickname).toBe('Jim');
    });

    it('all get their turn, in order, with every second one failing', async () => {
      const { store } = await open();
      const turns: number[] = [];
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          store.transaction(async (tx) => {
            turns.push(i);
            await tx.groups.addOrganizer(group, userOf(`person-${i}`));
            await pause();
            if (i % 2 === 1) throw new Error('not this one');
          }),
        ),
      );
      expect(turns).toEqual(Array.from({ length: 20 }, (_, i) => i));
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(10);
      expect(await store.groups.organizers(group)).toHaveLength(10);
    });

    it('statements that wait between transactions belong to none of them', async () => {
      const { store } = await open();
      const fails = () =>
        store.transaction(async (tx) => {
          await tx.groups.change(group, { channel: 'discord:elsewhere' });
          await pause();
          throw new Error('not kept');
        });
      const change = () => store.groups.change(group, { zone: 'America/Chicago' });
      await Promise.allSettled([fails(), fails(), change(), fails()]);
      const settings = await store.groups.find(group);
      expect(settings).toMatchObject({ zone: 'America/Chicago' });
      expect(settings?.channel).toBeUndefined();
    });

    it('calling the store itself from inside throws instead of waiting for ever', async () => {
      const { store } = await open();
      const inside = store.transaction(async (tx) => {
        await tx.groups.change(group, { paused: true });
        await store.groups.find(group);
      });
      await expect(inside).rejects.toThrow('only its `tx` may be used');
      const nested = store.transaction(() => store.transaction(async () => {}));
      await expect(nested).rejects.toThrow('only its `tx` may be used');
      expect(await store.groups.find(group)).toBeUndefined();
    });

    it('what was started inside and goes on afterwards may use the store again', async () => {
      const { store } = await open();
      const { promise: afterwards, resolve } = Promise.withResolvers<unknown>();
      await store.transaction(async (tx) => {
        await tx.groups.change(group, { paused: true });
        setImmediate(() => setImmediate(() => resolve(store.groups.find(group))));
      });
      expect(await afterwards).toMatchObject({ paused: true });
    });

    it('using its `tx` after the end throws', async () => {
      const { store } = await open();
      let leaked: Transaction | undefined;
      await store.transaction(async (tx) => {
        leaked = tx;
      });
      await expect(leaked?.groups.change(group, { paused: true })).rejects.toThrow(
        'This transaction is over',
      );
      expect(await store.groups.find(group)).toBeUndefined();
    });

    it('its listener hears of what was kept, and of nothing else', async () => {
      const { store, onCommit } = await open();
      let heard = 0;
      onCommit(() => {
        heard += 1;
      });
      await store.transaction((tx) => tx.groups.change(group, { paused: true }));
      await store.transaction(() => Promise.reject(new Error('no'))).catch(() => {});
      expect(heard).toBe(1);
    });
  });
}

/** Lets everybody else run in between. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
