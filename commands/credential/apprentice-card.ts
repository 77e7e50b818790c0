// How far an apprentice has come on each way to lose the A. Actions are named by their ids.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { type Way, waysOut } from '../../src/core/ceu/apprenticeship.ts';
import { bar } from '../../src/core/ceu/credits.ts';
import { footnoteOf } from '../../src/core/ceu/reminder-words.ts';
import type { ApprenticeshipRule, RulePack } from '../../src/core/ceu/rules.ts';
import type { HeldCredential } from '../../src/core/ceu/standing.ts';

export interface Apprentice {
  readonly pack: RulePack;
  readonly rule: ApprenticeshipRule;
  readonly held: HeldCredential;
}

export async function apprenticeCard(
  found: Apprentice,
  ctx: Context,
  intro?: Markdown,
): Promise<Reply> {
  const { pack, rule, held } = found;
  const named = `${pack.body.id} ${held.code}`;
  const ways = waysOut(rule, held.apprenticeship ?? {}, await todayOf(ctx));
  const isOpen = ways.some((way) => way.isOpen);
  const open = isOpen
    ? md`**You can ask ${pack.body.name} to remove the A**, with letters from your employers and your course certificates.`
    : md`Any one of these ways is enough:`;
  const source = md`Source: [${rule.source.title}](${rule.source.url ?? pack.body.site}), checked ${rule.source.checked ?? pack.checked}`;
  const parts = [...(intro ? [intro] : []), open, bullets(ways.map(sayWay)), source];
  return say(joinLines(parts, '\n\n'), {
    title: `Removing the A of ${held.code}`,
    controls: controlsFor(named, isOpen),
    footnote: `What counts as coding work ${pack.body.name} decides. ${footnoteOf(pack)}`,
  });
}

function controlsFor(held: string, isOpen: boolean): readonly Control[] {
  return [
    button(
      'Enter experience',
      refer({ id: 'credential.ask_experience' }, { held }),
      isOpen ? undefined : 'primary',
    ),
    button(
      'The A is removed',
      refer({ id: 'credential.promoted' }, { held }),
      isOpen ? 'primary' : undefined,
    ),
    button('My credentials', '/credential list'),
  ];
}

const proofNames = ['', 'the 80-hour course or Practicode', 'the 80-hour course and Practicode'];

/** `18/24 months of coding work: enough on 2027-05-01` */
function sayWay(way: Way): Markdown {
  const { months, proofs, monthsDone, proofsDone, isOpen, reachedOn } = way;
  const work = months > 0 ? md`\`${bar(monthsDone, months)}\` months of coding work` : md``;
  const papers =
    proofs > 0
      ? md`${months > 0 ? ' and ' : ''}${proofNames[proofs] ?? ''} (${proofsDone} of ${proofs} done)`
      : md``;
  const outcome = isOpen
    ? md`: **enough**`
    : reachedOn
      ? md`: enough on ${reachedOn}, if you go on working`
      : md``;
  return md`${formatted(work)}${formatted(papers)}${formatted(outcome)}`;
}
