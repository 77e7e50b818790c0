// All that a member logged as files: a table, a calendar, and for each cycle an audit pack.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type File, type Reply, say, textFile } from '../../src/bot/reply.ts';
import { date, number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { missingPapers } from '../../src/core/ceu/checklist.ts';
import { type EntryRow, entriesCsv, entryRows } from '../../src/core/ceu/entry-rows.ts';
import { deadlinesAround } from '../../src/core/ceu/watch.ts';
import { partsOf } from '../../src/core/zip.ts';
import { auditFiles, packPart } from './audit-pack.ts';
import { calendarFile } from './calendar-file.ts';
import { type BodyEducation, educationOf } from './education.ts';
import { papersOf } from './papers.ts';
import { nothingYet } from './status.ts';

export const exportAll = command({
  name: 'export',
  summary: 'Your entries as a table, your due dates as a calendar, audit packs with certificates',
  options: {},
  async run(_none, ctx) {
    const bodies = await educationOf(ctx);
    if (bodies.length === 0) return nothingYet();
    const today = await todayOf(ctx);
    const rows = await rowsOf(bodies, today, ctx);
    const calendar = calendarFile(bodies, today, ctx);
    const packs = bodies.flatMap((education) => packButtons(education, rows, today));
    return say(joinLines(intro(rows, calendar !== undefined, packs.length > 0), '\n\n'), {
      title: 'Your continuing education, to take with you',
      files: [csvFile('ceu-entries.csv', rows), ...(calendar ? [calendar] : [])],
      controls: [...packs, button('My status', '/ceu status')],
      footnote: 'Only you see this. Index numbers are in the files: do not pass them on.',
    });
  },
});

function intro(
  rows: readonly EntryRow[],
  hasCalendar: boolean,
  hasPacks: boolean,
): readonly Markdown[] {
  return [
    rows.length > 0
      ? md`The table has ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}: one for each entry and body, in the order of cycles.`
      : md`Nothing is logged yet, so the table is empty.`,
    ...(hasCalendar
      ? [
          md`The calendar has your due dates, and reminds you without this bot: open it with your calendar.`,
        ]
      : []),
    ...(hasPacks
      ? [md`An audit pack holds the entries of one cycle with their certificates.`]
      : []),
  ];
}

async function rowsOf(
  bodies: readonly BodyEducation[],
  today: Temporal.PlainDate,
  ctx: Context,
): Promise<readonly EntryRow[]> {
  const papers = await papersOf(ctx);
  return bodies.flatMap(({ pack, standing, entries }) =>
    entryRows(pack, standing, entries, papers, today),
  );
}

function csvFile(name: string, rows: readonly EntryRow[]): File {
  return textFile(name, 'text/csv', entriesCsv(rows));
}

/** The last, the present and the next cycle, where something was logged for them. */
function packButtons(
  { pack, standing }: BodyEducation,
  rows: readonly EntryRow[],
  today: Temporal.PlainDate,
): readonly Control[] {
  const { id, name } = pack.body;
  return deadlinesAround(pack, standing, today)
    .filter(({ kind, due }) => kind === 'cycle' && rowsDue(rows, name, due).length > 0)
    .map(({ due }) =>
      button(`Audit pack: ${name} ${due}`, refer(audit, { body: id, due, part: 1 })),
    );
}

function rowsDue(
  rows: readonly EntryRow[],
  body: string,
  due: Temporal.PlainDate,
): readonly EntryRow[] {
  return rows.filter((row) => row.body === body && row.due?.equals(due));
}

export const audit = action({
  id: 'ceu.audit',
  args: {
    body: text('Which certifying body', { max: 20 }),
    due: date('Which cycle'),
    part: number('Which part', { min: 1, max: 100 }),
  },
  async run({ body, due, part }, ctx): Promise<Reply> {
    const education = (await educationOf(ctx)).find(({ pack }) => pack.body.id === body);
    if (!education) return nothingYet();
    const { name } = education.pack.body;
    const rows = rowsDue(await rowsOf([education], await todayOf(ctx), ctx), name, due);
    if (rows.length === 0)
      return say(md`Nothing is logged for the ${name} cycle due ${due} any more.`, {
        tone: 'warning',
        mode: 'new',
        controls: [button('My entries', '/ceu list')],
      });
    const parts = partsOf(await auditFiles(rows, due, ctx));
    const at = Math.min(part, parts.length);
    const file = await packPart(parts, at, `audit-pack-${body}-${due}`, ctx);
    const others = parts.map((_, index) => index + 1).filter((each) => each !== at);
    return say(sayPack(education, rows, at, parts.length), {
      title: `Audit pack: ${name}, due ${due}`,
      mode: 'new',
      files: [file],
      controls: others
        .slice(0, 24)
        .map((each) => button(`Part ${each}`, refer(audit, { body, due, part: each }))),
      footnote: 'Only you see this. Index numbers are in it: give it to the body alone.',
    });
  },
});

/** What is in it, and what an auditor would ask for in vain. */
function sayPack(
  { pack }: BodyEducation,
  rows: readonly EntryRow[],
  part: number,
  parts: number,
): Markdown {
  const held = rows.filter(({ certificate }) => certificate !== undefined).length;
  const lacking = rows.filter((row) => missingPapers([pack], row).length > 0);
  const named = lacking
    .slice(0, 8)
    .map(
      (row) =>
        md`• ${row.entry.title} (${row.entry.completedOn}): ${missingPapers([pack], row).join(', ')}`,
    );
  const more = lacking.length > 8 ? [md`…and ${lacking.length - 8} more.`] : [];
  const count = md`${rows.length} ${rows.length === 1 ? 'entry' : 'entries'}, ${held} with a certificate, in the order in which they were completed.${parts > 1 ? ` This is part ${part} of ${parts}.` : ''}`;
  if (lacking.length === 0) return md`${formatted(count)}\n\n**Nothing is missing.**`;
  return md`${formatted(count)}\n\n**Still missing for an audit:**\n${formatted(joinLines([...named, ...more]))}`;
}
