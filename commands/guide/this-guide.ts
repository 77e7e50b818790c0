// What the commands of /guide share: whose guide it is, its day, and what is said when things are gone.

import type { Context } from '../../src/bot/command.ts';
import { type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Control, type Reply, say } from '../../src/bot/reply.ts';
import type { GroupId } from '../../src/core/ids.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import { aboutGroup, groupOf } from '../group/this-group.ts';

export interface ThisGuide {
  readonly group: GroupId;
  readonly settings: GroupSettings;
  /** In the group's zone. */
  readonly today: Temporal.PlainDate;
  /** In a direct message it says which group it is about. */
  reply(text: Markdown, more?: Partial<Omit<Reply, 'kind' | 'text'>>): Reply;
}

export async function thisGuide(ctx: Context): Promise<ThisGuide> {
  const group = groupOf(ctx);
  const settings = await ctx.store.groups.settings(group);
  return {
    group,
    settings,
    today: ctx.now.toZonedDateTimeISO(settings.zone).toPlainDate(),
    reply: (text, more = {}) => aboutGroup(say(text, more), settings, ctx),
  };
}

export const toQueue: Control = button('What waits', '/guide unanswered');

export function alreadyDone(guide: ThisGuide): Reply {
  return guide.reply(
    md`Another organizer was quicker: this was answered or dismissed already. Nothing was changed.`,
    { tone: 'warning', controls: [toQueue] },
  );
}

export function passageGone(guide: ThisGuide): Reply {
  return guide.reply(md`That passage is gone already. Nothing was changed.`, { tone: 'warning' });
}

/** Titles as a select or suggestions take them; `value`: what the choice stands for. */
export function titleChoice(title: string, value: string): Choice {
  return { label: shortened(title, 75), value };
}
