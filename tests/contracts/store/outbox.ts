// Messages that wait, alarms that will ring, and when the clock has work next.

import { describe, expect, it } from 'vitest';
import type { OpenStore } from '../../../src/store/open.ts';
import { group, join, later, now, type OpenEmpty, post, userOf } from './given.ts';

const soon = later({ seconds: 30 });

async function dueKeys({ jobs }: OpenStore, at = now, platform: 'discord' | 'slack' = 'discord') {
  const due = await jobs.all.dueMessages(platform, at, 50);
  return due.map((message) => message.key);
}

export function describeOutbox(open: OpenEmpty): void {
  describe('outbox', () => {
    it('a key names one message for ever: a second one under it changes nothing', async () => {
      const opened = await open();
      const { store, jobs } = opened;
      const both = await Promise.all([
        store.outbox.add(post('a', { payload: '"first"' })),
        store.outbox.add(post('a', { payload: '"second"', due: soon })),
      ]);
      expect(both).toEqual([true, false]);
      expect(await jobs.all.message('a')).toMatchObject({ payload: '"first"', due: now });
      await jobs.all.markSending('a', now, soon);
      await jobs.all.markSent('a', now, 'discord:general', '77');
      expect(await store.outbox.add(post('a'))).toBe(false);
      expect(await dueKeys(opened)).toEqual([]);
    });

    it('comes back as it was written', async () => {
      const { store, jobs } = await open();
      const maria = await join(store, 'maria');
      const row = post('a', {
        to: { user: userOf('maria') },
        payload: '{"text":"“E/M” 😀"}',
        notAfter: later({ hours: 2 }),
        edits: 'b',
        thread: 'Answers',
        member: maria,
      });
      await store.outbox.add(row);
      expect(await jobs.all.message('a')).toEqual({ ...row, state: 'pending', attempts: 0 });
      expect(await jobs.all.message('nothing')).toBeUndefined();
    });

    it('is due by platform, in order of due, and no sooner', async () => {
      const opened = await open();
      const { store } = opened;
      await store.outbox.add(post('second', { due: now.subtract({ minutes: 1 }) }));
      await store.outbox.add(post('first', { due: now.subtract({ minutes: 2 }) }));
      await store.outbox.add(post('b'));
      await store.outbox.add(post('a'));
      await store.outbox.add(post('later', { due: later({ milliseconds: 1 }) }));
      await store.outbox.add(post('elsewhere', { to: { channel: 'slack:T1/C1' } }));
      expect(await dueKeys(opened)).toEqual(['first', 'second', 'a', 'b']);
      expect(await dueKeys(opened, now, 'slack')).toEqual(['elsewhere']);
      expect(await opened.jobs.all.dueMessages('discord', now, 2)).toHaveLength(2);
    });

    it('a message whose request was never answered is due again when it was said', async () => {
      const opened = await open();
      const { store, jobs } = opened;
      await store.outbox.add(post('a'));
      expect(await jobs.all.markSending('a', now, soon)).toBe(true);
      expect(await dueKeys(opened)).toEqual([]);
      expect(await jobs.all.nextMoment(['discord'])).toEqual(soon);
      expect(await dueKeys(opened, soon)).toEqual(['a']);
      expect(await jobs.all.message('a')).toMatchObject({
        state: 'sending',
        attempts: 1,
        firstAttemptAt: now,
        lastAttemptAt: now,
      });
    });

    it('what is in doubt comes first, and after a jump of the clock back too', async () => {
      const opened = await open();
      const { store, jobs } = opened;
      await store.outbox.add(post('old', { due: now.subtract({ hours: 1 }) }));
      await store.outbox.add(post('doubt'));
      await jobs.all.markSending('doubt', now, soon);
      expect(await dueKeys(opened, soon)).toEqual(['doubt', 'old']);
      expect(await dueKeys(opened, now)).toEqual(['old']);
      expect(await dueKeys(opened, now.subtract({ seconds: 1 }))).toEqual(['doubt', 'old']);
    });

    it('what is held stays in doubt and is not due by itself', async () => {
      const opened = await open();
      const { store, jobs } = opened;
      await store.outbox.add(post('a'));
      await jobs.all.hold('a', 'Not in doubt, so not held.');
      expect(await dueKeys(opened)).toEqual(['a']);
      await jobs.all.markSending('a', now, soon);
      await jobs.all.hold('a', 'Nobody can tell.');
      expect(await dueKeys(opened, later({ hours: 24 * 365 }))).toEqual([]);
      expect(await jobs.all.message('a')).toMatchObject({ state: 'sending' });
    });

    it('remembers where direct messages arrive', async () => {
      const { store, jobs } = await open();
      await join(store, 'maria');
      const to = { user: userOf('maria') };
      await store.outbox.add(post('a', { to }));
      await store.outbox.add(post('b', { to }));
      expect((await jobs.all.message('b'))?.directChannel).toBeUndefined();
      await jobs.all.markSending('a', now, soon);
      await jobs.all.markSent('a', now, 'discord:5001', '77');
      expect(await jobs.all.message('b')).toMatchObject({ directChannel: 'discord:5001' });
    });

    it('keeps the first attempt, counts them all, and waits as long as it was told', async () => {
      const opened = await open();
      const { store, jobs } = opened;
      await store.outbox.add(post('a'));
      await jobs.all.markSending('a', now, soon);
      await jobs.all.markWaiting('a', 'pending', later({ minutes: 1 }), 'Too many requests.');
      expect(await dueKeys(opened, later({ seconds: 59 }))).toEqual([]);
      expect(await dueKeys(opened, later({ seconds: 60 }))).toEqual(['a']);
      await jobs.all.markSending('a', later({ minutes: 1 }), later({ minutes: 2 }));
      const read = await jobs.all.message('a');
      expect(read).toMatchObject({ attempts: 2, firstAttemptAt: now });
      expect(read?.lastAttemptAt).toEqual(later({ minutes: 1 }));
    });

    it('what was sent, closed or missed stays so, with a reason and without its text', async () => {
      const opened = await open();
      const { store, jobs } = opened;
      for (const key of ['sent', 'closed', 'missed']) await store.outbox.add(post(key));
      await jobs.all.markSending('sent', now, soon);
      await jobs.all.markSent('sent', soon, 'discord:general', '77');
      await jobs.all.markEnded('closed', 'closed', 'Direct messages are off.');
      await jobs.all.markEnded('missed', 'missed', 'Too late.');
      for (const key of ['sent', 'closed', 'missed']) {
        await jobs.all.markWaiting(key, 'pending', now, 'again');
        expect(await jobs.all.markSending(key, now, soon)).toBe(false);
        expect(await jobs.all.message(key)).toMatchObject({ state: key, payload: '' });
      }
      expect(await dueKeys(opened, later({ hours: 1 }))).toEqual([]);
      const message = { channel: 'discord:general', messageId: '77' };
      expect(await jobs.all.message('sent')).toMatchObject(message);
      const records = await store.outbox.ofGroup(group, 10);
      expect(records.map(({ state, reason }) => [state, reason])).toEqual([
        ['closed', 'Direct messages are off.'],
        ['missed', 'Too late.'],
        ['sent', undefined],
      ]);
      expect(records[2]).toMatchObject({ sentAt: soon, channel: 'discord:general', attempts: 1 });
    });

    it("an organizer sees their own group's latest messages", async () => {
      const { store } = await open();
      await store.outbox.add(post('old', { due: now.subtract({ hours: 1 }) }));
      await store.outbox.add(post('new'));
      await store.outbox.add(post('other', { group: 'discord:other' }));
      const keys = (await store.outbox.ofGroup(group, 10)).map(({ key }) => key);
      expect(keys).toEqual(['new', 'old']);
      expect(await store.outbox.ofGroup(group, 1)).toHaveLength(1);
    });

    it('of unsent edits of one message the last wins', async () => {
      const opened = await open();
      const { store, jobs } = opened;
      await store.outbox.add(post('board'));
      await store.outbox.add(post('other:1', { edits: 'other' }));
      await store.outbox.add(post('board:1', { edits: 'board' }));
      await store.outbox.add(post('board:2', { edits: 'board' }));
      await jobs.all.markSending('board:2', now, soon);
      await store.outbox.add(post('board:3', { edits: 'board' }));
      await store.outbox.add(post('board:3', { edits: 'board', payload: '"again"' }));
      const later3 = { edits: 'board', due: later({ minutes: 1 }) };
      await store.outbox.add(post('board:later', later3));
      expect(await dueKeys(opened, later({ hours: 1 }))).toEqual([
        'board',
        'other:1',
        'board:later',
      ]);
    });

    it('an edit that is known already does not push out a newer one', async () => {
      const opened = await open();
      const { store, jobs } = opened;
      await store.outbox.add(post('board:1', { edits: 'board' }));
      await jobs.all.markSending('board:1', now, soon);
      await jobs.all.markSent('board:1', now, 'discord:general', '77');
      await store.outbox.add(post('board:2', { edits: 'board' }));
      expect(await store.outbox.add(post('board:1', { edits: 'board' }))).toBe(false);
      expect(await dueKeys(opened)).toEqual(['board:2']);
    });

    it('takes back by the beginning of the key what has not been sent', async () => {
      const opened = await open();
      const { store, jobs } = opened;
      for (const key of ['ceu:1:30', 'ceu:1:7', 'ceu:10:30', 'ceu:1%', 'CEU:1:7', 'ceu:1:sent'])
        await store.outbox.add(post(key));
      await jobs.all.markSending('ceu:1:7', now, soon);
      await jobs.all.markSending('ceu:1:sent', now, soon);
      await jobs.all.markSent('ceu:1:sent', now, 'discord:general', '77');
      expect(await store.outbox.void('ceu:1:', 'Everything is done.')).toBe(2);
      expect((await dueKeys(opened, soon)).sort()).toEqual(['CEU:1:7', 'ceu:1%', 'ceu:10:30']);
      const back = { state: 'missed', payload: '' };
      expect(await jobs.all.message('ceu:1:30')).toMatchObject(back);
      expect(await jobs.all.message('ceu:1:sent')).toMatchObject({ state: 'sent' });
      expect(await store.outbox.void('_', 'No key begins so.')).toBe(0);
    });

    it('what was taken back while its request was under way was sent all the same', async () => {
      const { store, jobs } = await open();
      await store.outbox.add(post('a'));
      await jobs.all.markSending('a', now, soon);
      await store.outbox.void('a', 'Everything is done.');
      await jobs.all.markWaiting('a', 'sending', soon, 'No answer.');
      expect(await jobs.all.message('a')).toMatchObject({ state: 'missed' });
      await jobs.all.markSent('a', now, 'discord:general', '77');
      expect(await jobs.all.message('a')).toMatchObject({ state: 'sent', messageId: '77' });
    });

    it('sweeps what has been over for 90 days, and what nobody could send in time', async () => {
      const { store, jobs } = await open();
      for (const key of ['over', 'waiting']) await store.outbox.add(post(key));
      await store.outbox.add(post('useless', { notAfter: later({ hours: 1 }) }));
      await jobs.all.markEnded('over', 'closed', 'Direct messages are off.');
      await jobs.sweep(later({ hours: 2 }));
      expect(await jobs.all.message('useless')).toMatchObject({ state: 'missed', payload: '' });
      await jobs.sweep(later({ hours: 24 * 90 }));
      expect(await jobs.all.message('over')).toBeDefined();
      await jobs.sweep(later({ hours: 24 * 90, seconds: 1 }));
      expect(await jobs.all.message('over')).toBeUndefined();
      expect(await jobs.all.message('waiting')).toMatchObject({ state: 'pending' });
    });
  });

  describe('alarms', () => {
    it('ring in order; setting one again moves it; a cleared one is gone', async () => {
      const { store, jobs } = await open();
      await store.groups.change(group, {});
      const set = (job: string, subject: string, at: Temporal.Instant) =>
        store.alarms.set({ job, subject, at }, { group });
      await set('daily', 'b', now);
      await set('daily', 'a', now);
      await set('ceu', 'first', now.subtract({ seconds: 1 }));
      await set('ceu', 'moved', now);
      await set('ceu', 'moved', later({ hours: 1 }));
      await set('ceu', 'cleared', now);
      await store.alarms.clear('ceu', 'cleared');
      const due = await jobs.all.dueAlarms(now, 50);
      expect(due.map(({ job, subject }) => `${job} ${subject}`)).toEqual([
        'ceu first',
        'daily a',
        'daily b',
      ]);
      expect(await jobs.all.dueAlarms(now, 1)).toHaveLength(1);
      const moved = { job: 'ceu', subject: 'moved', at: later({ hours: 1 }) };
      expect(await jobs.all.stands(moved)).toBe(true);
      expect(await jobs.all.stands({ ...moved, at: now })).toBe(false);
    });

    it('the runner moves only the alarm that it has seen', async () => {
      const { store, jobs } = await open();
      const alarm = { job: 'ceu', subject: 'x', at: now };
      await store.alarms.set(alarm, {});
      await jobs.all.moveAlarm(alarm, later({ hours: 1 }));
      await store.alarms.set({ ...alarm, at: later({ hours: 5 }) }, {});
      await jobs.all.moveAlarm({ ...alarm, at: later({ hours: 1 }) }, later({ hours: 2 }));
      const [due] = await jobs.all.dueAlarms(later({ hours: 9 }), 5);
      expect(due?.at).toEqual(later({ hours: 5 }));
    });

    it('the clock has work next at the earliest alarm or message of its platforms', async () => {
      const { store, jobs } = await open();
      expect(await jobs.all.nextMoment(['discord', 'slack'])).toBeUndefined();
      await store.alarms.set({ job: 'ceu', subject: 'x', at: later({ hours: 3 }) }, {});
      await store.outbox.add(post('a', { due: later({ hours: 2 }) }));
      const onSlack = { to: { channel: 'slack:T1/C1' }, due: now } as const;
      await store.outbox.add(post('b', onSlack));
      expect(await jobs.all.nextMoment(['slack', 'discord'])).toEqual(now);
      expect(await jobs.all.nextMoment(['discord'])).toEqual(later({ hours: 2 }));
      expect(await jobs.all.nextMoment([])).toEqual(later({ hours: 3 }));
    });

    it('a job decides in one transaction with its messages', async () => {
      const { store, jobs } = await open();
      const alarm = { job: 'ceu', subject: 'x', at: now };
      await store.alarms.set(alarm, {});
      const failed = jobs.transaction(async (tx) => {
        await tx.all.moveAlarm(alarm, later({ hours: 1 }));
        await tx.outbox.add(post('a'));
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      expect(await jobs.all.stands(alarm)).toBe(true);
      expect(await jobs.all.message('a')).toBeUndefined();
    });
  });
}
