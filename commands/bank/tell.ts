// Direct messages about questions: to whoever brought, flagged or answered one, and to organizers.

import type { Context } from '../../src/bot/command.ts';
import { formatted, type Markdown, md, named } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { type GroupId, localId, type MemberId, platformOf } from '../../src/core/ids.ts';
import type { Transaction } from '../../src/store/store.ts';
import { goodMoment } from '../ask/organizers.ts';

/** `the group of #study-hall`, for messages outside of it. */
export async function groupInWords(tx: Transaction, group: GroupId): Promise<Markdown> {
  const { channel } = await tx.groups.settings(group);
  return channel ? md`the group of ${named('channel', channel)}` : md`your group ${localId(group)}`;
}

/** Not in their quiet hours. */
export async function tell(
  tx: Transaction,
  member: MemberId,
  message: { readonly key: string; readonly group: GroupId; readonly reply: Reply },
  ctx: Context,
): Promise<void> {
  const accounts = await tx.members.accounts(member);
  const ofPlatform = accounts.find((each) => platformOf(each) === platformOf(message.group));
  const user = ofPlatform ?? accounts[0];
  if (!user) return;
  await ctx.outbox.add(tx, {
    ...message,
    key: `${message.key}:${member}`,
    to: { kind: 'dm', user },
    due: await goodMoment(tx, user, ctx.now),
    member,
  });
}

/** Once a day each, without a word of the question. */
export async function tellOfProposal(tx: Transaction, group: GroupId, ctx: Context): Promise<void> {
  const where = await groupInWords(tx, group);
  const { zone } = await tx.groups.settings(group);
  const day = ctx.now.toZonedDateTimeISO(zone).toPlainDate();
  for (const user of await tx.groups.organizers(group)) {
    if (user === ctx.user.id) continue;
    const due = await goodMoment(tx, user, ctx.now);
    await ctx.outbox.add(tx, {
      key: `bank:proposed:${group}:${day}:${user}`,
      to: { kind: 'dm', user },
      reply: say(
        md`A member of ${formatted(where)} proposed a question. **/bank flags** shows what waits.`,
        { title: 'A question waits', controls: [button('Look', '/bank flags', 'primary')] },
      ),
      due,
      notAfter: due.add({ hours: 48 }),
      group,
    });
  }
}
