// A passage as a reply, with its sources, what to read next, and what to do about it.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { limits } from '../../src/bot/limits.ts';
import { joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { shortened } from '../../src/core/shortened.ts';
import { human } from './human.ts';
import { type Readable, readableBy } from './readable.ts';
import { voteButtons } from './votes.ts';

const passageArg = { passage: text('Which passage', { max: 80 }) };

export const read = action({
  id: 'ask.read',
  args: passageArg,
  run: ({ passage }, ctx) => withPassage(passage, ctx, (found) => passageCard(found, ctx)),
});

export const share = action({
  id: 'ask.share',
  args: passageArg,
  visibility: 'public',
  run: ({ passage }, ctx) =>
    withPassage(passage, ctx, ({ title, body, warning, mark = 'From the guide' }) =>
      say(body, {
        title,
        mode: 'new',
        footnote: footnoteOf([warning, `${mark}. Shared by ${ctx.user.name}.`]),
      }),
    ),
});

async function withPassage(
  id: string,
  ctx: Context,
  use: (passage: Readable) => Reply,
): Promise<Reply> {
  const passage = await readableBy(id, ctx);
  if (passage) return use(passage);
  return say(md`That passage is no longer in the guide. Ask again with **/ask**.`, {
    tone: 'warning',
    mode: 'new',
    onlyYou: true,
  });
}

export interface Asked {
  /** The question as it is shown. */
  readonly quoted: Markdown;
  /** What **Ask a human** passes on. */
  readonly id: string;
}

/** `near`: what else comes close to the question; without any, what the passage names as related. */
export function passageCard(
  passage: Readable,
  ctx: Context,
  asked?: Asked,
  near: readonly Readable[] = [],
): Reply {
  const { title, body, warning, mark } = passage;
  const parts = [...(asked ? [asked.quoted] : []), body];
  const footnote = footnoteOf([warning, mark && `${mark}.`]);
  return say(joinLines(parts, '\n\n'), {
    title,
    controls: [
      ...readNext(passage, near, ctx),
      ...shareButton(passage, ctx),
      ...voteButtons(passage.id),
      humanButton(asked),
    ],
    ...(warning && { tone: 'warning' }),
    ...(footnote && { footnote }),
  });
}

function footnoteOf(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

/** So many fit in the first row with Share beside them. */
const mostRelated = 3;

function readNext(
  { id, related }: Readable,
  near: readonly Readable[],
  { content }: Context,
): readonly Control[] {
  const known = related
    .map((each) => content.passages.find((passage) => passage.id === each))
    .filter((passage) => passage !== undefined);
  const others = [...near, ...known].filter((each) => each.id !== id);
  const once = [...new Map(others.map((each) => [each.id, each])).values()];
  return once.slice(0, mostRelated).map(readButton);
}

export function readButton({ id, title }: Pick<Readable, 'id' | 'title'>): Control {
  return button(shortened(title, limits.buttonLabel.most), refer(read, { passage: id }));
}

function shareButton({ id }: Readable, ctx: Context): readonly Control[] {
  return ctx.channel.kind === 'dm'
    ? []
    : [button('Share with the channel', refer(share, { passage: id }))];
}

export function humanButton(asked?: Pick<Asked, 'id'>): Control {
  return button('Ask a human', refer(human, { question: asked?.id }));
}
