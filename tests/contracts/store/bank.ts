// A group's own questions: what waits for a word comes in at once, once, and for that group alone.

import { describe, expect, it } from 'vitest';
import type { GroupId } from '../../../src/core/ids.ts';
import type { SingleChoice } from '../../../src/core/quiz/question.ts';
import type { Contribution, NewQuestion } from '../../../src/store/bank-records.ts';
import type { Round } from '../../../src/store/round-records.ts';
import type { Store } from '../../../src/store/store.ts';
import { group, join, later, now, type OpenEmpty } from './given.ts';

const other: GroupId = 'discord:elsewhere';
const day = Temporal.PlainDate.from('2026-11-22');

function question(name: string, more: Partial<SingleChoice> = {}): NewQuestion {
  return {
    sameness: `words of ${name}`,
    question: {
      kind: 'single',
      id: `own-${name}`,
      topic: 'own',
      stem: `What is ${name}?`,
      rationale: '',
      source: { title: 'ours', checked: day },
      level: 2,
      exams: [],
      author: 'us',
      reviewed: day,
      validFrom: day,
      options: [
        { text: 'A', right: true },
        { text: 'B', right: false, why: 'no' },
      ],
      ...more,
    },
  };
}

async function staged(
  store: Store,
  id: string,
  questions: readonly NewQuestion[],
): Promise<Contribution> {
  const member = await join(store, 'maria');
  const contribution = { id, group, provenance: 'ours' };
  await store.bank.begin(member, contribution, now);
  await store.bank.put(contribution, questions, 'staged');
  return contribution;
}

export function describeBank(open: OpenEmpty): void {
  describe('bank', () => {
    it('keeps what waits apart until it is published, days and all', async () => {
      const { store } = await open();
      await staged(store, 'c1', [question('x')]);
      expect(await store.bank.page(group, '', 10)).toEqual([]);
      expect(await store.bank.question('own-x')).toBeUndefined();
      expect(await store.bank.publish(group, 'c1', now)).toBe(1);
      expect(await store.bank.page(group, '', 10)).toEqual([question('x').question]);
      expect(await store.bank.question('own-x')).toEqual({ ...question('x').question, group });
      expect(await store.bank.page(other, '', 10)).toEqual([]);
    });

    it('publishes once of two at a time, and only for its group', async () => {
      const { store } = await open();
      await staged(store, 'c1', [question('x'), question('y')]);
      expect(await store.bank.publish(other, 'c1', now)).toBeUndefined();
      const both = [1, 2].map(() => store.transaction((tx) => tx.bank.publish(group, 'c1', now)));
      expect((await Promise.all(both)).sort()).toEqual([2, undefined]);
    });

    it('has each question once, though two files with it waited at a time', async () => {
      const { store } = await open();
      const again = question('x', { id: 'own-x-again' });
      await staged(store, 'c1', [question('x'), question('y')]);
      await staged(store, 'c2', [again, question('z')]);
      expect(await store.bank.publish(group, 'c1', now)).toBe(2);
      expect(await store.bank.publish(group, 'c2', now)).toBe(1);
      const ids = (await store.bank.page(group, '', 10)).map(({ id }) => id);
      expect(ids).toEqual(['own-x', 'own-y', 'own-z']);
      expect(await store.bank.known(group, [again.sameness, 'words of q'])).toEqual(
        new Set([again.sameness]),
      );
      expect(await store.bank.known(other, [again.sameness])).toEqual(new Set());
    });

    it('waits for its member alone, an hour', async () => {
      const { store, jobs } = await open();
      await staged(store, 'c1', [question('x')]);
      const [maria, james] = [await join(store, 'maria'), await join(store, 'james')];
      expect(await store.bank.staged(maria, 'c1')).toBe(group);
      expect(await store.bank.staged(james, 'c1')).toBeUndefined();
      await jobs.sweep(later({ minutes: 59 }));
      expect(await store.bank.staged(maria, 'c1')).toBe(group);
      await jobs.sweep(later({ minutes: 61 }));
      expect(await store.bank.staged(maria, 'c1')).toBeUndefined();
      expect(await store.bank.publish(group, 'c1', now)).toBeUndefined();
    });

    it('a proposal stays, and outlives whoever made it', async () => {
      const { store, jobs } = await open();
      await staged(store, 'c1', [question('x')]);
      const maria = await join(store, 'maria');
      expect(await store.bank.propose(group, 'c1', now)).toBe(true);
      expect(await store.bank.propose(group, 'c1', now)).toBe(false);
      expect(await store.bank.proposedBy(maria, group)).toBe(1);
      await jobs.sweep(later({ hours: 48 }));
      expect(await store.bank.proposals(group, 10)).toMatchObject([{ member: maria }]);
      await store.privacy.delete(maria);
      const [proposal] = await store.bank.proposals(group, 10);
      expect(proposal).not.toHaveProperty('member');
      expect(await store.bank.publish(group, 'c1', now)).toBe(1);
      expect(await store.bank.discard(group, 'c1')).toBe(false);
    });

    it('says by another revision that something changed', async () => {
      const { store } = await open();
      const seen = new Set([await store.bank.revision(group)]);
      await staged(store, 'c1', [question('x')]);
      expect(await store.bank.revision(group)).toBe('');
      const changes = [
        () => store.bank.publish(group, 'c1', now),
        () => store.bank.rewrite(group, question('x', { stem: 'Otherwise?' })),
        () => store.bank.retire(group, 'own-x', now),
        () => store.bank.bringBack(group, 'own-x'),
        () => store.bank.retire(group, 'compliance-001', now),
      ];
      for (const change of changes) {
        expect(await change()).toBeTruthy();
        seen.add(await store.bank.revision(group));
      }
      expect(seen.size).toBe(changes.length + 1);
      expect(await store.bank.retire(group, 'compliance-001', now)).toBe(false);
      expect(await store.bank.rewrite(other, question('x'))).toBe(false);
      expect(await store.bank.retired(group)).toEqual(['compliance-001']);
    });
  });

  describe('answers to one question', () => {
    it('are found wherever they were given, late ones marked, and graded again', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      const response = { kind: 'single', choice: 1 } as const;
      const session = { purpose: 'quiz', questionIds: ['own-x', 'own-x'], startedAt: now } as const;
      await store.quizzes.start(maria, { id: 's1', secondsEach: 60, ...session });
      for (const [position, minutes] of [0.5, 2].entries()) {
        const shown = { questionId: 'own-x', position, order: [0, 1], shownAt: now };
        const { id } = await store.quizzes.show(maria, 's1', shown);
        const at = later({ seconds: 60 * minutes });
        await store.quizzes.answer(maria, id, { response, credit: 0, at });
      }
      await store.groups.change(group, {});
      await store.quizzes.addDaily({ id: 'd1', group, day, questionId: 'own-x', order: [0, 1] });
      await store.quizzes.answerDaily(maria, 'd1', { choice: 1, right: false, at: now });
      const answers = await store.regrading.answersTo('own-x');
      expect(answers).toMatchObject([
        { in: 'attempts', response, credit: 0, isLate: false },
        { in: 'attempts', isLate: true },
        { in: 'daily_answers', response, on: day },
      ]);
      for (const answer of answers) await store.regrading.regrade(answer, 1);
      expect((await store.regrading.answersTo('own-x')).map(({ credit }) => credit)).toEqual([
        1, 1, 1,
      ]);
      expect(await store.quizzes.dailyCounts('d1')).toEqual({ answered: 1, right: 1 });
      expect(await store.quizzes.allMissed(maria)).toEqual([]);
    });

    it('are found in rounds, on the board of their day once they were revealed', async () => {
      const { store } = await open();
      const maria = await join(store, 'maria');
      const round: Round = {
        id: 'r1',
        group,
        channel: 'discord:general',
        questionIds: ['own-x'],
        orders: [[0, 1]],
        secondsEach: 60,
        startedAt: now,
        state: 'running',
        phase: 'asking',
        position: 0,
        phaseEnds: later({ minutes: 1 }),
        posts: 1,
        silent: 0,
      };
      await store.groups.change(group, {});
      await store.rounds.begin(round, maria);
      await store.rounds.lock(maria, round, { choice: 1, right: false, at: now });
      const [unrevealed] = await store.regrading.answersTo('own-x');
      expect(unrevealed).toMatchObject({ in: 'round_answers', credit: 0, isLate: false });
      expect(unrevealed).not.toHaveProperty('on');
      await store.rounds.move(round, { ...round, phase: 'revealed' });
      const [revealed] = await store.regrading.answersTo('own-x');
      expect(revealed).toMatchObject({ on: day });
      expect(await store.quizzes.allMissed(maria)).toEqual(['own-x']);
      if (revealed) await store.regrading.regrade(revealed, 1);
      expect(await store.rounds.score(maria, 'r1')).toEqual({ answered: 1, right: 1 });
      expect(await store.quizzes.allMissed(maria)).toEqual([]);
    });
  });
}
