// Study groups: settings, organizers, schedules.

import { describe, expect, it } from 'vitest';
import type { DailySchedule, NoticeSchedule } from '../../../src/store/group-records.ts';
import { group, join, type OpenEmpty, userOf } from './given.ts';

const other = 'discord:other-chapter';
const daily: DailySchedule = {
  group,
  channel: 'discord:general',
  time: Temporal.PlainTime.from('09:00'),
  weekdaysOnly: true,
  topic: 'compliance',
};
const notices: NoticeSchedule = {
  group,
  channel: 'discord:news',
  time: Temporal.PlainTime.from('08:30'),
  codeSets: ['icd-10-cm', 'cpt'],
  leadDays: [30, 0],
};

export function describeGroups(open: OpenEmpty): void {
  describe('groups', () => {
    it('are written down with their first change', async () => {
      const { store } = await open();
      expect(await store.groups.find(group)).toBeUndefined();
      const made = await store.groups.change(group, { channel: 'discord:general' });
      expect(made).toMatchObject({ channel: 'discord:general', zoneChosen: false, paused: false });
      const settings = { zone: 'America/Denver', organizerRole: '77', paused: true };
      await store.groups.change(group, settings);
      expect(await store.groups.find(group)).toEqual({
        id: group,
        channel: 'discord:general',
        zoneChosen: true,
        ...settings,
      });
      await store.groups.change(group, { channel: null, organizerRole: null, paused: false });
      expect(await store.groups.find(group)).toEqual({
        id: group,
        zone: 'America/Denver',
        zoneChosen: true,
        paused: false,
      });
    });

    it('organizers are named by account and known by person, in their own group only', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await store.groups.addOrganizer(group, userOf('maria'));
      await store.groups.addOrganizer(group, userOf('maria'));
      expect(await store.groups.organizers(group)).toEqual([userOf('maria')]);
      expect(await store.groups.isOrganizer(group, maria)).toBe(true);
      expect(await store.groups.isOrganizer(other, maria)).toBe(false);
      expect(await store.groups.removeOrganizer(other, userOf('maria'))).toBe(false);
      expect(await store.groups.removeOrganizer(group, userOf('maria'))).toBe(true);
      expect(await store.groups.isOrganizer(group, maria)).toBe(false);
    });

    it('an organizer may be named before they ever used the bot', async () => {
      const { store } = await open();
      await store.groups.addOrganizer(group, userOf('olivia'));
      const olivia = await store.members.find(userOf('olivia'));
      expect(olivia && (await store.groups.isOrganizer(group, olivia.id))).toBe(true);
    });

    it('a daily question has one schedule per channel', async () => {
      const { store } = await open();
      await store.groups.setDaily(daily);
      await store.groups.setDaily({ ...daily, channel: 'discord:beginners', weekdaysOnly: false });
      await store.groups.setDaily({ ...daily, time: Temporal.PlainTime.from('07:15') });
      const all = await store.groups.daily(group);
      expect(all.map((each) => [each.channel, each.time.toString(), each.weekdaysOnly])).toEqual([
        ['discord:beginners', '09:00:00', false],
        ['discord:general', '07:15:00', true],
      ]);
      expect(all[1]?.topic).toBe('compliance');
      expect(await store.groups.removeDaily(other, daily.channel)).toBe(false);
      expect(await store.groups.removeDaily(group, daily.channel)).toBe(true);
      expect(await store.groups.daily(group)).toHaveLength(1);
      expect(await store.groups.daily(other)).toEqual([]);
    });

    it('notices name their code sets and the days ahead', async () => {
      const { store } = await open();
      await store.groups.setNotices(notices);
      await store.groups.setNotices({ ...notices, leadDays: [7] });
      const [read] = await store.groups.notices(group);
      expect(read).toMatchObject({ codeSets: ['icd-10-cm', 'cpt'], leadDays: [7] });
      expect(read?.time.toString()).toBe('08:30:00');
      expect(await store.groups.removeNotices(group, notices.channel)).toBe(true);
      expect(await store.groups.notices(group)).toEqual([]);
    });
  });
}
