// From what was typed to an entry: one question for each certifying body that leaves a choice. What
// was answered so far waits in a draft.

import { z } from 'zod';
import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { CertificateFile, EntryCount } from '../../src/store/education-records.ts';
import { keepCertificate } from './certificate.ts';
import { type BodyEducation, educationOf } from './education.ts';
import { entryCard } from './entry-card.ts';
import { kindsFor } from './kinds.ts';
import { planReminders } from './planning.ts';

const answer = z.union([
  z.literal('none'),
  z.object({ category: z.string(), approvedFor: z.array(z.string()).readonly().exactOptional() }),
]);

const logDraft = z.object({
  credits: z.number(),
  title: z.string(),
  completed_on: z.string(),
  answers: z.record(z.string(), answer).readonly(),
  /** Sealed with the draft; the content as base64. */
  certificate: z
    .object({
      name: z.string(),
      mediaType: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
      base64: z.string(),
    })
    .exactOptional(),
});
export type LogDraft = z.output<typeof logDraft>;

export const draftArg = { draft: text('Which draft', { max: 20 }) };

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

export const dropDraft = action({
  id: 'ceu.drop',
  args: draftArg,
  async run({ draft: id }, ctx) {
    await ctx.store.transaction((tx) => tx.drafts.drop(ctx.member.id, id));
    return say(md`Nothing was logged.`, { controls: [button('Log CEUs', '/ceu add…')] });
  },
});

export async function readDraft(id: string, ctx: Context): Promise<LogDraft | undefined> {
  const draft = await ctx.store.drafts.read(ctx.member.id, id, ctx.now);
  return draft && logDraft.parse(draft.values);
}

/** Asks for the next body without an answer, or logs it. `from` is the draft that was answered. */
export async function goOn(
  draft: LogDraft,
  from: string | undefined,
  bodies: readonly BodyEducation[],
  ctx: Context,
): Promise<Reply> {
  // A form may have come from a reminder, which is to stay; an answer takes its question's place.
  const mode = from === undefined ? 'new' : 'update';
  const open = bodies.find(({ pack }) => !(pack.body.id in draft.answers));
  const counts = countsOf(draft);
  const id = await writeDown(draft, from, open ? 'draft' : counts, ctx);
  if (id === undefined) return expired();
  if (open) return { ...askKind(draft, id, open, bodies), mode };
  if (counts.length === 0) return countsNowhere();
  return entryCard(id, ctx, { title: `Logged: ${sayCredits(draft.credits)}`, mode });
}

/** The id of the draft or the entry. The earlier draft is used up: of two presses at once one counts. */
async function writeDown(
  draft: LogDraft,
  from: string | undefined,
  as: 'draft' | readonly EntryCount[],
  ctx: Context,
): Promise<string | undefined> {
  return ctx.store.transaction(async (tx) => {
    if (from !== undefined && !(await tx.drafts.drop(ctx.member.id, from))) return undefined;
    if (as === 'draft') return tx.drafts.keep(ctx.member.id, 'ceu.log', draft, ctx.now);
    const id = newId(ctx);
    const { title, completed_on } = draft;
    const entry = { id, title, completedOn: Temporal.PlainDate.from(completed_on), counts: as };
    if (as.length > 0) {
      await tx.education.addEntry(ctx.member.id, entry);
      if (draft.certificate) await keepCertificate(tx, id, certificateIn(draft.certificate), ctx);
    }
    await planReminders(tx, ctx);
    return id;
  });
}

function countsOf({ credits, answers }: LogDraft): readonly EntryCount[] {
  return Object.entries(answers).flatMap(([body, given]) => {
    if (given === 'none') return [];
    const { category, approvedFor } = given;
    return [{ body, credits, category, ...(approvedFor && { approvedFor }) }];
  });
}

function certificateIn({
  base64,
  ...about
}: NonNullable<LogDraft['certificate']>): CertificateFile {
  return { ...about, content: Uint8Array.fromBase64(base64) };
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
    md`**${draft.title}**, ${sayCredits(draft.credits)}, completed on ${draft.completed_on}.\n\nWhich kind of credits are they for ${name}?${others.length > 0 ? ' I ask for one body at a time.' : ''}`,
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

function countsNowhere(): Reply {
  return say(md`Then it counts for none of your credentials, so it was not logged.`, {
    tone: 'warning',
    controls: [button('Log CEUs', '/ceu add…')],
  });
}

export function expired(): Reply {
  return say(
    md`This was logged or cancelled already, or it waited for more than an hour. **/ceu list** shows what is logged.`,
    {
      tone: 'warning',
      mode: 'new',
      controls: [button('My entries', '/ceu list'), button('Log CEUs', '/ceu add…')],
    },
  );
}
