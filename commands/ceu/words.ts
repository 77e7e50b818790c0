// Words for credits, cycles and sources, shared by what /ceu and /credential say.

import { cited, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import type { Progress } from '../../src/core/ceu/buckets.ts';
import { bar } from '../../src/core/ceu/credits.ts';
import type { Cycle } from '../../src/core/ceu/cycle.ts';
import { footnoteOf, sayDue } from '../../src/core/ceu/reminder-words.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import type { Status } from '../../src/core/ceu/status.ts';
import type { WhyNot } from '../../src/core/ceu/why-not.ts';

/** `AAPC · 129 days left, due 2027-03-31 (computed)`, in plain text. */
export function headingOf({ body }: RulePack, cycle: Cycle, today: Temporal.PlainDate): string {
  return `${body.name} · ${sayDue(cycle.due, today)} (${cycle.confirmed ? 'confirmed' : 'computed'})`;
}

/** A bar for the total and one for each part of it; where not all fit, the short ones. */
export function bars(status: Status, most = 20): Markdown {
  const short = status.buckets.filter(({ missing }) => missing !== 0);
  const shown = status.buckets.length > most ? short.slice(0, most) : status.buckets;
  const hidden = status.buckets.length - shown.length;
  return joinLines([
    barLine(status, 'in all'),
    ...shown.map((bucket) => barLine(bucket, bucket.title)),
    ...(hidden > 0 ? [md`…and ${hidden} more parts: see your status.`] : []),
  ]);
}

/** How many parts fit in a field beside other lines. */
export const partsInField = 6;

function barLine({ done, required }: Progress, title: string): Markdown {
  if (required === undefined) return md`\`${done}/?\` ${title} (the number is yours to enter)`;
  return md`\`${bar(done, required)}\` ${title}`;
}

/** Under what is said from the rules of several bodies. */
export function footnoteFor(packs: readonly RulePack[]): string {
  const [first, ...others] = packs;
  if (!first) return 'Quiz points are not CEUs.';
  if (others.length === 0) return footnoteOf(first);
  const names = listed(packs.map(({ body }) => body.name));
  const days = packs.map(({ checked }) => checked).sort(Temporal.PlainDate.compare);
  return `Rules of ${names}, checked ${days[0]}. Confirm with them: this bot may be wrong.`;
}

/** The pages on which the cycle and the total rest, each with the day on which it was checked. */
export function sourcesOf(pack: RulePack, codes: readonly string[]): Markdown {
  const sources = new Map(
    [pack.cycle, ...totalsFor(pack, codes)].map(({ source }) => [source.title, source]),
  );
  return md`Sources: ${formatted(
    joinLines(
      [...sources.values()].map((source) => md`${cited(source)}`),
      '; ',
    ),
  )}`;
}

function totalsFor({ total }: RulePack, codes: readonly string[]) {
  if (total.kind === 'by-count') return [total];
  const bases = total.bases.filter(({ credentials }) => credentials.some((c) => codes.includes(c)));
  return codes.length > 1 && total.perExtra ? [...bases, total.perExtra] : bases;
}

export function sayWhyNot({ excludes, text: reason }: WhyNot): Markdown {
  return excludes ? md`**Does not count:** ${reason}` : md`Good to know: ${reason}`;
}

/** `CPC, CPMA and CCS` */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}
