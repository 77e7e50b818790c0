// Several reminders of one morning in one message: the most urgent whole, the others in short, each
// with a button that shows it whole.

import { action, refer } from '../../src/bot/action.ts';
import { bullets, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply } from '../../src/bot/reply.ts';
import type { Deadline } from '../../src/core/ceu/reminders.ts';
import { openDeadlines } from '../../src/core/ceu/watch.ts';
import { deadlineArgs, withDeadline } from './mark.ts';
import { type Reminded, reminderCard, reminderWords } from './reminder-card.ts';
import { statusWith } from './status.ts';

/** A message has ten fields, and five rows of buttons. */
const mostOthers = 6;

export function cardTogether(main: Reminded, others: readonly Reminded[]): Reply {
  const card = reminderCard(main);
  if (others.length === 0) return card;
  const shown = others.slice(0, mostOthers);
  return {
    ...card,
    fields: shown.map((each) => {
      const { title, sentences } = reminderWords(each);
      return { label: title.slice(0, 100), value: inShort(sentences) };
    }),
    controls: [
      ...(card.controls ?? []),
      ...shown.map(({ education, deadline: { kind, body, due } }) =>
        button(
          `${education.pack.body.name} ${kind === 'cycle' ? 'credits' : 'dues'} in full`,
          refer(whole, { body, due }),
        ),
      ),
    ],
  };
}

function inShort([first = '', ...others]: readonly string[]): Markdown {
  const more = others.slice(0, 2).map((sentence) => md`${sentence}`);
  return joinLines([md`**${first}**`, ...(more.length > 0 ? [bullets(more)] : [])]);
}

export const whole = action({
  id: 'ceu.reminder',
  args: deadlineArgs,
  run: ({ body, due }, ctx) =>
    withDeadline(body, due, ctx, async (education, today) => {
      const { pack, standing, marks } = education;
      const deadline = openDeadlines(pack, standing, marks, today).find((each) =>
        each.due.equals(due),
      );
      if (!deadline)
        return statusWith(body, ctx, md`**This is settled.** No more reminders of it.`);
      return {
        ...reminderCard({ ...seenOn(today, deadline), education }),
        mode: 'new',
      };
    }),
});

/** Of a date that is looked at between two steps of its ladder. */
export function seenOn(
  today: Temporal.PlainDate,
  deadline: Deadline,
): Pick<Reminded, 'deadline' | 'reminder' | 'today'> {
  const daysLeft = today.until(deadline.due).days;
  return {
    deadline,
    today,
    reminder: { name: 'seen', kind: 'before', day: today, daysLeft, also: [] },
  };
}
