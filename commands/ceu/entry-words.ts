// How an entry is named in a line, and found again by who types.

import type { Context } from '../../src/bot/command.ts';
import type { Choice } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { LoggedEntry } from '../../src/store/education-records.ts';

export const entryOption = {
  entry: text('Which one, or words of its title; left out, you choose from a list', {
    max: 150,
    allows: ['name'],
  }).optional(),
};

/** Where bodies count it differently, the numbers stand side by side: `2 or 1.5 credits`. */
export function creditsOf({ counts }: LoggedEntry): string {
  const all = [...new Set(counts.map(({ credits }) => credits))];
  return all.length === 1 ? sayCredits(all[0] ?? 0) : `${all.join(' or ')} credits`;
}

/** `2026-11-22, 2 credits: E/M audits` */
export function labelOf(entry: LoggedEntry): string {
  return shortened(`${entry.completedOn}, ${creditsOf(entry)}: ${entry.title}`, 75);
}

export async function suggestEntries(typed: string, ctx: Context): Promise<readonly Choice[]> {
  const wanted = typed.trim().toLowerCase();
  const entries = await ctx.store.education.entries(ctx.member.id);
  return entries
    .map((entry) => ({ label: labelOf(entry), value: entry.id }))
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .slice(0, 25);
}

/** By its id, as a suggestion gives it, or by words of its title: Slack suggests nothing. */
export async function entriesNamed(typed: string, ctx: Context): Promise<readonly LoggedEntry[]> {
  const wanted = typed.trim().toLowerCase();
  const entries = await ctx.store.education.entries(ctx.member.id);
  const byId = entries.filter(({ id }) => id === typed.trim());
  return byId.length > 0
    ? byId
    : entries.filter(({ title }) => title.toLowerCase().includes(wanted));
}
