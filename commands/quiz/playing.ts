// Asks one member one question after the other, in any setting: practice, review, an exam. Each gets
// actions of its own.

import { type Action, action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { formFor } from '../../src/bot/forms.ts';
import { type Control, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { flag, number, text } from '../../src/bot/shape.ts';
import { shownOrder } from '../../src/core/quiz/choosing.ts';
import { codesIn } from '../../src/core/quiz/codes.ts';
import type { Item } from '../../src/core/quiz/items.ts';
import { marked, type Response, responseTo } from '../../src/core/quiz/response.ts';
import type { QuizSession } from '../../src/store/quiz-records.ts';
import { answering } from './answering.ts';
import { answerControls, questionText } from './card.ts';
import type { Presses } from './kinds/shown.ts';
import { questionById } from './questions.ts';
import type { Play, Setting } from './setting.ts';

export interface Playing {
  readonly actions: readonly Action[];
  /** The question at that place of the session, or its reveal where it was answered. */
  show(session: QuizSession, at: number, ctx: Context): Promise<Reply>;
}

const attemptArg = { attempt: text('Which attempt', { max: 20 }) };
const placeArg = number('Place in the bank', { max: 20 });

export function playing(setting: Setting): Playing {
  const { command } = setting;
  const { respond, redraft, afterAnswer, reveal } = answering(setting, openCard);

  /** Answers, marks and picks of somebody else, or of what is gone, do nothing. */
  const withPlay =
    <A extends { readonly attempt: string }>(
      run: (play: Play, given: A, ctx: Context) => Promise<Outcome>,
    ) =>
    async (given: A, ctx: Context): Promise<Outcome> => {
      const play = await playOf(given.attempt, setting, ctx);
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

  async function openCard(play: Play, ctx: Context): Promise<Reply> {
    const { attempt, shown, session } = play;
    const { secondsEach } = session;
    const controls = answerControls(shown, attempt.draft, pressesOf(play));
    const card = say(questionText(shown, attempt.draft), {
      title: setting.title(play, ctx),
      controls: [
        ...controls.filter((control) => !setting.keepsOpen || !isSubmit(control, play)),
        ...setting.whileOpen(play, ctx),
      ],
      ...(secondsEach !== undefined && { footnote: `You have ${secondsEach} seconds.` }),
    });
    return (await setting.dressed?.(card, play, ctx)) ?? card;
  }

  function isSubmit(control: Control, play: Play): boolean {
    return control.kind === 'button' && control.press === pressesOf(play).submit;
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

  return { actions: [choose, mark, pick, undo, submit, type] as readonly Action[], show };
}

async function playOf(id: string, setting: Setting, ctx: Context): Promise<Play | undefined> {
  const attempt = await ctx.store.quizzes.attempt(ctx.member.id, id);
  const session = attempt && (await ctx.store.quizzes.session(ctx.member.id, attempt.session));
  if (!attempt || !session) return undefined;
  const item = await questionById(attempt.questionId, ctx);
  if (!item) throw questionGone(setting);
  return { session, attempt, shown: { ...item, order: attempt.order } };
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

function questionGone({ command, startAgain }: Setting): UserError {
  const next = startAgain ?? `Stop with /${command} stop and start again.`;
  return new UserError(`This question has left the bank since you began. ${next}`);
}
