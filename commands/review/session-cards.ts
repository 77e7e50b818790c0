// What is said about a review as a whole: done, nothing due, enough for today, away.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import type { QuizSession } from '../../src/store/quiz-records.ts';
import { sayQuestions } from './words.ts';

const settings = button('Review settings', '/review settings');
const stats = button('My progress', '/stats');

/** Ends the review, if it is still open, and says how it went and what comes. */
export async function endCard(found: QuizSession, ctx: Context): Promise<Reply> {
  await ctx.store.transaction((tx) => tx.quizzes.end(ctx.member.id, found.id, ctx.now));
  const { answered, right } = await ctx.store.quizzes.score(ctx.member.id, found.id);
  const left = await ctx.store.reviews.countDue(ctx.member.id, await todayOf(ctx));
  return say(
    joinLines(
      [
        md`You reviewed **${answered}** and knew **${right}**.`,
        ...(left > 0 ? [md`${sayQuestions(left)} still wait: today, or another day.`] : []),
        await ahead(ctx),
      ],
      '\n\n',
    ),
    {
      title: 'Reviewed',
      tone: 'good',
      controls: [...(left > 0 ? [more] : []), stats, settings],
    },
  );
}

const more = button('Ten more', refer({ id: 'review.more' }));

export async function capReached(perDay: number, ctx: Context): Promise<Reply> {
  const left = await ctx.store.reviews.countDue(ctx.member.id, await todayOf(ctx));
  return say(
    joinLines(
      [
        md`You have reviewed ${sayQuestions(perDay)} today, which is what you set as enough.`,
        left > 0 ? md`${sayQuestions(left)} wait; they keep.` : await ahead(ctx),
      ],
      '\n\n',
    ),
    {
      title: 'Enough for today',
      tone: 'good',
      controls: [...(left > 0 ? [more] : []), stats, settings],
    },
  );
}

/** Also where the queue is empty: then it says how it fills. */
export async function nothingDue(ctx: Context): Promise<Reply> {
  const count = await ctx.store.reviews.count(ctx.member.id);
  if (count > 0)
    return say(md`Nothing is due just now. ${formatted(await ahead(ctx))}`, {
      title: 'All reviewed',
      tone: 'good',
      controls: [button('Start a quiz', '/quiz start', 'primary'), stats, settings],
    });
  return say(
    md`What you miss in quizzes and daily questions comes here by itself and is asked again just before you would forget it. **Save to review** under an answer adds others, and in the settings you choose topics from which new ones come.`,
    {
      title: 'Nothing to review yet',
      controls: [button('Start a quiz', '/quiz start', 'primary'), settings],
    },
  );
}

async function ahead(ctx: Context): Promise<Markdown> {
  const today = await todayOf(ctx);
  const days = await ctx.store.reviews.dueByDay(
    ctx.member.id,
    today.add({ days: 1 }),
    today.add({ days: 60 }),
  );
  const [next] = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  if (!next) return md`Nothing else is due within two months.`;
  const day = Temporal.PlainDate.from(next[0]);
  const when = day.equals(today.add({ days: 1 })) ? 'tomorrow' : `on ${sayDay(day)}`;
  return md`Next: ${sayQuestions(next[1])} ${when}.`;
}

export function away(until: Temporal.PlainDate): Reply {
  return say(
    md`You are away through ${sayDay(until)}. Nothing is lost, and nothing will flood you: what waits then is spread over the days after.`,
    {
      title: 'Vacation',
      controls: [button('I am back', refer({ id: 'review.back' }), 'primary'), settings],
    },
  );
}

export function notYours(): Reply {
  return say(md`This is somebody else's review, or one that was deleted.`, {
    tone: 'warning',
    mode: 'new',
    controls: [start],
  });
}

export function overAlready(): Reply {
  return say(md`This review is over.`, { mode: 'new', controls: [start] });
}

const start = button('Review now', '/review start', 'primary');
