// What the rules make of a credential, shown before it is saved.

import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { type Control, type Reply, say } from '../../src/bot/reply.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import type { Cycle } from '../../src/core/ceu/cycle.ts';
import { footnoteOf, sayDue } from '../../src/core/ceu/reminder-words.ts';
import type { Bucket, Target } from '../../src/core/ceu/requirement.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { sayDifference } from '../ceu/tracker.ts';
import { sourcesOf } from '../ceu/words.ts';
import type { Proposal } from './proposal.ts';

export function preview(
  proposal: Proposal,
  today: Temporal.PlainDate,
  controls: readonly Control[],
): Reply {
  const { pack, credential, held, standing, cycle, isKnown } = proposal;
  const codes = standing.held.map(({ code }) => code);
  const parts = [
    md`**${credential.title}**, certified on ${held.certifiedOn}.${isKnown ? ' You have it here already: saving corrects it.' : ''}`,
    ...(cycle ? cycleParts(proposal, cycle, today) : []),
    sourcesOf(pack, codes),
  ];
  return say(joinLines(parts, '\n\n'), {
    title: isKnown ? `Correct ${credential.code}?` : `Add ${credential.code}?`,
    controls,
    mode: 'new',
    footnote: footnoteOf(pack),
  });
}

function cycleParts(
  { pack, credential, standing, dues, movedFrom, outdatedTotal }: Proposal,
  cycle: Cycle,
  today: Temporal.PlainDate,
): readonly Markdown[] {
  const { name, tracker } = pack.body;
  const origin = cycle.confirmed ? `as your ${tracker} shows it` : 'computed, not confirmed';
  const lines = [
    md`**${sayDue(cycle.due, today)}** (${origin}).${formatted(sayDifference(pack, standing))}`,
    md`It counts what you complete from ${cycle.start} on.`,
    sayTotal(pack, cycle.total),
    ...cycle.buckets.map((bucket) => sayBucket(pack, bucket)),
    ...(dues ? [md`Membership dues: ${sayDue(dues.due, today)}, and then every year.`] : []),
  ];
  const asks = [
    ...(movedFrom
      ? [
          md`Until now your ${name} credits were due on **${movedFrom}**. Saving moves them, for all that you hold of ${name}.`,
        ]
      : []),
    ...(outdatedTotal === undefined
      ? []
      : [
          md`Your ${tracker} showed **${sayCredits(outdatedTotal)}** before ${credential.code} was here. Saving forgets that number: enter what it shows now.`,
        ]),
    ...cycle.asks.map(({ text }) => md`${text}`),
  ];
  return [
    md`**Your ${name} cycle**\n${formatted(bullets(lines))}`,
    ...(asks.length > 0 ? [md`**Please check**\n${formatted(bullets(asks))}`] : []),
  ];
}

function sayTotal({ body }: RulePack, total: Target | undefined): Markdown {
  if (!total) return md`How many credits it takes is not known yet.`;
  const origins = {
    tracker: `as your ${body.tracker} shows it`,
    member: 'as you entered',
    rule: 'by the rules',
  };
  return md`**${sayCredits(total.credits)}** in all, ${origins[total.from]}.`;
}

function sayBucket({ body }: RulePack, { title, required }: Bucket): Markdown {
  return required
    ? md`${title}: at least ${required.credits} of them.`
    : md`${title}: a number that your ${body.tracker} shows.`;
}
