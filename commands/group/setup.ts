import type { ActionRef } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { formatted, joinLines, type Markdown, md, named } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { clockAt, suggestZones, zone } from '../../src/bot/zone.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import { sayDaily } from './daily-card.ts';
import { sayNotices } from './notices-card.ts';
import { planAll } from './plan.ts';
import { aboutGroup, groupOf } from './this-group.ts';
import { beginRef, firstOf, pausedLine } from './words.ts';

export const setup = command({
  name: 'setup',
  summary: 'The checklist of the group: what is set up, and what is still open',
  title: "The group's time zone",
  audience: 'organizer',
  options: { zone: zone("The group's time zone, by its city").optional() },
  suggest: { zone: suggestZones },
  async run({ zone: chosen }, ctx) {
    if (chosen === undefined) return checklist(ctx);
    await ctx.store.transaction(async (tx) => {
      const settings = await tx.groups.change(groupOf(ctx), { zone: chosen });
      await planAll(tx, settings, ctx);
    });
    return checklist(ctx, md`Saved: it should be ${clockAt(ctx.now, chosen)} for the group now.`);
  },
});

interface Item {
  readonly done: boolean;
  readonly text: Markdown;
  readonly label: string;
  readonly press: ActionRef;
}

async function checklist(ctx: Context, first?: Markdown): Promise<Reply> {
  const settings = await ctx.store.groups.settings(groupOf(ctx));
  const items = await itemsOf(settings, ctx);
  const open = items.filter(({ done }) => !done);
  const lead =
    open.length === 0
      ? md`All is set up. Change it whenever you like.`
      : md`${items.length - open.length} of ${items.length} done.`;
  const lines = joinLines(
    items.map(({ done, text }) => md`${done ? '✓' : '–'} ${formatted(text)}`),
  );
  const parts = [...(first ? [first] : []), ...pausedLine(settings), lead, lines];
  const reply = say(joinLines(parts, '\n\n'), {
    title: 'Setting up the group',
    controls: buttonsFor(items, settings, ctx),
    footnote: 'Only organizers see and change this.',
  });
  return aboutGroup(reply, settings, ctx);
}

async function itemsOf(settings: GroupSettings, ctx: Context): Promise<readonly Item[]> {
  return [
    channelItem(settings),
    zoneItem(settings, ctx),
    await dailyItem(settings, ctx),
    await noticesItem(settings, ctx),
    await organizersItem(settings, ctx),
  ];
}

function channelItem({ channel }: GroupSettings): Item {
  const text = channel
    ? md`**Channel:** ${named('channel', channel)}`
    : md`**Channel:** not chosen yet`;
  return { done: channel !== undefined, text, label: 'Channel', press: '/group channel…' };
}

function zoneItem({ zone: name, zoneChosen: done }: GroupSettings, ctx: Context): Item {
  const clock = clockAt(ctx.now, name);
  const text = done
    ? md`**Time zone:** ${name}, where it is ${clock} now`
    : md`**Time zone:** not chosen; ${name} is assumed, where it is ${clock} now`;
  return { done, text, label: 'Time zone', press: '/group setup…' };
}

async function dailyItem(settings: GroupSettings, ctx: Context): Promise<Item> {
  const schedules = await ctx.store.groups.daily(settings.id);
  const places = schedules.map(
    (each) => md`${named('channel', each.channel)}, ${sayDaily(each, ctx)}`,
  );
  const text = md`**Daily question:** ${formatted(placesOr(places, md`off`))}`;
  return {
    done: places.length > 0,
    text,
    label: 'Daily question',
    press: pressFor('daily', places),
  };
}

async function noticesItem(settings: GroupSettings, ctx: Context): Promise<Item> {
  const schedules = await ctx.store.groups.notices(settings.id);
  const places = schedules.map(
    (each) => md`${named('channel', each.channel)}, ${sayNotices(each, ctx)}`,
  );
  const text = md`**Notices of code changes:** ${formatted(placesOr(places, md`off`))}`;
  return { done: places.length > 0, text, label: 'Notices', press: pressFor('notices', places) };
}

async function organizersItem(settings: GroupSettings, ctx: Context): Promise<Item> {
  const people = await ctx.store.groups.organizers(settings.id);
  const done = people.length > 0 || settings.organizerRole !== undefined;
  const role = settings.organizerRole ? ', and a role' : '';
  const text = done
    ? md`**Organizers:** ${people.length} on the list${role}`
    : md`**Organizers:** nobody besides whoever runs the server or workspace`;
  return { done, text, label: 'Organizers', press: '/group organizers' };
}

function placesOr(places: readonly Markdown[], none: Markdown): Markdown {
  return places.length > 0 ? joinLines(firstOf(places), ' · ') : none;
}

/** What is set is shown first, with its next post; what is not is asked for at once. */
function pressFor(verb: 'daily' | 'notices', places: readonly Markdown[]): ActionRef {
  return places.length > 0 ? `/group ${verb}` : beginRef(verb);
}

/** The next thing to do stands out. */
function buttonsFor(
  items: readonly Item[],
  { channel }: GroupSettings,
  ctx: Context,
): readonly Control[] {
  const offersHere = channel === undefined && ctx.channel.kind === 'channel';
  const next = offersHere ? undefined : items.find(({ done }) => !done);
  return [
    ...(offersHere ? [button('Use this channel', '/group channel', 'primary')] : []),
    ...items.map((item) => button(item.label, item.press, item === next ? 'primary' : undefined)),
  ];
}
