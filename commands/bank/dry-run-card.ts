// What a file would bring, what is wrong in it, and the button that brings it in.

import { refer } from '../../src/bot/action.ts';
import { limits } from '../../src/bot/limits.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type File, type Reply, textFile } from '../../src/bot/reply.ts';
import type { Fault } from '../../src/core/bank/draft.ts';
import type { DryRun } from '../../src/core/bank/dry-run.ts';
import type { Format } from '../../src/core/bank/read.ts';
import { csvText } from '../../src/core/csv.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { ThisGuide } from '../guide/this-guide.ts';
import { attestation } from './attestation.ts';
import { wholeQuestion } from './question-card.ts';
import type { Staged } from './stage.ts';
import { count } from './words.ts';

export interface Looked extends DryRun, Staged {
  readonly format: Format;
}

/** How the places in a file are counted. */
const places: Readonly<Record<Format, string>> = {
  csv: 'row',
  aiken: 'line',
  gift: 'line',
  anki: 'note',
};

const mostShown = 8;

export function dryRunCard(looked: Looked, bank: ThisGuide): Reply {
  const { fresh, faults, remarks, format } = looked;
  const shown = faults.slice(0, mostShown).map((fault) => faultLine(fault, places[format]));
  const more = faults.length - shown.length;
  const list = [
    ...shown,
    ...(more > 0 ? [md`and ${more} more: all of them are in the file here`] : []),
    ...remarks.slice(0, 3).map((remark) => md`${remark}`),
  ];
  const before = [
    bullets(countLines(looked)),
    ...(list.length > 0 ? [bullets(list)] : []),
    ...hints(looked),
  ];
  const after = fresh > 0 ? attestation : md`Nothing was added.`;
  return bank.reply(
    joinLines([...before, ...previewOf(looked, [...before, after]), after], '\n\n'),
    {
      title: fresh > 0 ? `Dry run: ${count(fresh, 'new question')}` : 'Dry run: nothing new',
      ...(faults.length > 0 && { tone: 'warning' as const }),
      controls: controlsOf(looked),
      ...(more > 0 && { files: [faultFile(faults, places[format])] }),
      ...(fresh > 0 && { footnote: 'Nothing is in the bank yet. This waits for an hour.' }),
    },
  );
}

/** The name of the group, where it is said, comes on top. */
const roomLeft = 150;

/** How the first one was read, where there is room for it beside what else must be said. */
function previewOf({ first }: Looked, others: readonly Markdown[]): readonly Markdown[] {
  if (!first) return [];
  const preview = md`**The first one, as it was read:**\n\n${formatted(wholeQuestion(first))}`;
  const length = joinLines([...others, preview], '\n\n').length;
  return length <= limits.text.most - roomLeft ? [preview] : [];
}

function countLines({ fresh, known, twice, faults, format }: Looked): readonly Markdown[] {
  const where = (rows: readonly number[]) => {
    const first = rows.slice(0, 5).join(', ');
    return `${places[format]} ${first}${rows.length > 5 ? ', …' : ''}`;
  };
  return [
    md`**${fresh}** new`,
    ...(known.length > 0 ? [md`**${known.length}** in the bank already (${where(known)})`] : []),
    ...(twice.length > 0 ? [md`**${twice.length}** twice in the file (${where(twice)})`] : []),
    ...faultCounts(faults),
  ];
}

function faultCounts(faults: readonly Fault[]): readonly Markdown[] {
  const rows = (because: Fault['because']) =>
    new Set(faults.filter((fault) => fault.because === because).map(({ row }) => row)).size;
  const [wrong, held, patient] = [rows(undefined), rows('licensed'), rows('patient')];
  return [
    ...(wrong > 0 ? [md`**${wrong}** wrong`] : []),
    ...(held > 0 ? [md`**${held}** held, because of a licensed code`] : []),
    ...(patient > 0 ? [md`**${patient}** refused, because of what looks like patient data`] : []),
  ];
}

function faultLine({ row, field, reason }: Fault, place: string): Markdown {
  const says = shortened(`${field ? `${field} ` : ''}${reason}`, 180);
  return md`${place} ${row}: ${says}`;
}

function hints({ faults, fresh }: Looked): readonly Markdown[] {
  const hasPatients = faults.some(({ because }) => because === 'patient');
  return [
    ...(faults.length > 0 && fresh > 0
      ? [
          md`What is wrong stays out. You can add the rest now, mend the file and import it again: what is in the bank already is left out then.`,
        ]
      : []),
    ...(hasPatients
      ? [
          md`Nothing of what looks like patient data was kept. If somebody **invented** those patients, import the file again with **invented:yes**.`,
        ]
      : []),
  ];
}

function controlsOf({ fresh, contribution }: Looked): readonly Control[] {
  if (fresh === 0) return [button('Another file', '/bank import…')];
  return [
    button(
      `Mine or licensed: add ${fresh}`,
      refer({ id: 'bank.add_all' }, { contribution }),
      'primary',
    ),
    button('Add nothing', refer({ id: 'bank.drop' }, { contribution })),
  ];
}

function faultFile(faults: readonly Fault[], place: string): File {
  const rows = faults.map(({ row, field = '', reason }) => [row, field, reason]);
  return textFile('what-is-wrong.csv', 'text/csv', csvText([[place, 'field', 'reason'], ...rows]));
}
