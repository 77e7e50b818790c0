// Opening and ending the check-in of a meeting.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { type Meeting, meetingJob, meetingSubject } from '../../src/core/meetings/meeting.ts';
import { drawWord, plainWord } from '../../src/core/meetings/word.ts';
import type { Transaction } from '../../src/store/store.ts';
import { groupOf } from '../group/this-group.ts';
import { announcementKeys, checkInKey, planAnnouncement, planEnds } from './planning.ts';
import { checkInOver, checkInPost } from './posts.ts';
import {
  meetingArg,
  meetingHere,
  meetingOption,
  meetingsOf,
  namedMeeting,
  nearest,
  suggestMeetings,
} from './this-meeting.ts';

/** A meeting named by nobody must begin or have begun so near to now. */
const near = Temporal.Duration.from({ hours: 12 });

export const start = command({
  name: 'start',
  summary: 'Open the check-in of a meeting, with a word that is said there',
  title: 'Open the check-in',
  audience: 'organizer',
  options: {
    meeting: meetingOption,
    word: text('The word to say; left out, I choose one', { min: 3, max: 30 }).optional(),
  },
  suggest: { meeting: suggestMeetings },
  async run({ meeting: typed, word: given }, ctx) {
    const meeting = typed ? await namedMeeting(typed, ctx) : await nearHere(ctx);
    if (!meeting) return noneNear();
    const word = given ? plainWord(given) : drawWord(ctx.random);
    if (word.length < 3)
      throw new UserError('The word needs at least three letters or digits. Choose another one.');
    return open(meeting, word, ctx);
  },
});

/** After it was ended too early. */
export const reopen = action({
  id: 'meeting.reopen',
  args: meetingArg,
  audience: 'organizer',
  run: async ({ meeting }, ctx) => open(await meetingHere(meeting, ctx), drawWord(ctx.random), ctx),
});

export const stop = command({
  name: 'stop',
  summary: 'End the check-in of a meeting',
  audience: 'organizer',
  options: {},
  async run(_none, ctx) {
    const [meeting] = await ctx.store.meetings.open(groupOf(ctx));
    if (!meeting)
      return say(md`No check-in is open.`, {
        controls: [button('Open one', '/meeting start'), button('Roster', '/meeting roster')],
      });
    return end(meeting, ctx);
  },
});

async function end(meeting: Meeting, ctx: Context): Promise<Reply> {
  const count = await ctx.store.transaction(async (tx) => {
    const ended = await closeCheckIn(tx, meeting, ctx.now, ctx.outbox);
    if (ended === undefined) throw new UserError('That check-in is over already.');
    return ended;
  });
  const were = count === 1 ? '1 person' : `${count} people`;
  return say(md`The check-in for **${meeting.title}** is over: ${were} checked in.`, {
    title: 'Check-in over',
    tone: 'good',
    controls: [
      button('Roster', refer({ id: 'meeting.roster' }, { meeting: meeting.id, at: 0 }), 'primary'),
      button('Open it again', refer(reopen, { meeting: meeting.id })),
    ],
  });
}

/** Also for the clock. How many checked in; nothing where it was over already. */
export async function closeCheckIn(
  tx: Transaction,
  meeting: Meeting,
  now: Temporal.Instant,
  outbox: Context['outbox'],
): Promise<number | undefined> {
  const { id, group, channel } = meeting;
  if (!(await tx.meetings.move(id, ['open'], 'closed'))) return undefined;
  await tx.alarms.clear(meetingJob, meetingSubject(id, 'close'));
  await tx.meetings.forgetWrongWords(id);
  const count = await tx.meetings.count(id);
  await outbox.add(tx, {
    key: `meeting:${id}:over:${now.epochMilliseconds}`,
    to: { kind: 'channel', channel },
    reply: checkInOver(meeting, count),
    due: now,
    notAfter: now.add({ hours: 24 }),
    group,
  });
  return count;
}

async function open(meeting: Meeting, word: string, ctx: Context): Promise<Reply> {
  const { id, group, channel } = meeting;
  const settings = await ctx.store.groups.settings(group);
  await ctx.store.transaction(async (tx) => {
    const others = await tx.meetings.open(group);
    if (others.some((each) => each.id !== id && each.word === word))
      throw new UserError(`Another check-in is open under “${word}”. Choose another word.`);
    if (!(await tx.meetings.move(id, ['planned', 'closed'], 'open', word)))
      throw notToOpen(meeting);
    await planEnds(tx, meeting, ctx.now);
    await planAnnouncement(tx, { ...meeting, state: 'open' }, settings, ctx.now);
    await ctx.outbox.void(tx, announcementKeys(id), 'The meeting has begun.');
    await ctx.outbox.add(tx, {
      key: checkInKey(id, ctx.now),
      to: { kind: 'channel', channel },
      reply: checkInPost(meeting),
      due: ctx.now,
      notAfter: ctx.now.add({ hours: 6 }),
      group,
    });
  });
  return say(
    md`The check-in for **${meeting.title}** is open. Say or show this word at the meeting, and write it nowhere else:\n\n**${word}**\n\nMembers type **/checkin ${word}**. It ends with **/meeting stop**, or by itself after six hours.`,
    {
      title: 'Check-in open',
      tone: 'good',
      controls: [
        button('End it', '/meeting stop'),
        button('Roster', refer({ id: 'meeting.roster' }, { meeting: id, at: 0 })),
      ],
    },
  );
}

function notToOpen({ state }: Meeting): UserError {
  return new UserError(
    state === 'cancelled'
      ? 'That meeting was cancelled. Plan it anew with /meeting plan.'
      : 'Its check-in is open already. /meeting stop ends it.',
  );
}

async function nearHere(ctx: Context): Promise<Meeting | undefined> {
  const found = (await meetingsOf(ctx)).filter(
    ({ state }) => state === 'planned' || state === 'open',
  );
  const meeting = nearest(found, ctx.now);
  const away = meeting?.startsAt.since(ctx.now).abs();
  return away && Temporal.Duration.compare(away, near) <= 0 ? meeting : undefined;
}

function noneNear(): Reply {
  return say(
    md`No meeting is planned within twelve hours of now. Plan one, or name the one that you mean with **/meeting start meeting:…**`,
    {
      tone: 'warning',
      controls: [
        button('Plan a meeting', '/meeting plan…', 'primary'),
        button('Coming meetings', '/meeting next'),
      ],
    },
  );
}
