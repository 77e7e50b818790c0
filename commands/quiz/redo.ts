// Again what was missed: in a quiz, or in a round.

import { action } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { session } from './asking.ts';
import { beginQuiz } from './practice.ts';
import { nothingMissed, nothingToRedo, notYours } from './session-cards.ts';

export const redo = command({
  name: 'redo',
  summary: 'Again what you missed in your last quiz',
  options: {},
  async run(_none, ctx) {
    const last = await ctx.store.quizzes.lastSession(ctx.member.id, 'quiz');
    return last ? againMissed(last.id, ctx) : nothingToRedo(ctx);
  },
});

const redoAction = action({
  id: 'quiz.redo',
  args: session,
  run: async ({ session: id }, ctx): Promise<Reply> => ({
    ...(await againMissed(id, ctx)),
    mode: 'new',
  }),
});

/** What the member missed in a round, for themselves. */
const redoRound = action({
  id: 'quiz.redo_round',
  args: { round: text('Which round', { max: 20 }) },
  run: async ({ round }, ctx): Promise<Reply> => {
    const questionIds = await ctx.store.rounds.missed(ctx.member.id, round);
    const again = questionIds.length > 0 ? await beginQuiz({ questionIds }, ctx) : nothingMissed();
    return { ...again, mode: 'new' };
  },
});

export const redoActions = [redoAction, redoRound];

/** Those of a quiz that were answered wrong or in part, in their order. */
async function againMissed(id: string, ctx: Context): Promise<Reply> {
  const found = await ctx.store.quizzes.session(ctx.member.id, id);
  if (!found) return notYours();
  const questionIds = await ctx.store.quizzes.missed(ctx.member.id, id);
  if (questionIds.length === 0) return nothingMissed();
  const { topic, secondsEach } = found;
  return beginQuiz(
    {
      questionIds,
      ...(topic !== undefined && { topic }),
      ...(secondsEach !== undefined && { secondsEach }),
    },
    ctx,
  );
}
