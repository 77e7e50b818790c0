// How a group does, for its organizers: totals of five members or more, of a time that is over, so
// that nobody's answers can be told from the difference between two looks.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { bullets, formatted, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice } from '../../src/bot/shape.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import type { Board, Total } from '../../src/store/board-records.ts';
import { topicTitle } from '../quiz/topics.ts';
import { boardHere } from './board.ts';

const fewest = 5;

const spans = { week: 'Last week', month: 'Last month' } as const;

export const report = action({
  id: 'leaderboard.report',
  args: { period: choice('Which time', spans).default('week') },
  audience: 'organizer',
  async run({ period }, ctx) {
    const now = await boardHere(period, undefined, ctx);
    const on =
      period === 'week'
        ? now.on.subtract({ weeks: 1 })
        : now.on.with({ day: 1 }).subtract({ days: 1 });
    return reportCard({ ...now, on }, period, ctx);
  },
});

async function reportCard(board: Board, period: keyof typeof spans, ctx: Context): Promise<Reply> {
  const totals = await ctx.store.boards.totals(board);
  const shown = totals.filter(({ topic, members }) => topic !== '' && members >= fewest);
  const isAnyHidden = totals.some(({ topic, members }) => topic !== '' && members < fewest);
  const other = period === 'week' ? 'month' : 'week';
  return say(
    shown.length > 0
      ? md`${formatted(bullets(shown.map((total) => md`${sayTotal(total, ctx)}`)))}`
      : md`There is no topic in which five members or more answered.`,
    {
      title: `Rounds and daily questions, ${spans[period].toLowerCase()}`,
      controls: [
        button(spans[other], refer(report, { period: other })),
        button('Board', '/leaderboard'),
      ],
      footnote: `${periodText(board)} Without names: those who want to be seen are on the board.${isAnyHidden ? ' Topics with fewer than five members are left out, also of any sum.' : ''}`,
    },
  );
}

function sayTotal({ topic, members, answered, right }: Total, ctx: Context): string {
  const share = Math.round((right / answered) * 100);
  return `${topicTitle(topic, ctx)}: ${share}% right of ${answered} answers by ${members} members`;
}

function periodText({ period, on }: Board): string {
  const from = period === 'week' ? on.subtract({ days: on.dayOfWeek - 1 }) : on.with({ day: 1 });
  const to = period === 'week' ? from.add({ days: 6 }) : on;
  return `${sayDay(from)} to ${sayDay(to)}.`;
}
