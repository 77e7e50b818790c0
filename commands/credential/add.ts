// Adding a credential: what the rules make of it is shown first, and stored once it is confirmed.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { askAgain, formFor } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Form, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { date, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { planReminders } from '../ceu/planning.ts';
import { creditsField } from '../ceu/tracker.ts';
import { sayWatched } from '../ceu/watching.ts';
import { preview } from './preview.ts';
import {
  credentialOptions,
  type Proposal,
  rawOf,
  readSaid,
  type Said,
  saidIn,
} from './proposal.ts';
import { afterwards } from './saved.ts';
import { suggestCredentials } from './suggestions.ts';

export const add = command({
  name: 'add',
  summary: 'Add a credential that you hold: I work out its cycle and its credits',
  title: 'Add a credential',
  options: credentialOptions,
  suggest: { credential: suggestCredentials },
  run: (said, ctx): Promise<Outcome> => proposed(said, ctx),
});

async function proposed(said: Said, ctx: Context): Promise<Outcome> {
  const reading = await readSaid(said, ctx);
  if (!reading.ok) return askAgain('credential add', add, rawOf(said), reading.problems);
  const id = await ctx.store.transaction((tx) =>
    tx.drafts.keep(ctx.member.id, 'credential.save', rawOf(said), ctx.now),
  );
  const { proposal } = reading;
  if (!proposal.cycle) return missingDateForm(id, proposal);
  return preview(proposal, await todayOf(ctx), [
    button('Save', refer(save, { draft: id }), 'primary'),
    button('Change', refer(change, { draft: id })),
    button('Cancel', refer(cancel, { draft: id })),
  ]);
}

const draftArg = { draft: text('Which draft', { max: 20 }) };

/** Where nothing can be computed without it: AAPC's cycles follow the membership. */
export const countedFrom = action({
  id: 'credential.counted_from',
  args: draftArg,
  fields: {
    counted_from: date('As your account with the certifying body shows it', {
      label: 'Membership ends / first exam',
    }),
  },
  async run({ draft: id, counted_from }, ctx): Promise<Outcome> {
    const said = await readDraft(id, ctx);
    return said ? proposed({ ...said, counted_from }, ctx) : expired();
  },
});

/** Where no page says how long a period lasts: the body's own date, and how many credits it wants. */
export const asTold = action({
  id: 'credential.as_told',
  args: draftArg,
  fields: {
    due: date('When the next renewal is due, as the body told you', { label: 'Next renewal due' }),
    total: creditsField('How many credits it wants, if it told you', 'Credits', 0.25).optional(),
    counted_from: date('Credits count from the day after; left out, from your certification', {
      label: 'Last renewed on',
    }).optional(),
  },
  async run({ draft: id, ...told }, ctx): Promise<Outcome> {
    const said = await readDraft(id, ctx);
    return said ? proposed({ ...said, ...told }, ctx) : expired();
  },
});

/** The body's own question takes the place of the hint. */
function missingDateForm(id: string, { pack }: Proposal): Form {
  if (pack.cycle.kind === 'as-told') return formFor(asTold, { draft: id }, 'From your body');
  const form = formFor(countedFrom, { draft: id }, 'One more date');
  const label = pack.cycle.kind === 'two-year-anniversary' ? 'First exam' : 'Membership ends';
  const specs = form.specs.map((spec) => ({ ...spec, label, hint: pack.cycle.question }));
  return { ...form, specs };
}

export const save = action({
  id: 'credential.save',
  args: draftArg,
  async run({ draft: id }, ctx): Promise<Outcome> {
    const said = await readDraft(id, ctx);
    if (!said) return expired();
    const reading = await readSaid(said, ctx);
    if (!reading.ok) return askAgain('credential add', add, rawOf(said), reading.problems);
    const saved = await store(id, reading.proposal, ctx);
    return saved ? afterwards(reading.proposal, ctx) : expired();
  },
});

/** Of two presses at once the one that finds the draft saves. */
async function store(
  id: string,
  { pack, held, standing, changes }: Proposal,
  ctx: Context,
): Promise<boolean> {
  const { id: body } = pack.body;
  return ctx.store.transaction(async (tx) => {
    if (!(await tx.drafts.drop(ctx.member.id, id))) return false;
    await tx.education.hold(ctx.member.id, body, held, standing.addedOn);
    await tx.education.changeStanding(ctx.member.id, body, changes);
    await planReminders(tx, ctx);
    await sayWatched(tx, pack, ctx);
    return true;
  });
}

export const change = action({
  id: 'credential.change',
  args: draftArg,
  async run({ draft: id }, ctx): Promise<Outcome> {
    const said = await readDraft(id, ctx);
    return said ? askAgain('credential add', add, rawOf(said), {}).form : expired();
  },
});

export const cancel = action({
  id: 'credential.cancel',
  args: draftArg,
  async run({ draft: id }, ctx) {
    await ctx.store.transaction((tx) => tx.drafts.drop(ctx.member.id, id));
    return say(md`Nothing was saved.`, {
      controls: [button('Add a credential', '/credential add…')],
    });
  },
});

async function readDraft(id: string, ctx: Context): Promise<Said | undefined> {
  const draft = await ctx.store.drafts.read(ctx.member.id, id, ctx.now);
  return draft && saidIn(draft.values);
}

function expired(): Reply {
  return say(
    md`This was saved or cancelled already, or it waited for more than an hour. **/credential list** shows what is saved.`,
    {
      tone: 'warning',
      mode: 'new',
      controls: [
        button('My credentials', '/credential list'),
        button('Add a credential', '/credential add…'),
      ],
    },
  );
}
