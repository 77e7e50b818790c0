// Passages that are older than their date, or soon will be: one press sets one checked today.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import type { GroupPassage } from '../../src/core/answers/group-passage.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import { shortened } from '../../src/core/shortened.ts';
import { usuallyValid } from './passage-form.ts';
import { passageGone, type ThisGuide, thisGuide, titleChoice } from './this-guide.ts';

const soon = Temporal.Duration.from({ days: 30 });
const mostShown = 10;

export const verify = command({
  name: 'verify',
  summary: 'Passages of the group that are older than their date',
  audience: 'organizer',
  options: {},
  run: async (_none, ctx) => dueList(await thisGuide(ctx), ctx),
});

export const verified = action({
  id: 'guide.verified',
  args: { passage: text('Which passage', { max: 80 }) },
  audience: 'organizer',
  async run({ passage: id }, ctx) {
    const guide = await thisGuide(ctx);
    const { group, today } = guide;
    const until = today.add(usuallyValid);
    const passage = await ctx.store.transaction(async (tx) => {
      const kept = await tx.answers.verify(group, id, today, until);
      return kept ? tx.answers.ownPassage(group, id) : undefined;
    });
    if (!passage) return passageGone(guide);
    const says = md`**Checked today:** “${passage.title}”, good until ${sayDay(until)}.`;
    return dueList(guide, ctx, says);
  },
});

/** What is over first. */
async function dueList(guide: ThisGuide, ctx: Context, first?: Markdown): Promise<Reply> {
  const own = await ctx.store.answers.ownPassages(guide.group);
  const byDate = own.toSorted((a, b) => Temporal.PlainDate.compare(a.validThrough, b.validThrough));
  const limit = guide.today.add(soon);
  const due = byDate.filter((each) => !isAfter(each.validThrough, limit));
  const intro = first ? [first] : [];
  if (due.length === 0) return nothingDue(guide, byDate[0], intro);
  const shown = due.slice(0, mostShown);
  const lines = shown.map((each) => dueLine(each, guide.today));
  const rest = due.length - shown.length;
  const more = rest > 0 ? [md`and ${rest} more after these`] : [];
  const ask = md`Still right? Compare with its source, then choose it below: that sets it checked today and good for a year. **/guide remove** changes or removes one.`;
  return guide.reply(joinLines([...intro, bullets([...lines, ...more]), ask], '\n\n'), {
    title: `To be checked (${due.length})`,
    controls: [
      {
        kind: 'select',
        label: 'Checked today, and still right',
        press: refer(verified),
        choices: shown.map(({ id, title }) => titleChoice(title, id)),
      },
    ],
  });
}

function dueLine(passage: GroupPassage, today: Temporal.PlainDate): Markdown {
  const { title, validThrough, source, verified: checked } = passage;
  const state = isAfter(today, validThrough)
    ? md`**rests since ${sayDay(validThrough)}**`
    : md`good until ${sayDay(validThrough)}`;
  return md`“${title}”: ${formatted(state)}, checked ${checked} (${shortened(source.title, 60)})`;
}

function nothingDue(
  guide: ThisGuide,
  next: GroupPassage | undefined,
  intro: readonly Markdown[],
): Reply {
  const says = next
    ? md`Nothing else needs checking. The next is “${next.title}”, good until ${sayDay(next.validThrough)}.`
    : md`This group has no passages of its own yet.`;
  return guide.reply(joinLines([...intro, says], '\n\n'), {
    tone: 'good',
    controls: [button('Add a passage', '/guide add…')],
  });
}

function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}
