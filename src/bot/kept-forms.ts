// Forms that cannot open just now: what was typed is kept for an hour, and a button opens them.

import { z } from 'zod';
import { action, refer } from './action.ts';
import type { Context } from './command.ts';
import { formOfRef } from './forms.ts';
import { limits } from './limits.ts';
import { bullets, formatted, md } from './markdown.ts';
import { outdated } from './refusals.ts';
import type { Registry } from './registry.ts';
import { button, type Form, type Invalid, type Reply, say } from './reply.ts';
import { text } from './shape.ts';

const kept = z.object({
  title: z.string(),
  values: z.record(z.string(), z.unknown()),
  /** Labels and hints by field, since a form may word them for its reader. */
  words: z.record(z.string(), z.object({ label: z.string(), hint: z.string() })).default({}),
});

/** The action behind the button; the one action that belongs to no command. */
export function openKeptForm(registry: () => Registry) {
  return action({
    id: 'bot.form',
    args: { draft: text('Which draft', { max: 20 }) },
    async run({ draft: id }, ctx) {
      const draft = await ctx.store.drafts.read(ctx.member.id, id, ctx.now);
      if (!draft) return outdated();
      const { title, values, words } = kept.parse(draft.values);
      const form = formOfRef(registry(), draft.action, title, values);
      if (!form) return outdated();
      return { ...form, specs: form.specs.map((spec) => ({ ...spec, ...words[spec.name] })) };
    },
  });
}

export async function keepForm(outcome: Form | Invalid, ctx: Context): Promise<Reply> {
  const form = outcome.kind === 'form' ? outcome : outcome.form;
  const words = Object.fromEntries(
    form.specs.map(({ name, label, hint }) => [name, { label, hint }]),
  );
  const values = { title: form.title, values: keepable(form), words };
  const draft = await ctx.store.transaction((tx) =>
    tx.drafts.keep(ctx.member.id, form.submit, values, ctx.now),
  );
  const open = refer({ id: 'bot.form' }, { draft });
  if (outcome.kind === 'form')
    return say(md`One more step: please fill in a short form.`, {
      mode: 'new',
      controls: [button('Open the form', open, 'primary')],
    });
  return say(md`Nothing was saved yet:\n${formatted(bullets(problemsOf(outcome)))}`, {
    tone: 'warning',
    mode: 'new',
    controls: [button('Correct it', open, 'primary')],
  });
}

function problemsOf({ problems, form }: Invalid) {
  return Object.entries(problems).map(([name, problem]) => {
    const label = form.specs.find((spec) => spec.name === name)?.label ?? name;
    return md`**${label}** ${problem}.`;
  });
}

/** Files are not kept, and what is too long for its field is typed anew. */
function keepable(form: Form): Readonly<Record<string, unknown>> {
  const fits = (value: unknown) =>
    ['string', 'number', 'boolean'].includes(typeof value) &&
    String(value).length <= limits.longText.most;
  return Object.fromEntries(Object.entries(form.values ?? {}).filter(([, value]) => fits(value)));
}
