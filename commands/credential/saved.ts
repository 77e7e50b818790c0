// What a member hears once a credential is saved: its date, a calendar file, and how to be reminded.

import type { Context } from '../../src/bot/command.ts';
import { joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { sayDue } from '../../src/core/ceu/reminder-words.ts';
import { calendarFile } from '../ceu/calendar-file.ts';
import { reminderOffer } from '../ceu/reminders.ts';
import type { Proposal } from './proposal.ts';

export async function afterwards(
  { pack, standing, credential, cycle }: Proposal,
  ctx: Context,
): Promise<Reply> {
  const { name, tracker } = pack.body;
  const today = await todayOf(ctx);
  const offer = await reminderOffer(ctx);
  const due = cycle ? md`${name}: **${sayDue(cycle.due, today)}**.` : md`${name}.`;
  const caution = md`Please do not rely on this bot alone: your ${tracker} and ${name} have the last word.`;
  const calendar = calendarFile([{ pack, standing }], today, ctx);
  const taken = md`The calendar file reminds you without this bot: open it with your calendar.`;
  const parts = [due, caution, ...(calendar ? [taken] : []), offer.text];
  return say(joinLines(parts, '\n\n'), {
    title: `Saved: ${credential.code}`,
    tone: 'good',
    ...(calendar && { files: [calendar] }),
    controls: [
      ...offer.controls,
      button('Log CEUs', '/ceu add…'),
      button('My status', '/ceu status'),
      button('Add another credential', '/credential add…'),
    ],
  });
}
