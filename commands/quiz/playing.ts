// Asks one member one question after the other, in any setting: practice, review, an exam. A setting
// gets actions of its own, and is told how each question was answered.

import { type Action, action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { formFor } from '../../src/bot/forms.ts';
import { type Markdown, md } from '../../src/bot/markdown.ts';
import { type Control, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { flag, number, text } from '../../src/bot/shape.ts';
import { shownOrder } from '../../src/core/quiz/choosing.ts';
import { codesIn } from '../../src/core/quiz/codes.ts';
import { grade, isRight } from '../../src/core/quiz/grade.ts';
import type { Item } from '../../src/core/quiz/items.ts';
import { isTimeUp } from '../../src/core/quiz/pace.ts';
import { canAnswer, marked, type Response, responseTo } from '../../src/core/quiz/response.ts';
import type { Answer, Attempt, QuizSession } from '../../src/store/quiz-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { noteMiss } from '../review/missed.ts';
import { answerControls, questionText, revealText } from './card.ts';
import type { Presses, Shown } from './kinds/shown.ts';
import { questionById } from './questions.ts';

/** One question before one member. */
export interface Play {
  readonly session: QuizSession;
  readonly attempt: Attempt;
  readonly shown: Shown;
}

export interface Setting {
  /** The word of its command, with which the ids of its actions begin. */
  readonly command: string;
  /** `Question 3 of 10 · Compliance` */
  title(play: Play, ctx: Context): string;
  /** Under an open question, after what answers it. */
  whileOpen(play: Play, ctx: Context): readonly Control[];
  /** Under the reveal. */
  onceAnswered(play: Play, ctx: Context): readonly Control[] | Promise<readonly Control[]>;
  /** In the transaction in which the answer counts: what else is to be remembered of it. */
  counted?(play: Play, answer: Answer, tx: Transaction, ctx: Context): Promise<void>;
  /** Where answers can be changed until they are handed in: they stay drafts, and nothing is revealed. */
  readonly keepsOpen?: true;
  /** Said instead of taking an answer: the clock rests, or its time is up. */
  instead?(play: Play, ctx: Context): Promise<Reply | undefined>;
  /** Said where the button is not this member's, or what it belongs to is gone. */
  notYours(): Reply;
  overAlready(): Reply;
  /** What to do where a question is gone; left out, to stop it and start again. */
  readonly startAgain?: string;
}

export interface Playing {
  readonly actions: readonly Action[];
  /** The question at that place of the session, or its reveal where it was answered. */
  show(session: QuizSession, at: number, ctx: Context): Promise<Reply>;
}

const attemptArg = { attempt: text('Which attempt', { max: 20 }) };
const placeArg = number('Place in the bank', { max: 20 });

export function playing(setting: Setting): Playing {
  const { command } = setting;

  /** Answers, marks and picks of somebody else, or of what is gone, do nothing. */
  const withPlay =
    <A extends { readonly attempt: string }>(
      run: (play: Play, given: A, ctx: Context) => Promise<Outcome>,
    ) =>
    async (given: A, ctx: Context): Promise<Outcome> => {
      const play = await playOf(given.attempt, ctx);
      if (!play) return setting.notYours();
      return (await setting.instead?.(play, ctx)) ?? run(play, given, ctx);
    };

  const choose = action({
    id: `${command}.answer`,
    args: { ...attemptArg, choice: placeArg },
    run: withPlay((play, { choice }, ctx) => respond(play, { kind: 'single', choice }, ctx)),
  });
  const mark = action({
    id: `${command}.mark`,
    args: { ...attemptArg, choice: placeArg, on: flag('Whether it is chosen') },
    run: withPlay((play, { choice, on }, ctx) =>
      redraft(play, ctx, (draft) => {
        const choices = draft?.kind === 'select-all' ? draft.choices : [];
        return { kind: 'select-all', choices: marked(choices, choice, on) };
      }),
    ),
  });
  /** The place says how long the sequence was when it was pressed: of two at once one counts. */
  const pick = action({
    id: `${command}.pick`,
    args: { ...attemptArg, choice: placeArg, at: placeArg },
    run: withPlay((play, { choice, at }, ctx) =>
      redraft(play, ctx, (draft) => {
        const sequence = sequenceOf(draft);
        const isStale = sequence.length !== at || sequence.includes(choice);
        return isStale ? draft : { kind: 'order', sequence: [...sequence, choice] };
      }),
    ),
  });
  const undo = action({
    id: `${command}.undo`,
    args: { ...attemptArg, at: placeArg },
    run: withPlay((play, { at }, ctx) =>
      redraft(play, ctx, (draft) => {
        const sequence = sequenceOf(draft);
        return sequence.length - 1 === at
          ? { kind: 'order', sequence: sequence.slice(0, at) }
          : draft;
      }),
    ),
  });
  const submit = action({
    id: `${command}.submit`,
    args: attemptArg,
    run: withPlay(async (play, _given, ctx) => {
      const { draft } = play.attempt;
      if (!play.attempt.answer) checkComplete(play.shown, draft);
      return draft ? respond(play, draft, ctx) : afterAnswer(play, ctx);
    }),
  });
  const type = action({
    id: `${command}.type`,
    args: attemptArg,
    title: 'Your answer',
    fields: {
      codes: text('The code, or several: E11.9, I10', { max: 120, allows: ['number'] }),
    },
    run: withPlay((play, { codes: typed }: { attempt: string; codes: string }, ctx) => {
      const codes = codesIn(typed);
      if (codes?.length) return respond(play, { kind: 'typed', codes }, ctx);
      const problems = { codes: 'is not a code. Type it as E11.9 or e119, several by commas' };
      const form = formFor(type, { attempt: play.attempt.id }, 'Your answer', { codes: typed });
      return Promise.resolve({ kind: 'invalid', problems, form } as const);
    }),
  });

  function pressesOf({ attempt: { id: attempt } }: Play): Presses {
    return {
      choose: (place) => refer(choose, { attempt, choice: place }),
      mark: (place, on) => refer(mark, { attempt, choice: place, on }),
      pick: (place, at) => refer(pick, { attempt, choice: place, at }),
      undo: (at) => refer(undo, { attempt, at }),
      submit: refer(submit, { attempt }),
      type: refer(type, { attempt }),
    };
  }

  function openCard(play: Play, ctx: Context): Reply {
    const { attempt, shown, session } = play;
    const { secondsEach } = session;
    const controls = answerControls(shown, attempt.draft, pressesOf(play));
    return say(questionText(shown, attempt.draft), {
      title: setting.title(play, ctx),
      controls: [
        ...controls.filter((control) => !setting.keepsOpen || !isSubmit(control, play)),
        ...setting.whileOpen(play, ctx),
      ],
      ...(secondsEach !== undefined && { footnote: `You have ${secondsEach} seconds.` }),
    });
  }

  function isSubmit(control: Control, play: Play): boolean {
    return control.kind === 'button' && control.press === pressesOf(play).submit;
  }

  async function respond(play: Play, response: Response, ctx: Context): Promise<Reply> {
    if (!canAnswer(play.shown.question, response)) return setting.notYours();
    if (setting.keepsOpen) return redraft(play, ctx, () => response);
    const answer: Answer = { response, credit: creditOf(play, response, ctx), at: ctx.now };
    const counts =
      !play.attempt.answer &&
      (await ctx.store.transaction(async (tx) => {
        const isFirst = await tx.quizzes.answer(ctx.member.id, play.attempt.id, answer);
        const question = play.attempt.questionId;
        if (isFirst)
          await noteMiss(tx, ctx.member.id, { question, credit: answer.credit }, ctx.now);
        if (isFirst) await setting.counted?.(play, answer, tx, ctx);
        return isFirst;
      }));
    return counts
      ? reveal({ ...play, attempt: { ...play.attempt, answer } }, ctx)
      : afterAnswer(play, ctx);
  }

  /** Somebody was faster: this member elsewhere, or whoever ended the session. */
  async function afterAnswer(play: Play, ctx: Context): Promise<Reply> {
    const attempt = await ctx.store.quizzes.attempt(ctx.member.id, play.attempt.id);
    return attempt?.answer ? reveal({ ...play, attempt }, ctx) : setting.overAlready();
  }

  async function redraft(
    play: Play,
    ctx: Context,
    change: (draft: Response | undefined) => Response | undefined,
  ): Promise<Reply> {
    const { id } = play.attempt;
    const draft = await ctx.store.transaction(async (tx) => {
      const before = (await tx.quizzes.attempt(ctx.member.id, id))?.draft;
      const after = change(before);
      if (!after || !canAnswer(play.shown.question, after)) return undefined;
      return (await tx.quizzes.draft(ctx.member.id, id, after)) ? after : undefined;
    });
    if (!draft) return afterAnswer(play, ctx);
    return openCard({ ...play, attempt: { ...play.attempt, draft } }, ctx);
  }

  async function reveal(play: Play, ctx: Context): Promise<Reply> {
    const { answer } = play.attempt;
    return say(revealText(play.shown, answer?.response, lateText(play)), {
      title: setting.title(play, ctx),
      tone: toneOf(answer?.credit ?? 0),
      controls: await setting.onceAnswered(play, ctx),
    });
  }

  async function show(session: QuizSession, at: number, ctx: Context): Promise<Reply> {
    const questionId = session.questionIds[at];
    const item = questionId === undefined ? undefined : await questionById(questionId, ctx);
    if (questionId === undefined || !item) throw questionGone(setting);
    const order = shownOrder(item.question, ctx.random);
    const attempt = await ctx.store.transaction((tx) =>
      tx.quizzes.show(ctx.member.id, session.id, {
        questionId,
        position: at,
        order,
        shownAt: ctx.now,
      }),
    );
    const play = { session, attempt, shown: { ...item, order: attempt.order } };
    const isOver = attempt.answer !== undefined || (setting.keepsOpen && !session.open);
    return isOver ? reveal(play, ctx) : openCard(play, ctx);
  }

  async function playOf(id: string, ctx: Context): Promise<Play | undefined> {
    const attempt = await ctx.store.quizzes.attempt(ctx.member.id, id);
    const session = attempt && (await ctx.store.quizzes.session(ctx.member.id, attempt.session));
    if (!attempt || !session) return undefined;
    const item = await questionById(attempt.questionId, ctx);
    if (!item) throw questionGone(setting);
    return { session, attempt, shown: { ...item, order: attempt.order } };
  }

  return { actions: [choose, mark, pick, undo, submit, type] as readonly Action[], show };
}

function sequenceOf(draft: Response | undefined): readonly number[] {
  return draft?.kind === 'order' ? draft.sequence : [];
}

function checkComplete({ question }: Item, draft: Response | undefined): void {
  if (question.kind === 'select-all' && responseTo(question, draft)?.choices.length) return;
  const placed = question.kind === 'order' ? responseTo(question, draft)?.sequence.length : 0;
  if (question.kind === 'order' && placed === question.items.length) return;
  throw new UserError(
    question.kind === 'order'
      ? 'Put every letter in its place first, then press Submit.'
      : 'Choose at least one letter first, then press Submit.',
  );
}

function toneOf(credit: number): NonNullable<Reply['tone']> {
  if (isRight(credit)) return 'good';
  return credit > 0 ? 'warning' : 'bad';
}

/** Nothing for an answer that came too late. */
function creditOf({ session, attempt, shown }: Play, response: Response, { now }: Context): number {
  const isLate = isTimeUp(attempt.shownAt, session.secondsEach, now);
  return isLate ? 0 : grade(shown.question, response);
}

/** Where the answer came too late. */
function lateText({ session, attempt }: Play): Markdown | undefined {
  const { secondsEach = 0 } = session;
  const at = attempt.answer?.at;
  return at && isTimeUp(attempt.shownAt, session.secondsEach, at)
    ? md`**Time was up** after ${secondsEach} seconds, so this does not count as right.`
    : undefined;
}

function questionGone({ command, startAgain }: Setting): UserError {
  const next = startAgain ?? `Stop with /${command} stop and start again.`;
  return new UserError(`This question has left the bank since you began. ${next}`);
}
