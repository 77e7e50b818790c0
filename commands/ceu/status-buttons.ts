// The buttons under a status. Actions are named by their ids, since they show the status again.

import { refer } from '../../src/bot/action.ts';
import { button, type Control } from '../../src/bot/reply.ts';
import type { Cycle, MembershipDue } from '../../src/core/ceu/cycle.ts';
import type { Deadline } from '../../src/core/ceu/reminders.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { type Mark, markOf } from '../../src/core/ceu/watch.ts';
import type { BodyEducation } from './education.ts';

export type Saying =
  | 'submitted'
  | 'not-submitted'
  | 'accepted'
  | 'not-accepted'
  | 'paid'
  | 'not-paid';

const markRef = { id: 'ceu.mark' };

export function markButtons(
  { pack: { body }, marks }: BodyEducation,
  cycle: Cycle | undefined,
  dues: MembershipDue | undefined,
  today: Temporal.PlainDate,
): readonly Control[] {
  const press = ({ due }: Deadline, as: Saying) => refer(markRef, { body: body.id, due, as });
  const credits = cycle ? creditSayings(markOf(cycle, marks), body.name) : [];
  const paid = dues ? markOf(dues, marks)?.paid : undefined;
  return [
    ...(cycle ? credits.map(([as, label]) => button(label, press(cycle, as))) : []),
    ...(dues && paid && isNear(dues, today)
      ? [button('Dues not paid', press(dues, 'not-paid'))]
      : []),
    ...(dues && !paid && isNear(dues, today) ? [button('Dues paid', press(dues, 'paid'))] : []),
  ];
}

/** What can be said next, and what can be taken back. */
export function creditSayings(
  marked: Mark | undefined,
  name: string,
): readonly (readonly [Saying, string])[] {
  if (marked?.accepted) return [['not-accepted', `Not confirmed by ${name}`]];
  if (!marked?.submitted) return [['submitted', 'Submitted']];
  return [
    ['accepted', `Confirmed by ${name}`],
    ['not-submitted', 'Not submitted yet'],
  ];
}

/** From the first reminder of the ladder until a late date no longer matters. */
export function isNear({ due }: Deadline, today: Temporal.PlainDate): boolean {
  const days = today.until(due).days;
  return days <= 180 && days >= -90;
}

/** How the A behind an apprentice's credential goes. */
export function apprenticeButtons({ pack, standing }: BodyEducation): readonly Control[] {
  const held = pack.credentials.filter(
    ({ code, apprentice }) => apprentice && standing.held.some((each) => each.code === code),
  );
  if (!pack.apprenticeship) return [];
  return held.map(({ code }) =>
    button(
      `Removing the A of ${code}`,
      refer({ id: 'credential.apprentice' }, { held: `${pack.body.id} ${code}` }),
    ),
  );
}

/** One for the date and the total, and one for each part whose number nobody could verify. */
export function trackerButtons({ body }: RulePack, cycle: Cycle | undefined): readonly Control[] {
  const open = cycle?.buckets.filter(({ required }) => required === undefined) ?? [];
  return [
    button('Enter what my tracker shows', refer({ id: 'ceu.ask_tracker' }, { body: body.id })),
    ...open.map(({ id }) =>
      button(
        `Enter the minimum: ${id}`,
        refer({ id: 'ceu.ask_minimum' }, { body: body.id, bucket: id }),
      ),
    ),
  ];
}
