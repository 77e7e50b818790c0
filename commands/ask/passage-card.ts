// A passage of the guide as a reply, with its sources and what to read next.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formatted, fromContent, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import type { Passage } from '../../src/core/answers/passage.ts';
import type { Source } from '../../src/core/source.ts';

export const read = action({
  id: 'ask.read',
  args: { passage: text('Which passage', { max: 80 }) },
  run: ({ passage }, ctx) => withPassage(passage, ctx, (found) => passageCard(found, ctx)),
});

export const share = action({
  id: 'ask.share',
  args: { passage: text('Which passage', { max: 80 }) },
  visibility: 'public',
  run: ({ passage }, ctx) =>
    withPassage(passage, ctx, (found) =>
      say(md`${formatted(body(found))}`, {
        title: found.title,
        mode: 'new',
        footnote: `Shared by ${ctx.user.name} from the guide`,
      }),
    ),
});

function withPassage(id: string, ctx: Context, use: (passage: Passage) => Reply): Reply {
  const passage = ctx.content.passages.find((p) => p.id === id);
  if (passage) return use(passage);
  return say(md`That passage is no longer in the guide. Ask again with **/ask**.`, {
    tone: 'warning',
    mode: 'new',
  });
}

export function passageCard(passage: Passage, ctx: Context, asked?: Markdown): Reply {
  const parts = [...(asked ? [asked] : []), body(passage)];
  return say(joinLines(parts, '\n\n'), {
    title: passage.title,
    controls: [...relatedTo(passage, ctx), ...shareButton(passage, ctx)],
  });
}

/** The text and its sources, which are never what gets cut. */
function body(passage: Passage): Markdown {
  const sources = passage.sources.map((source, index) =>
    sourceLine(source, index + 1, passage.verified),
  );
  return md`${formatted(fromContent(passage.text))}\n\n${formatted(...sources)}`;
}

export function sourceLine(source: Source, number: number, verified: Temporal.PlainDate): Markdown {
  const checked = source.checked ?? verified;
  return source.url
    ? md`[${number}] [${source.title}](${source.url}), checked ${checked}`
    : md`[${number}] ${source.title}, checked ${checked}`;
}

function relatedTo(passage: Passage, ctx: Context): readonly Control[] {
  return passage.related
    .slice(0, 3)
    .map((id) => ctx.content.passages.find((p) => p.id === id))
    .filter((found) => found !== undefined)
    .map(readButton);
}

export function readButton(passage: Passage): Control {
  const label = passage.title.length > 75 ? `${passage.title.slice(0, 74)}…` : passage.title;
  return button(label, refer(read, { passage: passage.id }));
}

function shareButton(passage: Passage, ctx: Context): readonly Control[] {
  return ctx.channel.kind === 'dm'
    ? []
    : [button('Share with the channel', refer(share, { passage: passage.id }))];
}
