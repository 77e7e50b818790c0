// Attendance at a meeting, by the word that is said there.

import { action, refer } from '../src/bot/action.ts';
import { type CommandGroup, type Context, command } from '../src/bot/command.ts';
import { UserError } from '../src/bot/errors.ts';
import { askFor, formFor } from '../src/bot/forms.ts';
import { formatted, type Markdown, md } from '../src/bot/markdown.ts';
import { button, type Outcome, type Reply, say } from '../src/bot/reply.ts';
import { text } from '../src/bot/shape.ts';
import { type CheckIn, type Meeting, mostWrongWords } from '../src/core/meetings/meeting.ts';
import { plainWord } from '../src/core/meetings/word.ts';
import type { Member, Transaction } from '../src/store/store.ts';
import { add as ceuAdd } from './ceu/add.ts';
import { groupOf } from './group/this-group.ts';
import { meetingArg } from './meeting/this-meeting.ts';

const names = {
  first_name: text('As on your membership. Only the organizers see it', {
    max: 40,
    allows: ['name'],
  }),
  last_name: text('As on your membership. Only the organizers see it', {
    max: 40,
    allows: ['name'],
  }),
  member_number: text('Of AAPC or another body, if the organizers need it', {
    max: 30,
    allows: ['name', 'number'],
  }).optional(),
};

const checkin = command({
  name: 'checkin',
  summary: 'Check in at a meeting with the word that is said there',
  title: 'Check in',
  options: {
    word: text('The word that you heard at the meeting', { max: 40 }),
    first_name: names.first_name.optional(),
    last_name: names.last_name.optional(),
    member_number: names.member_number,
  },
  async run({ word, first_name, last_name, member_number }, ctx): Promise<Outcome> {
    const meeting = await openUnder(word, ctx);
    const given = { first_name, last_name, member_number };
    if (first_name === undefined || last_name === undefined)
      return formFor(underName, { meeting: meeting.id }, 'Check in', given);
    return write(meeting, { first_name, last_name, member_number }, ctx);
  },
});

/** The word was right; a roster without names would help nobody. */
const underName = action({
  id: 'checkin.under_name',
  args: meetingArg,
  fields: names,
  title: 'Check in',
  async run({ meeting: id, ...given }, ctx): Promise<Reply> {
    const meeting = (await openHere(ctx)).find((each) => each.id === id);
    if (!meeting) throw noneOpen();
    return write(meeting, given, ctx);
  },
});

const correct = action({
  id: 'checkin.correct',
  args: meetingArg,
  async run({ meeting: id }, ctx): Promise<Outcome> {
    const mine = await myCheckIn(id, ctx);
    return formFor(corrected, { meeting: id }, 'Correct my name', {
      first_name: mine.firstName,
      last_name: mine.lastName,
      ...(mine.memberNumber !== undefined && { member_number: mine.memberNumber }),
    });
  },
});

const corrected = action({
  id: 'checkin.corrected',
  args: meetingArg,
  fields: names,
  title: 'Correct my name',
  async run({ meeting: id, ...given }, ctx): Promise<Outcome> {
    await myCheckIn(id, ctx);
    const meeting = await ctx.store.meetings.byId(id);
    if (!meeting) throw gone();
    return write(meeting, given, ctx);
  },
});

const withdraw = action({
  id: 'checkin.withdraw',
  args: meetingArg,
  async run({ meeting: id }, ctx): Promise<Reply> {
    await ctx.store.transaction((tx) => tx.meetings.withdraw(id, ctx.member.id));
    return say(md`You are not on the roster of that meeting any more.`, { tone: 'good' });
  },
});

/** A draft of the entry: what is right must be seen on the certificate. */
const log = action({
  id: 'checkin.log',
  args: meetingArg,
  async run({ meeting: id }, ctx): Promise<Outcome> {
    await myCheckIn(id, ctx);
    const meeting = await ctx.store.meetings.byId(id);
    if (!meeting) throw gone();
    const { zone } = await ctx.store.groups.settings(meeting.group);
    return askFor('ceu add', ceuAdd, {
      title: meeting.title,
      completed_on: meeting.startsAt.toZonedDateTimeISO(zone).toPlainDate().toString(),
      ...(meeting.credits !== undefined && { credits: meeting.credits }),
    });
  },
});

interface Names {
  readonly first_name: string;
  readonly last_name: string;
  readonly member_number?: string | undefined;
}

async function write(
  meeting: Meeting,
  { first_name, last_name, member_number }: Names,
  ctx: Context,
): Promise<Reply> {
  const before = await ctx.store.meetings.checkedIn(meeting.id, ctx.member.id);
  const checkIn: CheckIn = {
    firstName: first_name,
    lastName: last_name,
    ...(member_number !== undefined && { memberNumber: member_number }),
    at: before?.at ?? ctx.now,
  };
  await ctx.store.transaction((tx) => tx.meetings.checkIn(meeting.id, ctx.member.id, checkIn));
  const first = before ? md`**Corrected.**` : md`**Checked in.**`;
  return checkedInCard(meeting, checkIn, first);
}

function checkedInCard({ id, title }: Meeting, checkIn: CheckIn, first: Markdown): Reply {
  const number = checkIn.memberNumber ? ` (${checkIn.memberNumber})` : '';
  return say(
    md`${formatted(first)} **${title}**: ${checkIn.firstName} ${checkIn.lastName}${number}.\n\nOnly this group's organizers see that. It is deleted 30 days after they export the list, at the latest 180 days after the meeting. A check-in is no certificate: log the CEUs once you have it.`,
    {
      title: 'Check-in',
      tone: 'good',
      controls: [
        button('Draft the CEU entry', refer(log, { meeting: id }), 'primary'),
        button('Correct my name', refer(correct, { meeting: id })),
        button('Take me off', refer(withdraw, { meeting: id })),
      ],
    },
  );
}

async function openUnder(word: string, ctx: Context): Promise<Meeting> {
  const open = await openHere(ctx);
  if (open.length === 0) throw noneOpen();
  const found = await ctx.store.transaction((tx) => tryWord(plainWord(word), open, ctx.member, tx));
  if (found.meeting) return found.meeting;
  throw wrongWord(found.wrong);
}

/** In one transaction: of words that are typed all at once each is counted. */
async function tryWord(
  word: string,
  open: readonly Meeting[],
  { id: member }: Member,
  { meetings }: Transaction,
): Promise<{ readonly meeting: Meeting } | { readonly meeting?: never; readonly wrong: number }> {
  let wrong = 0;
  const free: Meeting[] = [];
  for (const meeting of open) {
    const before = await meetings.wrongWords(meeting.id, member);
    wrong = Math.max(wrong, before + 1);
    if (before < mostWrongWords) free.push(meeting);
  }
  const meeting = free.find((each) => each.word === word);
  if (meeting) return { meeting };
  for (const { id } of free) await meetings.noteWrongWord(id, member);
  return { wrong };
}

function wrongWord(times: number): UserError {
  const left = mostWrongWords - times;
  return new UserError(
    left > 0
      ? `That is not the word. Listen again, or ask at the meeting how it is spelt: you can try ${left === 1 ? 'once' : `${left} times`} more.`
      : 'You typed too many wrong words, so no word checks you in now. Ask an organizer of the meeting: /meeting roster lets them give you new tries.',
  );
}

function openHere(ctx: Context): Promise<readonly Meeting[]> {
  return ctx.store.meetings.open(groupOf(ctx));
}

function noneOpen(): UserError {
  return new UserError(
    'No check-in is open in this group now. An organizer opens it at the meeting.',
  );
}

async function myCheckIn(id: string, ctx: Context): Promise<CheckIn> {
  const mine = await ctx.store.meetings.checkedIn(id, ctx.member.id);
  if (!mine) throw gone();
  return mine;
}

function gone(): UserError {
  return new UserError(
    'You are not on the roster of that meeting, or it was deleted. /meeting next shows where you checked in.',
  );
}

export default {
  name: 'checkin',
  summary: 'Check in at a meeting',
  commands: [checkin],
  actions: [underName, correct, corrected, withdraw, log],
} satisfies CommandGroup;
