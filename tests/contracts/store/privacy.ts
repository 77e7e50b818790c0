// Everything about one person can be taken away by them, and deleted so that nothing is left.

import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/core/ids.ts';
import type { Store } from '../../../src/store/store.ts';
import { group, join, later, now, type OpenEmpty, post, userOf } from './given.ts';
import { round } from './rounds.ts';

/** A text that must never be found in the files of the database. */
const canary = 'CANARY-Kanarienvogel-0815';

/** Leaves something of this member in every room of the store. */
async function liveHere(store: Store, name: string): Promise<MemberId> {
  const member = await join(store, name);
  await store.members.change(member, { nickname: `${canary} ${name}`, zone: 'America/Chicago' });
  await store.groups.addOrganizer(group, userOf(name));
  await store.drafts.keep(member, 'ceu.add', { title: `${canary} draft of ${name}` }, now);
  await store.alarms.set({ job: 'ceu', subject: name, at: later({ hours: 1 }) }, { member });
  const payload = JSON.stringify({ text: `${canary} reminder of ${name}` });
  await store.outbox.add(post(`ceu:${name}`, { to: { user: userOf(name) }, payload, member }));
  const session = `session-${name}`;
  const questions = { purpose: 'quiz', questionIds: ['q1'], startedAt: now } as const;
  await store.quizzes.start(member, { id: session, ...questions });
  const attempt = { position: 0, questionId: 'q1', order: [0, 1, 2], shownAt: now };
  const { id } = await store.quizzes.show(member, session, attempt);
  const response = { kind: 'single', choice: 1 } as const;
  await store.quizzes.answer(member, id, { response, credit: 1, at: now });
  const reason = `${canary} flag of ${name}`;
  await store.flags.flag(member, { group, question: 'q1', reason }, now);
  const roundId = crypto.randomUUID();
  const played = { ...round, id: roundId, channel: `discord:${roundId}` } as const;
  await store.rounds.begin(played, member);
  await store.rounds.lock(member, played, { choice: 1, right: true, at: now });
  const day = Temporal.PlainDate.from('2026-11-22');
  await store.quizzes.addDaily({ id: 'd1', group, day, questionId: 'q1', order: [0, 1, 2] });
  await store.quizzes.answerDaily(member, 'd1', { choice: 1, right: true, at: now });
  await store.reviews.change(member, { perDay: 10 });
  await store.reviews.add(member, { question: 'q1', why: 'saved', due: day }, day);
  await store.boards.add(
    member,
    { group, topic: 'compliance', on: day },
    { right: 1, answered: 1 },
  );
  await store.plans.set(member, { exam: 'CPC', on: day, plannedOn: day });
  const result = { id: `result-${name}`, exam: 'CPC', takenOn: day, percent: 70 };
  await store.plans.addResult(member, result);
  const contribution = { id: crypto.randomUUID(), group, provenance: 'ours' };
  await store.bank.begin(member, contribution, now);
  return member;
}

const everywhere = {
  members: 1,
  identities: 1,
  group_organizers: 1,
  drafts: 1,
  alarms: 1,
  outbox: 1,
  quiz_sessions: 1,
  attempts: 1,
  daily_answers: 1,
  review_settings: 1,
  review_cards: 1,
  board_points: 6,
  exam_plans: 1,
  practice_results: 1,
  bank_contributors: 1,
  question_flags: 1,
  round_players: 1,
  round_answers: 1,
};

export function describePrivacy(open: OpenEmpty): void {
  describe('privacy', () => {
    it('counts what is stored, for this member alone', async () => {
      const { store } = await open();
      const maria = await liveHere(store, 'maria');
      await liveHere(store, 'james');
      expect(await store.privacy.count(maria)).toMatchObject(everywhere);
      expect(await store.privacy.count('nobody' as MemberId)).toEqual({});
    });

    it('exports every row, opened and readable', async () => {
      const { store } = await open();
      const maria = await liveHere(store, 'maria');
      await liveHere(store, 'james');
      const tables = await store.privacy.export(maria);
      expect(Object.keys(tables).sort()).toEqual(Object.keys(everywhere).sort());
      const text = JSON.stringify(tables);
      for (const own of [`${canary} maria`, `${canary} draft of maria`, `reminder of maria`])
        expect(text).toContain(own);
      expect(text).not.toContain('james');
      expect(text).not.toContain('_sealed');
      expect(tables.members).toMatchObject([{ nickname: `${canary} maria` }]);
      expect(tables.alarms).toMatchObject([{ at: '2026-11-22T16:00:00Z' }]);
      expect(tables.daily_answers).toMatchObject([{ answered_at: '2026-11-22T15:00:00Z' }]);
    });

    it('exports as well what was sent, whose text is gone', async () => {
      const { store, jobs } = await open();
      const maria = await liveHere(store, 'maria');
      await jobs.all.markSending('ceu:maria', now, later({ seconds: 30 }));
      await jobs.all.markSent('ceu:maria', now, 'discord:dm', '77');
      const { outbox } = await store.privacy.export(maria);
      expect(outbox).toMatchObject([{ payload: '', sent_at: '2026-11-22T15:00:00Z' }]);
    });

    it('deletes every row and the key, and nothing of anybody else', async () => {
      const { store, jobs, bytes } = await open();
      const maria = await liveHere(store, 'maria');
      const james = await liveHere(store, 'james');
      await store.transaction((tx) => tx.privacy.delete(maria));
      expect(await store.privacy.count(maria)).toEqual({});
      expect(await store.privacy.export(maria)).toEqual({});
      expect(await store.members.find(userOf('maria'))).toBeUndefined();
      await expect(store.drafts.keep(maria, 'ceu.add', {}, now)).rejects.toThrow('no key');
      expect(await store.privacy.count(james)).toMatchObject(everywhere);
      expect((await store.members.find(userOf('james')))?.nickname).toBe(`${canary} james`);
      await jobs.sweep(now);
      expect((await bytes()).includes('maria')).toBe(false);
    });

    it('a direct message belongs to its member even where the job did not say so', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await store.outbox.add(post('hello', { to: { user: userOf('maria') } }));
      expect(await store.privacy.count(maria)).toHaveProperty('outbox', 1);
      await store.privacy.delete(maria);
      expect(await store.outbox.ofGroup(group, 5)).toEqual([]);
    });

    it("nothing of a person's texts can be read in the files, before or after", async () => {
      const { store, jobs, bytes } = await open();
      const maria = await liveHere(store, 'maria');
      const toAll = { payload: JSON.stringify({ text: `${canary} to all` }) };
      await store.outbox.add(post('to-all', toAll));
      const found = async () => {
        const kept = await bytes();
        const forms = [canary, btoa(canary), Buffer.from(canary, 'utf16le')];
        return forms.filter((form) => kept.includes(form));
      };
      expect(await found()).toEqual([]);
      await jobs.sweep(now);
      expect(await found()).toEqual([]);
      await store.privacy.delete(maria);
      expect(await found()).toEqual([]);
    });

    it('a text sealed for one member does not open as that of another', async () => {
      const { store } = await open();
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      const draft = await store.drafts.keep(maria, 'ceu.add', { title: canary }, now);
      expect(await store.drafts.read(james, draft, now)).toBeUndefined();
      expect((await store.drafts.read(maria, draft, now))?.values).toEqual({ title: canary });
    });
  });
}
