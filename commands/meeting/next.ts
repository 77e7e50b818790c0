// The group's coming meetings, and those at which the member was.

import { refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { bullets, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { clockAt, zoneHere } from '../../src/bot/zone.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import type { Meeting } from '../../src/core/meetings/meeting.ts';
import { groupOf } from '../group/this-group.ts';
import { sayMoment } from '../group/words.ts';
import { nameWithDay, zoneOfGroup } from './this-meeting.ts';

const mostShown = 8;
const mostAttended = 5;

export const next = command({
  name: 'next',
  summary: "The group's coming meetings, and where you checked in",
  options: {},
  async run(_none, ctx): Promise<Reply> {
    const zone = await zoneOfGroup(ctx);
    const own = await zoneHere(ctx);
    const coming = await ctx.store.meetings.coming(groupOf(ctx), ctx.now.subtract({ hours: 6 }));
    const attended = await ctx.store.meetings.attended(ctx.member.id, mostAttended);
    const lines = coming.slice(0, mostShown).map((meeting) => lineOf(meeting, zone, own));
    const more = coming.length - lines.length;
    const was = attended.map(
      ({ meeting }) =>
        md`${nameWithDay(meeting, zone)}${meeting.credits === undefined ? '' : `, planned ${sayCredits(meeting.credits)}`}`,
    );
    const parts = [
      lines.length > 0 ? bullets(lines) : md`No meeting is planned.`,
      ...(more > 0 ? [md`And ${more} more.`] : []),
      ...(was.length > 0 ? [joinLines([md`**You checked in at:**`, bullets(was)])] : []),
    ];
    return say(joinLines(parts, '\n\n'), {
      title: 'Meetings',
      controls: [
        ...attended.map(({ meeting }, index) => logButton(meeting, index)),
        ...furtherControls(ctx, coming),
      ],
      footnote: `Times are those of ${zone}.`,
    });
  },
});

function lineOf(meeting: Meeting, zone: string, own: string): Markdown {
  const elsewhere =
    own === zone
      ? ''
      : `; ${clockAt(meeting.startsAt, own)} on ${sayDay(meeting.startsAt.toZonedDateTimeISO(own).toPlainDate())} for you`;
  const open = meeting.state === 'open' ? ' · check-in open' : '';
  return md`**${meeting.title}**: ${sayMoment(meeting.startsAt, zone)}${elsewhere}${open}`;
}

function logButton({ id }: Meeting, index: number): Control {
  const label = index === 0 ? 'Log CEUs of the last one' : `Log CEUs (${index + 1})`;
  return button(label, refer({ id: 'checkin.log' }, { meeting: id }));
}

function furtherControls(ctx: Context, coming: readonly Meeting[]): readonly Control[] {
  const open = coming.some(({ state }) => state === 'open');
  return [
    ...(open ? [button('Check in', '/checkin…', 'primary')] : []),
    ...(ctx.organizer ? [button('Plan a meeting', '/meeting plan…')] : []),
  ];
}
