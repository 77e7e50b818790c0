// How many credits credentials take: read from the rule packs, never from prose.

import type { Context } from '../../src/bot/command.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { sayGrade } from '../../src/core/calendar/release-words.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import { creditsNeeded, type Needed } from '../../src/core/ceu/needed.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { sourceLine } from './readable.ts';

export function creditsReply(codes: readonly string[], asked: Markdown, ctx: Context): Reply {
  const needed = creditsNeeded(ctx.content.rulePacks, codes);
  const text = joinLines([asked, ...needed.map(neededText)], '\n\n');
  return say(text, {
    title: 'Continuing education credits',
    controls: [button('My CEUs', '/ceu status'), button('Add my credential', '/credential add…')],
    footnote: 'A first, shorter cycle can take less. Your own tracker at the body decides.',
  });
}

function neededText({ pack, credentials, credits, isCapped, minimums, rests }: Needed): Markdown {
  const number =
    credits === undefined
      ? 'how many credits is on no page that was read'
      : `${sayCredits(credits)} ${cycleWords(pack)}`;
  const total = md`**${credentials.join(' and ')}** (${pack.body.name}): **${number}**${isCapped ? ', the most that the body asks for' : ''}.`;
  const parts = [
    ...minimums.map(
      ({ credential, minimum }) =>
        md`${sayCredits(minimum.credits)} of them in ${minimum.subject}, for ${credential}`,
    ),
    ...pack.quotas.map(({ percent, title }) => md`at least ${percent} % of them from: ${title}`),
  ];
  const sources = rests.flatMap(({ source, grade, note }, index) => [
    md`${formatted(sourceLine(source, index + 1, pack.checked))} (${sayGrade(grade)})`,
    ...(note ? [md`${note}`] : []),
  ]);
  return joinLines(
    [total, ...(parts.length > 0 ? [bullets(parts)] : []), joinLines([...new Set(sources)])],
    '\n\n',
  );
}

function cycleWords({ cycle }: RulePack): string {
  switch (cycle.kind) {
    case 'aapc-parity':
    case 'two-year-anniversary':
      return 'every two years';
    case 'calendar-year':
      return 'every calendar year';
    case 'annual-membership':
      return 'every year of membership';
    case 'as-told':
      return 'until the next renewal';
  }
}
