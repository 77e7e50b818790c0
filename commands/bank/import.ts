// A file of questions: looked at first, then all of it or nothing goes into the group's bank.

import { command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { askAgain } from '../../src/bot/forms.ts';
import { inSteps } from '../../src/bot/in-steps.ts';
import type { Outcome } from '../../src/bot/reply.ts';
import { choice, file, flag, text } from '../../src/bot/shape.ts';
import { dryRun } from '../../src/core/bank/dry-run.ts';
import { mostBytes } from '../../src/core/bank/file-text.ts';
import { openFile } from '../../src/core/bank/read.ts';
import { thisGuide } from '../guide/this-guide.ts';
import { licensedProblems } from './attestation.ts';
import { dryRunCard } from './dry-run-card.ts';
import { stage } from './stage.ts';

const formats = {
  csv: 'CSV or TSV with named columns',
  aiken: 'Aiken',
  gift: 'GIFT (Moodle)',
  anki: 'Anki notes in plain text',
} as const;

export const importFile = command({
  name: 'import',
  summary: "Bring a file of questions into the group's own bank: first a dry run",
  title: 'Import questions',
  audience: 'organizer',
  options: {
    file: file('CSV, TSV, Aiken, GIFT or Anki notes, in UTF-8, up to 5000 questions', {
      maxBytes: mostBytes,
    }),
    provenance: text(
      'Who wrote them, or under which license they are: it is shown as their source',
      {
        min: 3,
        max: 120,
        label: 'Where they are from',
        allows: ['name'],
      },
    ),
    topic: text('For questions that name none; left out, “Own”', { max: 60 }).optional(),
    format: choice('Left out, I see it for myself', formats).optional(),
    invented: flag('Yes, where questions show patients whom somebody invented', {
      label: 'Patients are invented',
    }).default(false),
  },
  async run({ file: upload, provenance, topic = 'Own', format, invented }, ctx): Promise<Outcome> {
    const problems = licensedProblems({ provenance, topic });
    if (Object.keys(problems).length > 0)
      return askAgain('bank import', importFile, { provenance, topic }, problems);
    const bank = await thisGuide(ctx);
    const opened = openFile(upload.name, await upload.bytes(), format);
    if ('refusal' in opened) throw new UserError(opened.refusal);
    const found = await inSteps(dryRun(opened.entries, { invented }));
    if ('refusal' in found) throw new UserError(found.refusal);
    const staged = await stage(found.candidates, { provenance, topic }, bank, ctx);
    return dryRunCard({ ...found, ...staged, format: opened.format }, bank);
  },
});
