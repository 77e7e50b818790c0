// Takes an answer once, keeps what was chosen so far, and shows what became of it.

import type { Context } from '../../src/bot/command.ts';
import { type Markdown, md } from '../../src/bot/markdown.ts';
import { type Reply, say } from '../../src/bot/reply.ts';
import { grade, isRight } from '../../src/core/quiz/grade.ts';
import { isTimeUp } from '../../src/core/quiz/pace.ts';
import { canAnswer, type Response } from '../../src/core/quiz/response.ts';
import type { Answer } from '../../src/store/quiz-records.ts';
import { noteMiss } from '../review/missed.ts';
import { revealText } from './card.ts';
import type { Play, Setting } from './setting.ts';

export interface Answering {
  /** Counts it, or where answers stay open keeps it as a draft. */
  respond(play: Play, response: Response, ctx: Context): Promise<Reply>;
  redraft(
    play: Play,
    ctx: Context,
    change: (draft: Response | undefined) => Response | undefined,
  ): Promise<Reply>;
  /** Somebody was faster: this member elsewhere, or whoever ended the session. */
  afterAnswer(play: Play, ctx: Context): Promise<Reply>;
  reveal(play: Play, ctx: Context): Promise<Reply>;
}

/** `openCard` shows a question that can still be answered. */
export function answering(
  setting: Setting,
  openCard: (play: Play, ctx: Context) => Promise<Reply>,
): Answering {
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
    const first = answer ? lateText(play) : md`**You gave no answer.**`;
    return say(revealText(play.shown, answer?.response, first), {
      title: setting.title(play, ctx),
      tone: toneOf(answer?.credit ?? 0),
      controls: await setting.onceAnswered(play, ctx),
    });
  }

  return { respond, redraft, afterAnswer, reveal };
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
