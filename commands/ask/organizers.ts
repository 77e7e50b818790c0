// Who reads what is passed on, and how they hear of it.

import type { Context } from '../../src/bot/command.ts';
import { formatted, type Markdown, md, named } from '../../src/bot/markdown.ts';
import { button, say } from '../../src/bot/reply.ts';
import { zoneOf } from '../../src/bot/zone.ts';
import { outsideQuietHours } from '../../src/core/calendar/quiet-hours.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import { type GroupId, localId, type UserId } from '../../src/core/ids.ts';
import type { Member, Transaction } from '../../src/store/store.ts';

/** `this group's organizers`; in a direct message, of which group. */
export async function organizersOf(group: GroupId, ctx: Context): Promise<Markdown> {
  if (ctx.channel.kind !== 'dm') return md`this group's organizers`;
  const { channel } = await ctx.store.groups.settings(group);
  return channel
    ? md`the organizers of the group of ${named('channel', channel)}`
    : md`the organizers of the group ${localId(group)}`;
}

/** Whether anybody reads there, as far as is known. */
export async function readingLine(group: GroupId, { store }: Context): Promise<Markdown> {
  const read = await store.answers.lastRead(group);
  const { zone } = await store.groups.settings(group);
  if (read)
    return md`An organizer last looked at such questions on ${sayDay(read.toZonedDateTimeISO(zone).toPlainDate())}.`;
  const organizers = await store.groups.organizers(group);
  return organizers.length > 0
    ? md`The organizers will be told that a question waits.`
    : md`**No organizer of this group reads questions here yet**, so an answer may not come. You could ask in the channel, or tell whoever runs it of **/guide unanswered**.`;
}

/** Once a day each, without a word of the question. */
export async function tellOrganizers(tx: Transaction, group: GroupId, ctx: Context): Promise<void> {
  const settings = await tx.groups.settings(group);
  const day = ctx.now.toZonedDateTimeISO(settings.zone).toPlainDate();
  const where = settings.channel
    ? md`in the group of ${named('channel', settings.channel)}`
    : md`in your study group`;
  for (const user of await tx.groups.organizers(group)) {
    if (user === ctx.user.id) continue;
    const due = await goodMoment(tx, user, ctx.now);
    await ctx.outbox.add(tx, {
      key: `questions:${group}:${day}:${user}`,
      to: { kind: 'dm', user },
      reply: say(
        md`A member ${formatted(where)} passed on a question that the guide did not answer. **/guide unanswered** shows what waits.`,
        { title: 'A question waits', controls: [button('Look', '/guide unanswered', 'primary')] },
      ),
      due,
      notAfter: due.add({ hours: 48 }),
      group,
    });
  }
}

/** Now, unless it is one of their quiet hours. */
export async function goodMoment(
  tx: Pick<Transaction, 'members' | 'groups'>,
  user: UserId,
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  const member: Member | undefined = await tx.members.find(user);
  if (!member?.quiet) return now;
  return outsideQuietHours(now, await zoneOf(member, tx), member.quiet);
}
