// Shows organizers which notices are posted where, and what comes next.

import { type ActionRef, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formatted, joinLines, type Markdown, md, named } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { sayNoticeTitle } from '../../src/core/calendar/release-words.ts';
import type { GroupSettings, NoticeSchedule } from '../../src/store/group-records.ts';
import { namesOf } from '../updates/sets.ts';
import { nextNoticePost } from './plan.ts';
import { aboutGroup } from './this-group.ts';
import {
  beginRef,
  firstOf,
  pausedLine,
  sayLeadDays,
  sayMoment,
  sayTime,
  scheduleButtons,
  toChecklist,
} from './words.ts';

const title = 'Code-set notices';

export async function noticesCard(
  settings: GroupSettings,
  ctx: Context,
  first?: Markdown,
): Promise<Reply> {
  const schedules = await ctx.store.groups.notices(settings.id);
  if (schedules.length === 0) return aboutGroup(nothingSet(), settings, ctx);
  const lines = await Promise.all(schedules.map((schedule) => lineOf(schedule, settings, ctx)));
  const parts = [...(first ? [first] : []), ...firstOf(lines), ...pausedLine(settings)];
  const references = schedules.map((each) => ({ change: changeRef(each), off: offRef(each) }));
  const reply = say(joinLines(parts, '\n\n'), {
    title,
    ...(first && { tone: 'good' as const }),
    controls: [...scheduleButtons(references), ...noRoleButtons(schedules)],
    footnote: `Times are those of ${settings.zone}. A release that changes nothing gets one line, on the day.`,
  });
  return aboutGroup(reply, settings, ctx);
}

export function noticesOffCard(
  before: NoticeSchedule,
  settings: GroupSettings,
  ctx: Context,
): Reply {
  const text = md`The notices in ${named('channel', before.channel)} are off.`;
  const controls = [button('Turn them on again', changeRef(before)), toChecklist];
  return aboutGroup(say(text, { title, tone: 'good', controls }), settings, ctx);
}

/** `CPT, HCPCS Level II; 30 days ahead and on the day, at 09:00`. */
export function sayNotices({ codeSets, leadDays, time }: NoticeSchedule, ctx: Context): string {
  const names = namesOf(ctx.content.codeSets.filter(({ id }) => codeSets.includes(id)));
  return `${names}; ${sayLeadDays(leadDays)}, at ${sayTime(time)}`;
}

async function lineOf(
  schedule: NoticeSchedule,
  settings: GroupSettings,
  ctx: Context,
): Promise<Markdown> {
  const next = await nextNoticePost(ctx.store, schedule, settings, ctx);
  const { channel, role } = schedule;
  const naming = role === undefined ? md`` : md`, naming ${named('role', `discord:${role}`)}`;
  const line = md`**${named('channel', channel)}**: ${sayNotices(schedule, ctx)}${formatted(naming)}`;
  if (!next) return md`${formatted(line)}\nNext: none, these code sets are not in the calendar.`;
  const when = sayMoment(next.at, settings.zone);
  return md`${formatted(line)}\nNext: ${when}, “${sayNoticeTitle(next.notice)}”`;
}

/** Where roles are named, a button for each channel to leave them out. */
function noRoleButtons(schedules: readonly NoticeSchedule[]): readonly Control[] {
  return schedules
    .filter(({ role }) => role !== undefined)
    .slice(0, 5)
    .map(({ channel }, index) =>
      button(
        index === 0 ? 'Name no role' : `Name no role (${index + 1})`,
        refer({ id: 'group.notices_no_role' }, { channel }),
      ),
    );
}

function nothingSet(): Reply {
  return say(
    md`There are no notices yet. With them, the group hears of every code-set change in time: by default ICD-10-CM, CPT and HCPCS Level II, 30 days ahead and on the day. They begin once you name a time.`,
    { title, controls: [button('Set them up', beginRef('notices'), 'primary'), toChecklist] },
  );
}

function changeRef({ channel, time }: NoticeSchedule): ActionRef {
  return refer('/group notices…', { channel, time: sayTime(time) });
}

function offRef({ channel }: NoticeSchedule): ActionRef {
  return refer({ id: 'group.notices_off' }, { channel });
}
