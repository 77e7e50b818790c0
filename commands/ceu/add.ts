// Logging CEUs: a form or a typed line, then one question per certifying body where there is a choice.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { askAgain } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { date, number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { isCredits } from '../../src/core/ceu/credits.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { CertificateFile } from '../../src/store/education-records.ts';
import { certificateField, readCertificate } from './certificate.ts';
import { educationOf } from './education.ts';
import { kindsFor } from './kinds.ts';
import { draftArg, expired, goOn, type LogDraft, readDraft } from './log.ts';
import { answersFrom, problemsOf } from './reading.ts';

export const add = command({
  name: 'add',
  summary: 'Log CEUs that you earned; only you see them',
  title: 'Log CEUs',
  options: {
    credits: number('As on the certificate, in quarters: 2 or 1.25', {
      min: 0.25,
      max: 100,
      whole: false,
    }).refine(isCredits, 'must come in quarters, such as 1.25 or 2.5'),
    title: text('As on the certificate. Never patient data', { max: 150, allows: ['name'] }),
    completed_on: date('The day on the certificate; left out, today').optional(),
    category: text('Its kind, or the credentials that the certificate names; or choose later', {
      max: 80,
    }).optional(),
    certificate: certificateField.optional(),
  },
  suggest: { category: suggestKinds },
  async run(typed, ctx): Promise<Outcome> {
    const today = await todayOf(ctx);
    const { certificate: upload, ...said } = typed;
    const { credits, title, completed_on: completedOn = today } = said;
    const bodies = await educationOf(ctx);
    const given = { completedOn, category: typed.category };
    const file = upload && (await readCertificate(upload));
    const problems = {
      ...(bodies.length > 0 && problemsOf(given, bodies, today)),
      ...(typeof file === 'string' && { certificate: file }),
    };
    if (Object.keys(problems).length > 0)
      return askAgain('ceu add', add, { ...said, completed_on: `${completedOn}` }, problems);
    const draft = {
      ...{ credits, title, completed_on: completedOn.toString(), answers: {} },
      ...(typeof file === 'object' && { certificate: draftOf(file) }),
    };
    if (bodies.length === 0) return credentialFirst(draft, ctx);
    return goOn({ ...draft, answers: answersFrom(given, bodies) }, undefined, bodies, ctx);
  },
});

function draftOf({ content, ...about }: CertificateFile): LogDraft['certificate'] & object {
  return { ...about, base64: content.toBase64() };
}

/** After the credential that was missing is there: goes on with what was typed. */
export const logDraftNow = action({
  id: 'ceu.log',
  args: draftArg,
  async run({ draft: id }, ctx) {
    const draft = await readDraft(id, ctx);
    if (!draft) return expired();
    const bodies = await educationOf(ctx);
    if (bodies.length === 0) return credentialFirst(draft, ctx);
    const given = { completedOn: Temporal.PlainDate.from(draft.completed_on) };
    const problems = problemsOf(given, bodies, await todayOf(ctx));
    if (Object.keys(problems).length > 0)
      return askAgain('ceu add', add, valuesIn(draft), problems);
    return goOn({ ...draft, answers: answersFrom(given, bodies) }, id, bodies, ctx);
  },
});

/** What its form shows again: files cannot be filled in for anybody. */
function valuesIn({ credits, title, completed_on }: LogDraft) {
  return { credits, title, completed_on };
}

async function credentialFirst(draft: LogDraft, ctx: Context): Promise<Reply> {
  const id = await ctx.store.transaction((tx) =>
    tx.drafts.keep(ctx.member.id, 'ceu.log', draft, ctx.now),
  );
  return say(
    md`Which credential is this for? Add it first, so that I know the rules and the due date. What you typed is kept for an hour: then press **Log it now**.`,
    {
      title: 'First, your credential',
      controls: [
        button('Add a credential', '/credential add…', 'primary'),
        button('Log it now', refer(logDraftNow, { draft: id })),
      ],
      mode: 'new',
    },
  );
}

async function suggestKinds(typed: string, ctx: Context): Promise<readonly Choice[]> {
  const wanted = typed.trim().toLowerCase();
  const today = await todayOf(ctx);
  return (await educationOf(ctx))
    .flatMap((education) =>
      kindsFor(education, today).map(({ label, value }) => ({
        label: shortened(`${education.pack.body.name}: ${label}`, 75),
        value: `${education.pack.body.id}:${value}`,
      })),
    )
    .filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(wanted));
}
