import { z } from 'zod';
import { action, refer } from '../src/bot/action.ts';
import { type CommandGroup, type Context, command } from '../src/bot/command.ts';
import { UserError } from '../src/bot/errors.ts';
import { formatted, type Markdown, md, named } from '../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../src/bot/reply.ts';
import { choice, flag, text } from '../src/bot/shape.ts';
import { clockAt, isOff, suggestZones, timeNamed, zone } from '../src/bot/zone.ts';
import type { Theme } from '../src/core/theme.ts';
import type { Member } from '../src/store/store.ts';
import { planReminders } from './ceu/planning.ts';
import { planNudges } from './review/planning.ts';

const quietHours = z
  .string()
  .trim()
  .max(30)
  .refine(
    (typed) => isOff(typed) || quietNamed(typed) !== undefined,
    'is not a span of time, such as 22:00-07:00, or none',
  )
  .meta({ is: 'text', hint: 'When nothing is sent: 22:00-07:00, or none', label: 'Quiet hours' });

export const themeNames = { light: 'Light', dark: 'Dark' } as const satisfies Record<Theme, string>;

const settings = command({
  name: 'settings',
  summary: 'Your time zone, quiet hours, reminders, nickname and board',
  title: 'Your settings',
  options: {
    zone: zone('Your time zone, by its city').optional(),
    quiet: quietHours.optional(),
    reminders: flag('Whether reminders come by direct message', {
      label: 'Reminders by DM',
    }).optional(),
    nickname: text('Shown on boards instead of your name; or none', {
      max: 40,
      allows: ['name'],
    }).optional(),
    board: flag('Whether boards may show you', { label: 'Show me on boards' }).optional(),
    pictures: choice('On which ground pictures are drawn', themeNames).optional(),
  },
  suggest: { zone: suggestZones },
  initial: ({ member }) => ({
    zone: member.zone,
    quiet: member.quiet && spanOf(member.quiet, '-'),
    reminders: member.remindersByDm,
    nickname: member.nickname,
    board: member.onBoard,
  }),
  async run({ zone: zoneName, quiet, reminders, nickname, board, pictures }, ctx) {
    const changes = {
      ...(zoneName !== undefined && { zone: zoneName }),
      ...(quiet !== undefined && { quiet: quietNamed(quiet) ?? null }),
      ...(reminders !== undefined && { remindersByDm: reminders }),
      ...(nickname !== undefined && { nickname: isOff(nickname) ? null : nickname }),
      ...(board !== undefined && { onBoard: board }),
      ...(pictures !== undefined && { theme: pictures }),
    };
    if (Object.keys(changes).length === 0) return shown(ctx.member, ctx);
    const startsReminders = reminders === true && !ctx.member.remindersByDm;
    await ctx.store.transaction(async (tx) => {
      await tx.members.change(ctx.member.id, changes);
      if (startsReminders) await ctx.outbox.add(tx, testMessage(ctx));
      await planReminders(tx, ctx);
      await planNudges(tx, ctx);
    });
    return shown(await current(ctx), ctx, saved(startsReminders));
  },
});

const home = action({
  id: 'settings.home',
  args: {},
  async run(_none, ctx) {
    const { group } = ctx;
    if (!group) throw new UserError('Press this in a channel of the group that you mean.');
    await ctx.store.transaction(async (tx) => {
      await tx.members.chooseHomeGroup(ctx.member.id, group);
      await planReminders(tx, ctx);
      await planNudges(tx, ctx);
    });
    return shown(await current(ctx), ctx, md`Saved. Direct messages now belong to this group.`);
  },
});

/** Only ever a channel that they chose themselves: there others see that they have reminders. */
const fallback = action({
  id: 'settings.fallback',
  args: { on: flag('Whether this channel is used') },
  async run({ on }, ctx) {
    const { channel } = ctx;
    if (on && channel.kind === 'dm')
      throw new UserError('Press this in the channel that you mean: here it is a direct message.');
    await ctx.store.transaction((tx) =>
      tx.members.change(ctx.member.id, { fallbackChannel: on ? channel.id : null }),
    );
    const said = on
      ? md`Saved. When a direct message is refused I say so here, without what it says; a button shows it to you alone.`
      : md`Saved. No channel is used when a direct message is refused; your next command tells you of it.`;
    return shown(await current(ctx), ctx, said);
  },
});

async function current(ctx: Context): Promise<Member> {
  return (await ctx.store.members.find(ctx.user.id)) ?? ctx.member;
}

function saved(startsReminders: boolean): Markdown {
  return startsReminders
    ? md`Saved. A test message is on its way to your direct messages: if it does not arrive, allow messages from this server or workspace and set reminders again.`
    : md`Saved.`;
}

/** Opened once at opt-in, so that the first real reminder does not find a closed door. */
export function testMessage(ctx: Context) {
  return {
    key: `settings:test:${ctx.member.id}:${ctx.now.epochMilliseconds}`,
    to: { kind: 'dm', user: ctx.user.id },
    reply: say(
      md`This is a test: reminders will reach you here. Please do not rely on this bot alone; your certifying body's own tracker is what counts.`,
      { controls: [button('My settings', '/settings')] },
    ),
    due: ctx.now,
    member: ctx.member.id,
  } as const;
}

function shown(member: Member, ctx: Context, first?: Markdown): Reply {
  const intro = first ?? md`This is what I know about how you like it.`;
  const elsewhere = ctx.group !== undefined && ctx.group !== member.homeGroup;
  return say(md`${formatted(intro)}`, {
    title: 'Your settings',
    ...(first && { tone: 'good' as const }),
    fields: [
      { label: 'Time zone', value: zoneText(member, ctx) },
      { label: 'Quiet hours', value: quietText(member) },
      { label: 'Reminders by DM', value: member.remindersByDm ? md`On` : md`Off` },
      { label: 'If a DM is refused', value: fallbackText(member) },
      { label: 'Nickname', value: member.nickname ? md`${member.nickname}` : md`None` },
      { label: 'On boards', value: member.onBoard ? md`Shown` : md`Not shown` },
      { label: 'Pictures', value: md`${themeNames[member.theme ?? 'light']}` },
    ],
    controls: [
      button('Change', '/settings…', 'primary'),
      ...(elsewhere ? [button('Make this my home group', refer(home))] : []),
      ...fallbackButtons(member, ctx),
    ],
  });
}

function fallbackText({ fallbackChannel }: Member): Markdown {
  return fallbackChannel
    ? md`You are told in ${named('channel', fallbackChannel)}`
    : md`Your next command tells you`;
}

function fallbackButtons({ fallbackChannel }: Member, { channel }: Context): readonly Control[] {
  const offersHere = channel.kind === 'channel' && channel.id !== fallbackChannel;
  return [
    ...(offersHere
      ? [button('Tell me here if a DM is refused', refer(fallback, { on: true }))]
      : []),
    ...(fallbackChannel
      ? [button('Not in a channel if a DM is refused', refer(fallback, { on: false }))]
      : []),
  ];
}

function zoneText(member: Member, ctx: Context): Markdown {
  return member.zone
    ? md`${member.zone}: it should be ${clockAt(ctx.now, member.zone)} for you now`
    : md`Not set: reminders follow the group's time zone`;
}

function quietText({ quiet }: Member): Markdown {
  return quiet ? md`${spanOf(quiet, ' to ')}` : md`None`;
}

function spanOf({ from, to }: NonNullable<Member['quiet']>, between: string): string {
  return [from, to].map((time) => time.toString({ smallestUnit: 'minute' })).join(between);
}

function quietNamed(typed: string): NonNullable<Member['quiet']> | undefined {
  const [from, to] = typed.split(/\s*(?:-|–|to)\s*/).map((part) => timeNamed(part));
  if (!from || !to || from.equals(to)) return undefined;
  return { from, to };
}

export default {
  name: 'settings',
  summary: 'Your time zone, quiet hours, reminders, nickname and board',
  commands: [settings],
  actions: [home, fallback],
} satisfies CommandGroup;
