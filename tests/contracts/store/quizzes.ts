// Practice, attempts, daily questions: what counts, and what counts once.

import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/core/ids.ts';
import type { QuizSession } from '../../../src/store/quiz-records.ts';
import type { Store } from '../../../src/store/store.ts';
import { group, join, later, now, type OpenEmpty } from './given.ts';

const session: Omit<QuizSession, 'open'> = {
  id: 's1',
  purpose: 'quiz',
  questionIds: ['q1', 'q2', 'q3'],
  startedAt: now,
};
const day = Temporal.PlainDate.from('2026-11-22');
const right = { response: { kind: 'single', choice: 2 }, credit: 1, at: now } as const;
const wrong = { response: { kind: 'single', choice: 0 }, credit: 0, at: now } as const;
const daily = {
  right: { choice: 2, right: true, at: now },
  wrong: { choice: 0, right: false, at: now },
};

function shown(store: Store, member: MemberId, position: number, of = session.id) {
  const attempt = { position, questionId: `q${position + 1}`, order: [2, 0, 1], shownAt: now };
  return store.quizzes.show(member, of, attempt);
}

async function asked(store: Store, id: string, on: Temporal.PlainDate): Promise<void> {
  await store.groups.change(group, {});
  await store.quizzes.addDaily({ id, group, day: on, questionId: `of-${on}`, order: [1, 0, 2] });
}

export function describeQuizzes(open: OpenEmpty): void {
  describe('practice', () => {
    it('one session is open at a time, also when two are started at once', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      const started = await Promise.all([
        store.quizzes.start(maria, session),
        store.quizzes.start(maria, { ...session, id: 's2' }),
      ]);
      expect(started).toEqual([true, false]);
      expect(await store.quizzes.openSession(maria, 'quiz')).toEqual({ ...session, open: true });
      expect(await store.quizzes.end(maria, 's1', later({ minutes: 5 }))).toBe(true);
      expect(await store.quizzes.end(maria, 's1', later({ minutes: 5 }))).toBe(false);
      expect(await store.quizzes.openSession(maria, 'quiz')).toBeUndefined();
      expect(await store.quizzes.session(maria, 's1')).toMatchObject({ open: false });
      expect(await store.quizzes.start(maria, { ...session, id: 's2' })).toBe(true);
    });

    it("a session is nobody else's", async () => {
      const { store } = await open();
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      await store.quizzes.start(maria, { ...session, topic: 'compliance' });
      const { id } = await shown(store, maria, 0);
      expect(await store.quizzes.session(james, 's1')).toBeUndefined();
      expect(await store.quizzes.end(james, 's1', now)).toBe(false);
      expect(await store.quizzes.attempt(james, id)).toBeUndefined();
      expect(await store.quizzes.latestAttempt(james, 's1')).toBeUndefined();
      expect(await store.quizzes.answer(james, id, right)).toBe(false);
      await expect(shown(store, james, 1)).rejects.toThrow();
      expect(await store.quizzes.latestAttempt(maria, 's1')).toMatchObject({ position: 0 });
      expect(await store.quizzes.session(maria, 's1')).toMatchObject({ topic: 'compliance' });
    });

    it('a question that is shown again keeps its order and its id', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await store.quizzes.start(maria, session);
      const first = await shown(store, maria, 0);
      const again = { position: 0, questionId: 'another', order: [0, 1, 2], shownAt: now };
      expect(await store.quizzes.show(maria, 's1', again)).toEqual(first);
      expect(first.order).toEqual([2, 0, 1]);
    });

    it('of two answers at once the first counts', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await store.quizzes.start(maria, session);
      const { id } = await shown(store, maria, 0);
      const answers = await Promise.all([
        store.transaction((tx) => tx.quizzes.answer(maria, id, right)),
        store.transaction((tx) => tx.quizzes.answer(maria, id, wrong)),
        store.quizzes.answer(maria, id, wrong),
      ]);
      expect(answers).toEqual([true, false, false]);
      const read = await store.quizzes.attempt(maria, id);
      expect(read).toMatchObject({ answer: right, session: 's1' });
    });

    it('a draft can change until it is answered, and nothing once the session is over', async () => {
      const { store } = await open();
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      await store.quizzes.start(maria, session);
      const [q1, q2] = [await shown(store, maria, 0), await shown(store, maria, 1)];
      const ticked = { kind: 'select-all', choices: [1, 3] } as const;
      expect(await store.quizzes.draft(james, q1.id, ticked)).toBe(false);
      expect(await store.quizzes.draft(maria, q1.id, { ...ticked, choices: [1] })).toBe(true);
      expect(await store.quizzes.draft(maria, q1.id, ticked)).toBe(true);
      expect(await store.quizzes.attempt(maria, q1.id)).toMatchObject({ draft: ticked });
      const partly = { response: ticked, credit: 0.5, at: now };
      expect(await store.quizzes.answer(maria, q1.id, partly)).toBe(true);
      expect(await store.quizzes.draft(maria, q1.id, ticked)).toBe(false);
      expect(await store.quizzes.attempt(maria, q1.id)).toMatchObject({ answer: partly });
      expect(await store.quizzes.score(maria, 's1')).toEqual({ answered: 1, right: 0 });
      expect(await store.quizzes.missed(maria, 's1')).toEqual(['q1']);
      await store.quizzes.end(maria, 's1', now);
      expect(await store.quizzes.draft(maria, q2.id, ticked)).toBe(false);
      expect(await store.quizzes.answer(maria, q2.id, right)).toBe(false);
    });

    it('sessions of two purposes are open side by side', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      const exam = { ...session, id: 's2', purpose: 'exam', secondsEach: 144 } as const;
      expect(await store.quizzes.start(maria, session)).toBe(true);
      expect(await store.quizzes.start(maria, exam)).toBe(true);
      expect(await store.quizzes.openSession(maria, 'exam')).toEqual({ ...exam, open: true });
      expect(await store.quizzes.openSession(maria, 'review')).toBeUndefined();
    });

    it('counts what was answered, and tells what was missed and seen', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      await store.quizzes.start(maria, session);
      const [q1, q2] = [await shown(store, maria, 0), await shown(store, maria, 1)];
      await shown(store, maria, 2);
      await store.quizzes.answer(maria, q2.id, { ...wrong, at: later({ minutes: 1 }) });
      await store.quizzes.answer(maria, q1.id, { ...right, at: later({ minutes: 2 }) });
      expect(await store.quizzes.score(maria, 's1')).toEqual({ answered: 2, right: 1 });
      expect(await store.quizzes.missed(maria, 's1')).toEqual(['q2']);
      expect(await store.quizzes.seen(maria)).toEqual(['q2', 'q1']);
      expect(await store.quizzes.latestAttempt(maria, 's1')).toMatchObject({ position: 2 });
      expect(await store.quizzes.score(maria, 'no-such')).toEqual({ answered: 0, right: 0 });
    });
  });

  describe('daily questions', () => {
    it('a group has one a day: the first stays', async () => {
      const { store } = await open();
      await asked(store, 'd1', day);
      await store.quizzes.addDaily({ id: 'd2', group, day, questionId: 'later', order: [0] });
      const kept = { id: 'd1', group, questionId: 'of-2026-11-22', revealed: false };
      expect(await store.quizzes.dailyOf(group, day)).toMatchObject(kept);
      expect(await store.quizzes.daily('d1')).toMatchObject({ order: [1, 0, 2] });
      expect(await store.quizzes.daily('d2')).toBeUndefined();
      expect(await store.quizzes.dailyOf('discord:other', day)).toBeUndefined();
    });

    it('tells what was asked before, and which was the last', async () => {
      const { store } = await open();
      await asked(store, 'd3', day.add({ days: 2 }));
      await asked(store, 'd1', day);
      await asked(store, 'd2', day.add({ days: 1 }));
      expect(await store.quizzes.dailyAsked(group)).toEqual([
        'of-2026-11-22',
        'of-2026-11-23',
        'of-2026-11-24',
      ]);
      const before = await store.quizzes.lastDaily(group, day.add({ days: 2 }));
      expect(before).toMatchObject({ id: 'd2' });
      expect(await store.quizzes.lastDaily(group, day)).toBeUndefined();
    });

    it('a member answers once, in whichever channel, and not after the reveal', async () => {
      const { store } = await open();
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      await asked(store, 'd1', day);
      const presses = await Promise.all([
        store.quizzes.answerDaily(maria, 'd1', daily.right),
        store.transaction((tx) => tx.quizzes.answerDaily(maria, 'd1', daily.wrong)),
      ]);
      expect(presses).toEqual([true, false]);
      await store.quizzes.reveal('d1');
      expect(await store.quizzes.answerDaily(james, 'd1', daily.right)).toBe(false);
      expect(await store.quizzes.daily('d1')).toMatchObject({ revealed: true });
      expect(await store.quizzes.dailyAnswer(maria, 'd1')).toEqual({ choice: 2, right: true });
      expect(await store.quizzes.dailyAnswer(james, 'd1')).toBeUndefined();
      expect(await store.quizzes.dailyCounts('d1')).toEqual({ answered: 1, right: 1 });
      expect((await store.quizzes.dailyDays(maria, group)).map(String)).toEqual(['2026-11-22']);
    });
  });
}
