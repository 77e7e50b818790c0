// The reminder itself: what is missing now, by when, and what can be done about it with one press.

import { refer } from '../../src/bot/action.ts';
import { bullets, formatted, joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import {
  cycleReminderWords,
  membershipReminderWords,
  type ReminderWords,
} from '../../src/core/ceu/reminder-words.ts';
import type { Deadline, Reminder } from '../../src/core/ceu/reminders.ts';
import { type Status, statusOf } from '../../src/core/ceu/status.ts';
import { markOf, snoozeEnd } from '../../src/core/ceu/watch.ts';
import type { BodyEducation } from './education.ts';
import { snooze, stop } from './reminders.ts';
import { creditSayings } from './status-buttons.ts';
import { bars, partsInField } from './words.ts';

export interface Reminded {
  readonly education: BodyEducation;
  readonly deadline: Deadline;
  readonly reminder: Reminder;
  readonly today: Temporal.PlainDate;
}

export function reminderCard(reminded: Reminded): Reply {
  const words = reminderWords(reminded);
  const { deadline, education, today } = reminded;
  if (deadline.kind === 'membership')
    return card(reminded, words, [duesButton(reminded, 'primary')]);
  const { pack, standing, entries, marks } = education;
  const isSubmitted = markOf(deadline, marks)?.submitted ?? false;
  const status = statusOf(pack, standing, deadline, entries, today);
  return card(reminded, words, cycleButtons(reminded), isSubmitted ? undefined : status);
}

export function reminderWords({ education, deadline, reminder, today }: Reminded): ReminderWords {
  const { pack, standing, entries, marks } = education;
  if (deadline.kind === 'membership') return membershipReminderWords(pack, deadline, today);
  const status = statusOf(pack, standing, deadline, entries, today);
  const { submitted: isSubmitted = false, paid: isPaid = false } = markOf(deadline, marks) ?? {};
  return cycleReminderWords({ pack, standing, status, reminder, today, isSubmitted, isPaid });
}

function card(
  { deadline, today }: Reminded,
  { title, sentences, footnote }: ReminderWords,
  buttons: readonly Control[],
  status?: Status,
): Reply {
  const [first = '', ...others] = sentences;
  const parts = [
    md`**${first}**`,
    ...(status ? [bars(status, partsInField)] : []),
    ...(others.length > 0 ? [bullets(fitting(others).map((sentence) => md`${sentence}`))] : []),
  ];
  return say(md`${formatted(joinLines(parts, '\n\n'))}`, {
    title,
    ...(deadline.due.since(today).days <= 7 && { tone: 'warning' as const }),
    controls: [...buttons, ...quietButtons(deadline, today)],
    footnote,
  });
}

/** Who holds everything is asked much: the first sentences and the last, on dues, must arrive. */
function fitting(sentences: readonly string[]): readonly string[] {
  return sentences.length > 10 ? [...sentences.slice(0, 9), ...sentences.slice(-1)] : sentences;
}

function cycleButtons(reminded: Reminded): readonly Control[] {
  const { education, deadline } = reminded;
  const { pack, marks } = education;
  const args = { body: pack.body.id, due: deadline.due };
  const marked = markOf(deadline, marks);
  const said = creditSayings(marked, pack.body.name)
    .filter(([as]) => as === 'submitted' || as === 'accepted')
    .map(([as, label]) => button(label, refer({ id: 'ceu.mark' }, { ...args, as })));
  return [
    button('Log CEUs', '/ceu add…', 'primary'),
    ...said,
    ...(pack.membership && !marked?.paid ? [duesButton(reminded)] : []),
    button('My status', refer({ id: 'ceu.status' }, { body: pack.body.id })),
  ];
}

function duesButton({ education, deadline }: Reminded, style?: 'primary'): Control {
  const args = { body: education.pack.body.id, due: deadline.due, as: 'paid' };
  return button('Dues paid', refer({ id: 'ceu.mark' }, args), style);
}

/** A snooze that would end after the due date is not offered. */
function quietButtons({ body, due }: Deadline, today: Temporal.PlainDate): readonly Control[] {
  const lengths = [
    { days: 1, label: 'Snooze 1 day' },
    { days: 7, label: 'Snooze 1 week' },
  ];
  const fitting = lengths.filter(({ days }) => {
    return snoozeEnd(due, days, today)?.equals(today.add({ days })) ?? false;
  });
  return [
    ...fitting.map(({ days, label }) => button(label, refer(snooze, { body, due, days }))),
    button('Stop these', refer(stop, { body, due }), 'danger'),
  ];
}
