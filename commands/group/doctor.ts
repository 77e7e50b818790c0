// What keeps the bot from posting: permissions that are missing, and what failed lately and why.

import { type Context, command } from '../../src/bot/command.ts';
import { bullets, formatted, joinLines, type Markdown, md, named } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import type { DeliveryRecord } from '../../src/store/store.ts';
import { sayWhen } from './delivery-words.ts';
import { aboutGroup, groupOf } from './this-group.ts';
import { pausedLine, toChecklist } from './words.ts';

const lately = Temporal.Duration.from({ hours: 24 * 30 });
/** Messages that are looked through. */
const most = 300;
/** Faults that one message shows. */
const mostShown = 8;

export const doctor = command({
  name: 'doctor',
  summary: 'Which permission is missing where, and what failed lately and why',
  audience: 'organizer',
  options: {},
  async run(_none, ctx) {
    const settings = await ctx.store.groups.settings(groupOf(ctx));
    const records = await ctx.store.outbox.ofGroup(settings.id, most);
    const since = ctx.now.subtract(lately);
    const recent = records.filter(({ due }) => Temporal.Instant.compare(due, since) >= 0);
    const faults = [
      ...lackingHere(ctx),
      ...(settings.channel ? [] : [md`No channel is chosen yet: **/group channel** does it.`]),
      ...failuresIn(recent, settings, ctx),
    ];
    return answer(faults, recent, settings, ctx);
  },
});

function answer(
  faults: readonly Markdown[],
  recent: readonly DeliveryRecord[],
  settings: GroupSettings,
  ctx: Context,
): Reply {
  const arrived = recent.find(({ state }) => state === 'sent');
  const last = arrived
    ? md`The last post arrived ${sayWhen(arrived.sentAt ?? arrived.due, settings.zone, ctx.now)}.`
    : md`Nothing was posted in the last 30 days.`;
  const found =
    faults.length > 0 ? [bullets(faults.slice(0, mostShown))] : [md`**Nothing is wrong.**`];
  const reply = say(joinLines([...pausedLine(settings), ...found, last], '\n\n'), {
    title: 'Doctor',
    tone: faults.length > 0 ? 'warning' : 'good',
    controls: [
      button('Send a test', '/group preview…', 'primary'),
      button('Deliveries', '/group deliveries'),
      toChecklist,
    ],
    footnote: whatWasChecked(ctx),
  });
  return aboutGroup(reply, settings, ctx);
}

function lackingHere({ channel }: Context): readonly Markdown[] {
  if (!channel.lacking || channel.lacking.length === 0) return [];
  const list = new Intl.ListFormat('en').format(channel.lacking);
  const where = named('channel', channel.id);
  return [
    md`In ${where} the bot lacks **${list}**. Allow it in the channel's settings under Permissions.`,
  ];
}

function whatWasChecked({ channel }: Context): string {
  return channel.lacking
    ? 'Permissions were checked in this channel; type it in the others too. Failures are those of the last 30 days.'
    : 'A test shows whether the bot may post in a channel. Failures are those of the last 30 days.';
}

/** Each reason once for each channel; not those after which something arrived there. */
function failuresIn(
  latestFirst: readonly DeliveryRecord[],
  { zone }: GroupSettings,
  { now }: Context,
): readonly Markdown[] {
  const mended = new Set<string>();
  const found = new Map<string, { readonly latest: DeliveryRecord; times: number }>();
  for (const record of latestFirst) {
    const channel = record.channel ?? 'direct messages';
    if (record.state === 'sent') mended.add(channel);
    if (!isFailure(record) || mended.has(channel)) continue;
    const known = found.get(`${channel} ${record.reason}`);
    if (known) known.times += 1;
    else found.set(`${channel} ${record.reason}`, { latest: record, times: 1 });
  }
  return [...found.values()].map(({ latest, times }) => {
    const where = latest.channel ? md`In ${named('channel', latest.channel)}` : md`To members`;
    const howOften = times === 1 ? '' : `, ${times} times`;
    return md`${formatted(where)}: ${latest.reason ?? ''} (last ${sayWhen(latest.due, zone, now)}${howOften})`;
  });
}

/** What was taken back on purpose is no failure. */
function isFailure({ state, isHeld, attempts }: DeliveryRecord): boolean {
  return state === 'closed' || isHeld || (attempts > 0 && state !== 'sent' && state !== 'missed');
}
