// The board as a member sees it: the best, and those around themselves.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { lowestRank } from '../../src/core/progress/rank.ts';
import type { Board, Placed } from '../../src/store/board-records.ts';
import { topicTitle } from '../quiz/topics.ts';
import { boardHere, periods } from './board.ts';
import { shownName } from './shown-name.ts';

const bestShown = 10;
const aroundMe = 5;

export async function boardCard(board: Board, ctx: Context, first?: Markdown): Promise<Reply> {
  const { boards, members } = ctx.store;
  const best = await boards.top(board, bestShown);
  const me = ctx.member.id;
  const isAmong = best.some(({ member }) => member === me);
  const around = isAmong ? [] : await boards.around(board, me, aroundMe);
  const isShown = (await members.read(me))?.onBoard ?? false;
  const parts = [
    ...(first ? [first] : []),
    best.length > 0 ? await lines(best, board, ctx) : md`Nobody is on this board yet.`,
    ...(around.length > 0
      ? [md`**Around you**`, await lines(notAgain(around, best), board, ctx)]
      : []),
    ...(isShown ? [] : [await notShown(board, ctx)]),
  ];
  const title = board.topic === undefined ? '' : ` · ${topicTitle(board.topic, ctx)}`;
  return say(joinLines(parts, '\n\n'), {
    title: `Board · ${periods[board.period]}${title}`,
    controls: controlsOf(board, isShown, ctx),
    footnote:
      'Right answers in rounds and daily questions; of as many, fewer tries are better. Only those who chose to be shown are on it. Points are not CEUs.',
  });
}

function notAgain(around: readonly Placed[], best: readonly Placed[]): readonly Placed[] {
  return around.filter(({ member }) => !best.some((each) => each.member === member));
}

async function lines(placed: readonly Placed[], board: Board, ctx: Context): Promise<Markdown> {
  return joinLines(await Promise.all(placed.map((each) => line(each, board, ctx))));
}

async function line(
  { member, rank, right, answered }: Placed,
  { group }: Board,
  ctx: Context,
): Promise<Markdown> {
  const place = rank > lowestRank ? `beyond ${lowestRank}` : String(rank);
  const score = md`${right} right of ${answered}`;
  if (member === ctx.member.id)
    return md`**${place}. ${await ownName(ctx)}, you** · ${formatted(score)}`;
  const name = await shownName(member, group, ctx.store);
  return md`${place}\\. ${formatted(name)} · ${formatted(score)}`;
}

async function ownName({ member, user, store }: Context): Promise<string> {
  return (await store.members.read(member.id))?.nickname ?? user.name;
}

async function notShown(board: Board, ctx: Context): Promise<Markdown> {
  const mine = await ctx.store.boards.of(board, ctx.member.id);
  return mine
    ? md`You have **${mine.right} right of ${mine.answered}**; only you see that.`
    : md`You are not on it: it has those who chose to be shown.`;
}

function controlsOf(board: Board, isShown: boolean, ctx: Context): readonly Control[] {
  const { topic } = board;
  const others = (['week', 'month', 'all'] as const).filter((each) => each !== board.period);
  return [
    ...others.map((period) => button(periods[period], refer('/leaderboard', { period, topic }))),
    isShown
      ? button('Leave the board', refer({ id: 'leaderboard.leave' }))
      : button('Show me', refer({ id: 'leaderboard.join' }), 'primary'),
    ...(ctx.organizer ? [button('Group report', refer({ id: 'leaderboard.report' }))] : []),
  ];
}

export async function weekBoard(ctx: Context, first: Markdown): Promise<Reply> {
  return boardCard(await boardHere('week', undefined, ctx), ctx, first);
}
