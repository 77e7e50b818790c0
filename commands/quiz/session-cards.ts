// What is said about a practice session as a whole: open, stopped, over.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { QuizSession } from '../../src/store/quiz-records.ts';
import { questionById } from './questions.ts';

/** Ends the session, if it is still open, and shows its result. */
export async function endCard(found: QuizSession, ctx: Context): Promise<Reply> {
  await ctx.store.transaction((tx) => tx.quizzes.end(ctx.member.id, found.id, ctx.now));
  const { answered, right } = await ctx.store.quizzes.score(ctx.member.id, found.id);
  const missed = await ctx.store.quizzes.missed(ctx.member.id, found.id);
  return say(
    joinLines(
      [
        answered === 0
          ? md`It ended before you answered a question.`
          : md`You answered **${answered}** and got **${right}** right.`,
        ...(await missedText(missed, ctx)),
      ],
      '\n\n',
    ),
    {
      title: 'Your quiz is over',
      ...(answered > 0 && { tone: right * 10 >= answered * 7 ? 'good' : 'warning' }),
      footnote: 'Quiz points are not CEUs.',
      controls: [
        ...(missed.length > 0
          ? [button('Redo misses', refer({ id: 'quiz.redo' }, { session: found.id }), 'primary')]
          : []),
        button('Another quiz', '/quiz start', missed.length > 0 ? undefined : 'primary'),
        button('Choose a topic', '/quiz start…'),
      ],
    },
  );
}

/** At most ten, by the beginning of their stems. */
export async function missedText(
  missed: readonly string[],
  ctx: Context,
): Promise<readonly Markdown[]> {
  if (missed.length === 0) return [];
  const items = await Promise.all(missed.map((id) => questionById(id, ctx)));
  const stems = items.flatMap((item) => (item ? [md`${shortened(item.question.stem, 110)}`] : []));
  const more = stems.length > 10 ? [md`…and ${stems.length - 10} more.`] : [];
  return [md`**Worth another look:**\n${formatted(bullets(stems.slice(0, 10)), ...more)}`];
}

export async function stopOrSave(found: QuizSession, ctx: Context): Promise<Reply> {
  const { answered, right } = await ctx.store.quizzes.score(ctx.member.id, found.id);
  return say(
    md`You have answered ${answered} of ${found.questionIds.length}, ${right} right. Save it for later, or stop and see the result?`,
    {
      title: 'Stop this quiz?',
      controls: [
        button('Save for later', refer({ id: 'quiz.save' }, { session: found.id }), 'primary'),
        button('Stop', refer({ id: 'quiz.finish' }, { session: found.id }), 'danger'),
        button('Go on', '/quiz resume'),
      ],
    },
  );
}

/** A quiz that is to begin. */
export type Planned = Pick<QuizSession, 'questionIds' | 'topic' | 'secondsEach'>;

export async function alreadyOpen(open: QuizSession, plan: Planned, ctx: Context): Promise<Reply> {
  const { answered } = await ctx.store.quizzes.score(ctx.member.id, open.id);
  const draft = await ctx.store.transaction((tx) =>
    tx.drafts.keep(ctx.member.id, 'quiz.afresh', { ...plan }, ctx.now),
  );
  return say(
    md`You have a quiz open: ${answered} of ${open.questionIds.length} answered. One at a time keeps the score honest.`,
    {
      title: 'Go on, or start afresh?',
      controls: [
        button('Resume', '/quiz resume', 'primary'),
        button('Start afresh', refer({ id: 'quiz.afresh' }, { session: open.id, draft }), 'danger'),
      ],
    },
  );
}

export function nothingOpen(): Reply {
  return say(md`You have no quiz open. Start one?`, {
    controls: [button('Start a quiz', '/quiz start', 'primary')],
  });
}

export async function nothingToRedo(ctx: Context): Promise<Reply> {
  const open = await ctx.store.quizzes.openSession(ctx.member.id, 'quiz');
  return say(
    md`You have not finished a quiz yet. Once you have, **/quiz redo** asks again what you missed in it.`,
    {
      controls: [
        open
          ? button('Resume', '/quiz resume', 'primary')
          : button('Start a quiz', '/quiz start', 'primary'),
      ],
    },
  );
}

export function nothingMissed(): Reply {
  return say(md`You missed nothing there. Another quiz?`, {
    controls: [button('Start a quiz', '/quiz start', 'primary')],
  });
}

export function askAnew(): Reply {
  return say(md`That was an hour ago or more. Please type **/quiz start** again.`, {
    tone: 'warning',
    controls: [button('Choose a topic', '/quiz start…', 'primary')],
  });
}

export function notYours(): Reply {
  return say(
    md`This is somebody else's quiz, or one that was deleted. Start your own with **/quiz start**.`,
    { tone: 'warning', mode: 'new', controls: [button('Start a quiz', '/quiz start', 'primary')] },
  );
}

export function overAlready(): Reply {
  return say(md`This quiz is over. Start another one?`, {
    mode: 'new',
    controls: [button('Start a quiz', '/quiz start', 'primary')],
  });
}
