import { action, refer } from '../../src/bot/action.ts';
import { type CommandGroup, type Context, command } from '../../src/bot/command.ts';
import { joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { choice } from '../../src/bot/shape.ts';
import { zoneHere } from '../../src/bot/zone.ts';
import { byDay, byTopic, shareOf } from '../../src/core/progress/answers.ts';
import type { Theme } from '../../src/core/theme.ts';
import { picture } from '../../src/pictures/picture.ts';
import { gridStart } from '../../src/pictures/week-grid.ts';
import { topicOfEach } from '../quiz/questions.ts';
import { topicTitle } from '../quiz/topics.ts';
import { sayQuestions } from '../review/words.ts';
import { themeNames } from '../settings.ts';
import { forecastDays, type Progress, progressPanels } from './panels.ts';

const stats = command({
  name: 'stats',
  summary: 'Your progress, as a picture and in words',
  options: {},
  run: (_none, ctx) => statsCard(ctx, ctx.member.theme ?? 'light'),
});

const changeTheme = action({
  id: 'stats.theme',
  args: { theme: choice('On which ground', themeNames) },
  async run({ theme }, ctx) {
    await ctx.store.transaction((tx) => tx.members.change(ctx.member.id, { theme }));
    return statsCard(ctx, theme);
  },
});

async function statsCard(ctx: Context, theme: Theme): Promise<Reply> {
  const progress = await progressOf(ctx);
  if (progress.answers.length === 0 && progress.dueNow === 0 && progress.dueByDay.size === 0)
    return nothingYet();
  return say(inWords(progress), {
    title: 'Your progress',
    image: await picture(progressPanels(progress), theme),
    controls: controlsOf(progress, theme),
    footnote: 'Only you see this. Quiz points are not CEUs.',
  });
}

async function progressOf(ctx: Context): Promise<Progress> {
  const zone = await zoneHere(ctx);
  const today = ctx.now.toZonedDateTimeISO(zone).toPlainDate();
  const since = gridStart(today).toZonedDateTime(zone).toInstant();
  const { reviews, progress } = ctx.store;
  const topics = await topicOfEach(ctx);
  return {
    answers: await progress.answers(ctx.member.id, since),
    topicOf: (question) => topics.get(question),
    titleOf: (topic) => topicTitle(topic, ctx),
    zone,
    today,
    dueNow: await reviews.countDue(ctx.member.id, today),
    dueByDay: await reviews.dueByDay(
      ctx.member.id,
      today.add({ days: 1 }),
      today.add({ days: forecastDays - 1 }),
    ),
  };
}

function inWords({ answers, topicOf, titleOf, zone, dueNow }: Progress): Markdown {
  const right = answers.filter((answer) => answer.right).length;
  const days = byDay(answers, zone).size;
  const share = Math.round(shareOf({ answered: answers.length, right }) * 100);
  const [weakest] = byTopic(answers, topicOf);
  return joinLines([
    answers.length === 0
      ? md`No answers in the last twelve weeks.`
      : md`In twelve weeks you answered **${sayQuestions(answers.length)}** on ${days} ${days === 1 ? 'day' : 'days'}, **${share}%** right.`,
    ...(weakest && shareOf(weakest) < 1
      ? [md`Weakest: **${titleOf(weakest.topic)}**, ${Math.round(shareOf(weakest) * 100)}% right.`]
      : []),
    dueNow > 0 ? md`**${sayQuestions(dueNow)}** due for review.` : md`Nothing is due for review.`,
  ]);
}

function controlsOf(progress: Progress, theme: Theme): readonly Control[] {
  const [weakest] = byTopic(progress.answers, progress.topicOf);
  const other = theme === 'light' ? 'dark' : 'light';
  return [
    ...(progress.dueNow > 0 ? [button('Review now', '/review start', 'primary')] : []),
    ...(weakest
      ? [
          button(
            `Practice: ${progress.titleOf(weakest.topic)}`,
            refer('/quiz start', { topic: weakest.topic }),
          ),
        ]
      : []),
    button(`${themeNames[other]} picture`, refer(changeTheme, { theme: other })),
  ];
}

function nothingYet(): Reply {
  return say(md`There is nothing to show yet: answer some questions first.`, {
    title: 'Your progress',
    controls: [button('Start a quiz', '/quiz start', 'primary'), button('Plan an exam', '/plan…')],
  });
}

export default {
  name: 'stats',
  summary: 'Your progress, as a picture and in words',
  commands: [stats],
  actions: [changeTheme],
} satisfies CommandGroup;
