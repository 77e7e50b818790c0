// What was sent to a group, what will be, and why something was not.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { markOf } from '../../src/bot/mark.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { flag, number, text } from '../../src/bot/shape.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import type { DeliveryRecord } from '../../src/store/store.ts';
import { sayOutcome, sayWhat } from './delivery-words.ts';
import { nextDailyPost, nextNoticePost } from './plan.ts';
import { aboutGroup, groupOf } from './this-group.ts';
import { pausedLine, sayMoment } from './words.ts';

const perPage = 8;
/** Held messages that one page has buttons for. */
const mostHeld = 3;

export const deliveries = command({
  name: 'deliveries',
  summary: 'What was sent, what will be, and why something was not',
  audience: 'organizer',
  options: {},
  run: (_none, ctx) => page(0, ctx),
});

export const turnDeliveries = action({
  id: 'group.deliveries',
  audience: 'organizer',
  args: { at: number('Which page', { max: 10_000 }) },
  run: ({ at }, ctx) => page(at, ctx),
});

/** `message` is the mark of its key without the sign: keys are too long for a button. */
export const releaseHeld = action({
  id: 'group.held',
  audience: 'organizer',
  args: {
    message: text('Which message', { max: 10 }),
    again: flag('Whether it is sent again'),
  },
  async run({ message, again }, ctx) {
    const group = groupOf(ctx);
    const held = await ctx.store.outbox.heldOfGroup(group);
    const record = held.find(({ key }) => markOf(key) === `~${message}`);
    const found = again ? 'it is not there' : 'it arrived';
    const isDone =
      record &&
      (await ctx.store.transaction((tx) => tx.outbox.release(group, record.key, found, ctx.now)));
    if (!isDone) throw new UserError('This message is not held any more. Look at the list again.');
    return page(0, ctx, again ? md`It is being sent again.` : md`Noted: it had arrived.`);
  },
});

async function page(wanted: number, ctx: Context, first?: Markdown): Promise<Reply> {
  const settings = await ctx.store.groups.settings(groupOf(ctx));
  const { outbox } = ctx.store;
  const count = await outbox.countOfGroup(settings.id);
  const pages = Math.max(1, Math.ceil(count / perPage));
  const at = Math.min(wanted, pages - 1);
  const records = await outbox.ofGroup(settings.id, perPage, at * perPage);
  const held = await outbox.heldOfGroup(settings.id);
  const lines = records.map((record) => lineOf(record, settings, ctx));
  const parts = [
    ...(first ? [first] : []),
    ...pausedLine(settings),
    ...(at === 0 ? await planned(settings, ctx) : []),
    ...(held.length > 0 ? [heldLine(held.length)] : []),
    lines.length > 0 ? bullets(lines) : md`Nothing was sent to this group in the last 90 days.`,
  ];
  const reply = say(joinLines(parts, '\n\n'), {
    title: pages > 1 ? `Deliveries, page ${at + 1} of ${pages}` : 'Deliveries',
    controls: [
      ...held.slice(0, mostHeld).flatMap((record, index) => heldButtons(record, index, held)),
      ...turns(at, pages),
      button('Doctor', '/group doctor'),
    ],
    footnote: `Times are those of ${settings.zone}. Kept for 90 days; what was said is not.`,
  });
  return aboutGroup(reply, settings, ctx);
}

function lineOf(record: DeliveryRecord, { zone }: GroupSettings, { now }: Context): Markdown {
  return md`${formatted(sayWhat(record))}: ${formatted(sayOutcome(record, zone, now))}`;
}

/** What is not written down yet, since it is put together when its time comes. */
async function planned(settings: GroupSettings, ctx: Context): Promise<readonly Markdown[]> {
  if (settings.paused) return [];
  const { groups } = ctx.store;
  const days = await Promise.all(
    (await groups.daily(settings.id)).map((each) => nextDailyPost(ctx.store, each, settings, ctx)),
  );
  const notices = await Promise.all(
    (await groups.notices(settings.id)).map((each) =>
      nextNoticePost(ctx.store, each, settings, ctx),
    ),
  );
  const [day] = days.sort(Temporal.Instant.compare);
  const [notice] = notices
    .flatMap((next) => (next ? [next.at] : []))
    .sort(Temporal.Instant.compare);
  const lines = [
    ...(day ? [md`**Next question of the day:** ${sayMoment(day, settings.zone)}`] : []),
    ...(notice ? [md`**Next notice:** ${sayMoment(notice, settings.zone)}`] : []),
  ];
  return lines.length > 0 ? [joinLines(lines)] : [];
}

function heldLine(count: number): Markdown {
  const what = count === 1 ? 'One message is held' : `${count} messages are held`;
  return md`**${what}:** the bot cannot see whether it arrived. Please look into the channel and press what you find.`;
}

function heldButtons(
  { key }: DeliveryRecord,
  index: number,
  { length }: { readonly length: number },
): readonly Control[] {
  const which = length > 1 ? ` (${index + 1})` : '';
  const message = markOf(key).slice(1);
  return [
    button(`It arrived${which}`, refer(releaseHeld, { message, again: false })),
    button(`Not there: send it${which}`, refer(releaseHeld, { message, again: true })),
  ];
}

function turns(at: number, pages: number): readonly Control[] {
  return [
    ...(at > 0 ? [button('Later ones', refer(turnDeliveries, { at: at - 1 }))] : []),
    ...(at < pages - 1 ? [button('Earlier ones', refer(turnDeliveries, { at: at + 1 }))] : []),
  ];
}
