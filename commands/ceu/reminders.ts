// Reminders by direct message: turning them on, snoozing one, stopping those of one date.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formFor } from '../../src/bot/forms.ts';
import { type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { number } from '../../src/bot/shape.ts';
import { clockAt, suggestZones, zone, zoneOf } from '../../src/bot/zone.ts';
import { snoozeEnd } from '../../src/core/ceu/watch.ts';
import { planNudges } from '../review/planning.ts';
import { testMessage } from '../settings.ts';
import { changeMark, deadlineArgs, withDeadline } from './mark.ts';
import { planReminders, reminderJob, subjectOf } from './planning.ts';

export const snooze = action({
  id: 'ceu.snooze',
  args: { ...deadlineArgs, days: number('For how many days', { min: 1, max: 30 }) },
  run: ({ body, due, days }, ctx) =>
    withDeadline(body, due, ctx, async ({ pack }, today) => {
      const until = snoozeEnd(due, days, today);
      if (!until) return tooLateToSnooze(due);
      await changeMark(pack, due, { snoozedUntil: until }, ctx);
      return say(
        md`**Snoozed.** I will remind you again on ${until}. ${pack.body.name} stays due on ${due}.`,
        { controls: afterwards },
      );
    }),
});

function tooLateToSnooze(due: Temporal.PlainDate): Reply {
  return say(md`This was due on ${due}: it cannot be snoozed any more. Please look at it now.`, {
    tone: 'warning',
    mode: 'new',
    controls: afterwards,
  });
}

const afterwards = [button('Log CEUs', '/ceu add…'), button('My status', '/ceu status')];

export const stop = action({
  id: 'ceu.stop',
  args: deadlineArgs,
  run: ({ body, due }, ctx) =>
    withDeadline(body, due, ctx, async ({ pack }) => {
      await changeMark(pack, due, { stopped: true }, ctx);
      return say(
        md`**No more reminders of ${pack.body.name}, due ${due}.** The date itself stands, and later dates still have theirs.`,
        { controls: [button('Undo', refer(resume, { body, due }), 'primary'), ...afterwards] },
      );
    }),
});

export const resume = action({
  id: 'ceu.resume',
  args: deadlineArgs,
  run: ({ body, due }, ctx) =>
    withDeadline(body, due, ctx, async ({ pack }) => {
      await changeMark(pack, due, { stopped: false, snoozedUntil: null }, ctx);
      return say(
        md`**Reminders of ${pack.body.name}, due ${due}, are on again.** ${await sayNext(ctx)}`,
        { tone: 'good', controls: afterwards },
      );
    }),
});

/** Opens a form for the time zone where none is set: a reminder must not come at night. */
export const remind = action({
  id: 'ceu.remind',
  args: {},
  async run(_none, ctx) {
    if (ctx.member.zone) return turnOn(ctx.member.zone, ctx);
    const homeGroup = ctx.member.homeGroup ?? ctx.group;
    const assumed = await zoneOf({ ...(homeGroup && { homeGroup }) }, ctx.store);
    return formFor(remindIn, {}, 'Your time zone', { zone: assumed });
  },
});

export const remindIn = action({
  id: 'ceu.remind_in',
  args: {},
  fields: { zone: zone('Reminders come at 09:00 there') },
  suggest: { zone: suggestZones },
  run: ({ zone: zoneName }, ctx) => turnOn(zoneName, ctx),
});

async function turnOn(zoneName: string, ctx: Context): Promise<Reply> {
  await ctx.store.transaction(async (tx) => {
    await tx.members.change(ctx.member.id, { remindersByDm: true, zone: zoneName });
    await ctx.outbox.add(tx, testMessage(ctx));
    await planReminders(tx, ctx);
    await planNudges(tx, ctx);
  });
  return say(
    md`**Reminders are on**, for ${zoneName}: it should be ${clockAt(ctx.now, zoneName)} for you now. A test message is on its way to your direct messages; if it does not arrive, allow messages from this server or workspace.\n\n${await sayNext(ctx)} **/settings** changes the zone, sets quiet hours or turns them off.`,
    { tone: 'good', controls: afterwards },
  );
}

/** When the clock will speak next, as it is planned. */
export async function sayNext(ctx: Context): Promise<string> {
  const member = await ctx.store.members.read(ctx.member.id);
  if (!member?.remindersByDm) return '';
  const moments = await Promise.all(
    ctx.content.rulePacks.map((pack) =>
      ctx.store.alarms.find(reminderJob, subjectOf(member.id, pack)),
    ),
  );
  const next = moments.filter((at) => at !== undefined).sort(Temporal.Instant.compare)[0];
  if (!next) return 'No reminder is planned: nothing is due.';
  const zoneName = await zoneOf(member, ctx.store);
  const local = next.toZonedDateTimeISO(zoneName);
  return `The next reminder comes on ${local.toPlainDate()} at ${clockAt(next, zoneName)} (${zoneName}).`;
}

/** What /credential says about reminders once something is there to be reminded of. */
export async function reminderOffer(ctx: Context): Promise<{
  readonly text: Markdown;
  readonly controls: readonly ReturnType<typeof button>[];
}> {
  const member = await ctx.store.members.read(ctx.member.id);
  if (member?.remindersByDm) return { text: md`${await sayNext(ctx)}`, controls: [] };
  return {
    text: md`Shall I remind you by direct message before it is due?`,
    controls: [button('Remind me by DM', refer(remind), 'primary')],
  };
}
