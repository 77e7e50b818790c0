// Logging CEUs: a form or a typed line, then one question per certifying body where there is a choice.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { askAgain } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { date, number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { isCredits } from '../../src/core/ceu/credits.ts';
import { educationOf } from './education.ts';
import { kindsFor } from './kinds.ts';
import { draftArg, expired, goOn, type LogDraft, readDraft } from './log.ts';
import { answersFrom, problemsOf } from './reading.ts';
import { shortened } from './words.ts';

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
    category: text('Left out, you choose from a list', { max: 80 }).optional(),
    approved_for: text('Credentials that the certificate names: CPMA', { max: 60 }).optional(),
  },
  suggest: { category: suggestKinds },
  async run(typed, ctx): Promise<Outcome> {
    const today = await todayOf(ctx);
    const { credits, title, completed_on: completedOn = today } = typed;
    const bodies = await educationOf(ctx);
    const draft = { credits, title, completed_on: completedOn.toString(), answers: {} };
    if (bodies.length === 0) return credentialFirst(draft, ctx);
    const given = { completedOn, category: typed.category, approvedFor: typed.approved_for };
    const problems = problemsOf(given, bodies, today);
    if (Object.keys(problems).length > 0)
      return askAgain('ceu add', add, { ...typed, completed_on: `${completedOn}` }, problems);
    return goOn({ ...draft, answers: answersFrom(given, bodies) }, undefined, bodies, ctx);
  },
});

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
      return askAgain('ceu add', add, { ...draft, answers: undefined }, problems);
    return goOn({ ...draft, answers: answersFrom(given, bodies) }, id, bodies, ctx);
  },
});

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
