import { action } from '../../src/bot/action.ts';
import { type CommandGroup, command } from '../../src/bot/command.ts';
import { md } from '../../src/bot/markdown.ts';
import { choice, text } from '../../src/bot/shape.ts';
import { suggestTopics, topicNamed } from '../quiz/topics.ts';
import { boardHere, periods } from './board.ts';
import { boardCard, weekBoard } from './card.ts';
import { report } from './report.ts';

const leaderboard = command({
  name: 'leaderboard',
  summary: 'Who knows most in this group, of those who want to be shown',
  options: {
    period: choice('Of which time', periods).default('week'),
    topic: text('A topic; left out, all of them', { max: 60 }).optional(),
  },
  suggest: { topic: suggestTopics },
  async run({ period, topic: typed }, ctx) {
    const topic = typed === undefined ? undefined : await topicNamed(typed, ctx);
    return boardCard(await boardHere(period, topic, ctx), ctx);
  },
});

const join = action({
  id: 'leaderboard.join',
  args: {},
  title: 'Show me on boards',
  fields: {
    nickname: text('Shown instead of your name; left empty, as it is now', {
      max: 40,
      allows: ['name'],
    }).optional(),
  },
  async run({ nickname }, ctx) {
    await ctx.store.transaction((tx) =>
      tx.members.change(ctx.member.id, { onBoard: true, ...(nickname && { nickname }) }),
    );
    return weekBoard(
      ctx,
      md`**You are on the boards of your groups**, as ${nickname ?? ctx.member.nickname ?? ctx.user.name}. **/settings** changes it.`,
    );
  },
});

const leave = action({
  id: 'leaderboard.leave',
  args: {},
  async run(_none, ctx) {
    await ctx.store.transaction((tx) => tx.members.change(ctx.member.id, { onBoard: false }));
    return weekBoard(ctx, md`**You are no longer on any board.** Your points stay, for you alone.`);
  },
});

export default {
  name: 'leaderboard',
  summary: 'Who knows most in this group, of those who want to be shown',
  commands: [leaderboard],
  actions: [join, leave, report],
} satisfies CommandGroup;
