// Who checked in at a meeting, for its organizers: shown, mended, handed out once confirmed.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { bullets, formatted, joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say, textFile } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import {
  inRosterOrder,
  keptAfterExport,
  type Meeting,
  mostWrongWords,
} from '../../src/core/meetings/meeting.ts';
import { noOfficialRecord, rosterCsv } from '../../src/core/meetings/roster.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { RosterLine } from '../../src/store/meeting-records.ts';
import { sayMoment } from '../group/words.ts';
import { planForgetting } from './planning.ts';
import {
  meetingArg,
  meetingHere,
  meetingOption,
  meetingsOf,
  namedMeeting,
  nearest,
  suggestMeetings,
  zoneOfGroup,
} from './this-meeting.ts';

/** The longest names of so many fit into one message. */
const perPage = 12;
const pageArg = { at: number('Which page', { max: 1000 }) };

export const roster = command({
  name: 'roster',
  summary: 'Who checked in at a meeting, and the list as a file',
  audience: 'organizer',
  options: { meeting: meetingOption },
  suggest: { meeting: suggestMeetings },
  async run({ meeting: typed }, ctx) {
    const begun = (await meetingsOf(ctx)).filter(
      ({ state }) => state === 'open' || state === 'closed',
    );
    const meeting = typed ? await namedMeeting(typed, ctx) : nearest(begun, ctx.now);
    if (meeting) return rosterPage(meeting, 0, ctx);
    return say(md`No meeting of this group has had a check-in yet. **/meeting start** opens one.`, {
      controls: [button('Coming meetings', '/meeting next')],
    });
  },
});

export const openRoster = action({
  id: 'meeting.roster',
  args: { ...meetingArg, ...pageArg },
  audience: 'organizer',
  run: async ({ meeting, at }, ctx) => rosterPage(await meetingHere(meeting, ctx), at, ctx),
});

export const takeOff = action({
  id: 'meeting.take_off',
  args: { ...meetingArg, line: text('Whom', { max: 20 }) },
  audience: 'organizer',
  async run({ meeting: id, line }, ctx) {
    const meeting = await meetingHere(id, ctx);
    await ctx.store.transaction((tx) => tx.meetings.takeOff(id, line));
    return rosterPage(meeting, 0, ctx);
  },
});

/** To those who typed too many wrong words; who they are is nobody's business. */
export const newTries = action({
  id: 'meeting.new_tries',
  args: meetingArg,
  audience: 'organizer',
  async run({ meeting: id }, ctx) {
    const meeting = await meetingHere(id, ctx);
    await ctx.store.transaction((tx) => tx.meetings.forgetWrongWords(id));
    return rosterPage(meeting, 0, ctx);
  },
});

export const handOut = action({
  id: 'meeting.hand_out',
  args: meetingArg,
  audience: 'organizer',
  async run({ meeting: id }, ctx) {
    const meeting = await meetingHere(id, ctx);
    const count = await ctx.store.meetings.count(id);
    if (count === 0) return rosterPage(meeting, 0, ctx);
    const whom = count === 1 ? md`**this one** was` : md`these **${count}** were`;
    return say(
      md`Do you confirm that ${formatted(whom)} at **${meeting.title}**? The file says that you did, and that ${noOfficialRecord.charAt(0).toLowerCase()}${noOfficialRecord.slice(1)} Keep it only as long as you need it: the names here are deleted 30 days from now.`,
      {
        title: 'Confirm the roster',
        tone: 'warning',
        controls: [
          button('I confirm: give me the file', refer(confirmed, { meeting: id }), 'primary'),
          button('Back', refer(openRoster, { meeting: id, at: 0 })),
        ],
      },
    );
  },
});

export const confirmed = action({
  id: 'meeting.confirmed',
  args: meetingArg,
  audience: 'organizer',
  async run({ meeting: id }, ctx) {
    const meeting = await meetingHere(id, ctx);
    const zone = await zoneOfGroup(ctx);
    const lines = await ctx.store.meetings.roster(id);
    if (lines.length === 0) return rosterPage(meeting, 0, ctx);
    await ctx.store.transaction(async (tx) => {
      await tx.meetings.noteExport(id, ctx.now);
      await planForgetting(tx, meeting, ctx.now);
    });
    const day = meeting.startsAt.toZonedDateTimeISO(zone).toPlainDate();
    const csv = rosterCsv(meeting, lines, { zone, confirmedBy: ctx.user.name });
    const gone = ctx.now.add(keptAfterExport).toZonedDateTimeISO(zone).toPlainDate();
    return say(md`Here is the roster. The names are deleted here on ${sayDay(gone)}.`, {
      title: `Roster of ${shortened(meeting.title, 80)}`,
      tone: 'good',
      files: [textFile(`roster-${day}.csv`, 'text/csv', csv)],
      footnote: noOfficialRecord,
    });
  },
});

async function rosterPage(meeting: Meeting, wanted: number, ctx: Context): Promise<Reply> {
  const zone = await zoneOfGroup(ctx);
  const lines = inRosterOrder(await ctx.store.meetings.roster(meeting.id));
  const pages = Math.max(1, Math.ceil(lines.length / perPage));
  const at = Math.min(wanted, pages - 1);
  const shown = lines.slice(at * perPage, (at + 1) * perPage);
  const head = md`**${meeting.title}**, ${sayMoment(meeting.startsAt, zone)}: ${lines.length} checked in.`;
  const place = pages > 1 ? ` · page ${at + 1} of ${pages}` : '';
  const body = lines.length > 0 ? bullets(shown.map(lineText)) : emptyText(meeting);
  const lockedOut = await ctx.store.meetings.lockedOut(meeting.id);
  return say(joinLines([head, body, ...lockedOutLine(lockedOut)], '\n\n'), {
    title: `Roster${place}`,
    controls: [
      ...takeOffControl(meeting, shown),
      ...turns(meeting, at, pages),
      ...(lockedOut > 0
        ? [button('Give new tries', refer(newTries, { meeting: meeting.id }))]
        : []),
      ...below(meeting, lines),
    ],
    footnote: `${noOfficialRecord} Only organizers see it.`,
  });
}

function lineText({ lastName, firstName, memberNumber }: RosterLine) {
  return memberNumber
    ? md`${lastName}, ${firstName} (${memberNumber})`
    : md`${lastName}, ${firstName}`;
}

function emptyText({ state, exportedAt }: Meeting) {
  if (exportedAt) return md`The names were deleted, 30 days after the list was handed out.`;
  return state === 'open'
    ? md`Nobody has checked in yet. They type **/checkin** and the word.`
    : md`Nobody is on this list.`;
}

function lockedOutLine(count: number) {
  if (count === 0) return [];
  const were = count === 1 ? '1 person' : `${count} people`;
  return [
    md`${were} typed ${mostWrongWords} wrong words and cannot check in. If somebody at the meeting asks you, press **Give new tries**.`,
  ];
}

function takeOffControl(meeting: Meeting, shown: readonly RosterLine[]): readonly Control[] {
  if (shown.length === 0) return [];
  return [
    {
      kind: 'select',
      label: 'Take somebody off',
      press: refer(takeOff, { meeting: meeting.id }),
      choices: shown.map(({ id, lastName, firstName }) => ({
        label: shortened(`${lastName}, ${firstName}`, 75),
        value: id,
      })),
    },
  ];
}

function turns({ id }: Meeting, at: number, pages: number): readonly Control[] {
  const to = (page: number) => refer(openRoster, { meeting: id, at: page });
  return [
    ...(at > 0 ? [button('Back', to(at - 1))] : []),
    ...(at + 1 < pages ? [button('More', to(at + 1))] : []),
  ];
}

function below(meeting: Meeting, lines: readonly RosterLine[]): readonly Control[] {
  return [
    ...(lines.length > 0
      ? [button('Export as CSV', refer(handOut, { meeting: meeting.id }), 'primary')]
      : []),
    ...(meeting.state === 'open' ? [button('End the check-in', '/meeting stop')] : []),
  ];
}
