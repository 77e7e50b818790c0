// Members, their settings, their accounts.

import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/core/ids.ts';
import { group, join, type OpenEmpty, userOf } from './given.ts';

const ensured = { id: 'member-maria', remindersByDm: false, onBoard: false };

export function describeMembers(open: OpenEmpty): void {
  describe('members', () => {
    it('a stranger is nobody; a member is written down once, whoever asks again', async () => {
      const { store } = await open();
      expect(await store.members.find(userOf('maria'))).toBeUndefined();
      const maria = await join(store, 'maria');
      await store.members.ensure('another-id' as MemberId, userOf('maria'), undefined);
      expect(await store.members.find(userOf('maria'))).toEqual(ensured);
      expect(await store.members.accounts(maria)).toEqual([userOf('maria')]);
    });

    it('several accounts belong to one person, in the order of their first use', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await store.members.ensure(maria, 'slack:T1/U2', undefined);
      expect(await store.members.accounts(maria)).toEqual([userOf('maria'), 'slack:T1/U2']);
      expect(await store.members.find('slack:T1/U2')).toEqual(ensured);
    });

    it('settings come back as they were given, and null clears them', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      const from = Temporal.PlainTime.from('22:30');
      const quiet = { from, to: Temporal.PlainTime.from('07:00') };
      const given = { zone: 'America/Chicago', quiet, remindersByDm: true, onBoard: true };
      await store.members.change(maria, { ...given, nickname: 'Mia 😀' });
      const read = await store.members.find(userOf('maria'));
      expect(read).toMatchObject({ zone: 'America/Chicago', remindersByDm: true, onBoard: true });
      expect(read?.nickname).toBe('Mia 😀');
      expect(read?.quiet?.from.toString()).toBe('22:30:00');
      expect(read?.quiet?.to.toString()).toBe('07:00:00');
      await store.members.change(maria, { zone: null, quiet: null, nickname: null });
      expect(await store.members.find(userOf('maria'))).toEqual({
        ...ensured,
        remindersByDm: true,
        onBoard: true,
      });
    });

    it('an absent key leaves a setting alone', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await store.members.change(maria, { zone: 'Europe/Berlin' });
      await store.members.change(maria, { onBoard: true });
      expect((await store.members.find(userOf('maria')))?.zone).toBe('Europe/Berlin');
    });

    it('home is the group last used, until one is chosen', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      const home = async () => (await store.members.find(userOf('maria')))?.homeGroup;
      await store.members.ensure(maria, userOf('maria'), 'discord:first');
      await store.members.ensure(maria, userOf('maria'), 'discord:second');
      await store.members.ensure(maria, userOf('maria'), undefined);
      expect(await home()).toBe('discord:second');
      await store.members.chooseHomeGroup(maria, group);
      await store.members.ensure(maria, userOf('maria'), 'discord:third');
      expect(await home()).toBe(group);
    });
  });
}
