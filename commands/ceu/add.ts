// Logging CEUs: a form or a typed line, then one question per certifying body where there is a choice.

import { z } from 'zod';
import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { askAgain } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { date, number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { isCredits, sayCredits } from '../../src/core/ceu/credits.ts';
import type { EntryCount } from '../../src/store/education-records.ts';
import { type BodyEducation, educationOf } from './education.ts';
import { entryCard } from './entry-card.ts';
import { kindsFor } from './kinds.ts';
import { planReminders } from './planning.ts';
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
    title: text('As on the certificate. Never patient data', { max: 150 }),
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

const answer = z.union([
  z.literal('none'),
  z.object({ category: z.string(), approvedFor: z.array(z.string()).readonly().exactOptional() }),
]);

const logDraft = z.object({
  credits: z.number(),
  title: z.string(),
  completed_on: z.string(),
  answers: z.record(z.string(), answer).readonly(),
});
type LogDraft = z.output<typeof logDraft>;

const draftArg = { draft: text('Which draft', { max: 20 }) };

export const chooseKind = action({
  id: 'ceu.kind',
  args: {
    ...draftArg,
    body: text('Which certifying body', { max: 20 }),
    kind: text('What kind of credits', { max: 100 }),
  },
  async run({ draft: id, body, kind }, ctx) {
    const draft = await readDraft(id, ctx);
    const bodies = await educationOf(ctx);
    const asked = bodies.find(({ pack }) => pack.body.id === body);
    if (!draft || !asked) return expired();
    const chosen = kindsFor(asked, Temporal.PlainDate.from(draft.completed_on)).find(
      ({ value }) => value === kind,
    );
    if (!chosen && kind !== 'none') return expired();
    const answers = { ...draft.answers, [body]: chosen ? chosen.count : ('none' as const) };
    return goOn({ ...draft, answers }, id, bodies, ctx);
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

export const dropDraft = action({
  id: 'ceu.drop',
  args: draftArg,
  async run({ draft: id }, ctx) {
    await ctx.store.transaction((tx) => tx.drafts.drop(ctx.member.id, id));
    return say(md`Nothing was logged.`, { controls: [button('Log CEUs', '/ceu add…')] });
  },
});

async function readDraft(id: string, ctx: Context): Promise<LogDraft | undefined> {
  const draft = await ctx.store.drafts.read(ctx.member.id, id, ctx.now);
  return draft && logDraft.parse(draft.values);
}

/** Asks for the next body without an answer, or logs it. The earlier draft is used up: once only. */
async function goOn(
  draft: LogDraft,
  from: string | undefined,
  bodies: readonly BodyEducation[],
  ctx: Context,
): Promise<Reply> {
  const open = bodies.find(({ pack }) => !(pack.body.id in draft.answers));
  const counts = countsOf(draft);
  const id = await ctx.store.transaction(async (tx) => {
    if (from !== undefined && !(await tx.drafts.drop(ctx.member.id, from))) return undefined;
    if (open) return tx.drafts.keep(ctx.member.id, 'ceu.log', draft, ctx.now);
    if (counts.length === 0) return 'nowhere';
    const entry = newId(ctx);
    const completedOn = Temporal.PlainDate.from(draft.completed_on);
    await tx.education.addEntry(ctx.member.id, {
      id: entry,
      title: draft.title,
      completedOn,
      counts,
    });
    await planReminders(tx, ctx);
    return entry;
  });
  if (id === undefined) return expired();
  if (open) return askKind(draft, id, open, bodies);
  if (counts.length === 0) return countsNowhere();
  return entryCard(id, ctx, { title: `Logged: ${sayCredits(draft.credits)}`, mode: 'new' });
}

function countsOf({ credits, answers }: LogDraft): readonly EntryCount[] {
  return Object.entries(answers).flatMap(([body, given]) => {
    if (given === 'none') return [];
    const { category, approvedFor } = given;
    return [{ body, credits, category, ...(approvedFor && { approvedFor }) }];
  });
}

/** In the order of logging, which decides between two of one day. */
function newId({ now }: Context): string {
  return `${now.epochMilliseconds.toString(36)}-${crypto.randomUUID().slice(0, 8)}`;
}

function askKind(
  draft: LogDraft,
  id: string,
  open: BodyEducation,
  bodies: readonly BodyEducation[],
): Reply {
  const { name, id: body } = open.pack.body;
  const kinds = kindsFor(open, Temporal.PlainDate.from(draft.completed_on));
  const others = bodies.length > 1 ? [{ label: `Not for ${name}`, value: 'none' }] : [];
  const choices = kinds.map(({ label, value }) => ({ label: shortened(label, 75), value }));
  return say(
    md`**${draft.title}**, ${sayCredits(draft.credits)}, completed on ${draft.completed_on}.\n\nWhat is it for ${name}? The certificate says so; each credit counts as one kind only.`,
    {
      title: `What kind of credits for ${name}?`,
      controls: [
        {
          kind: 'select',
          label: `Choose the kind for ${name}`,
          press: refer(chooseKind, { draft: id, body }),
          choices: [...choices, ...others],
        },
        button('Cancel', refer(dropDraft, { draft: id })),
      ],
    },
  );
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

function countsNowhere(): Reply {
  return say(md`Then it counts for none of your credentials, so it was not logged.`, {
    tone: 'warning',
    controls: [button('Log CEUs', '/ceu add…')],
  });
}

function expired(): Reply {
  return say(
    md`This was logged or cancelled already, or it waited for more than an hour. **/ceu list** shows what is logged.`,
    {
      tone: 'warning',
      mode: 'new',
      controls: [button('My entries', '/ceu list'), button('Log CEUs', '/ceu add…')],
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
