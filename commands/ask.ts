import { action, refer } from '../src/bot/action.ts';
import { type CommandGroup, type Context, command } from '../src/bot/command.ts';
import { formatted, fromContent, joinLines, type Markdown, md } from '../src/bot/markdown.ts';
import { button, type Choice, type Control, type Reply, say } from '../src/bot/reply.ts';
import { text } from '../src/bot/shape.ts';
import type { Passage } from '../src/core/answers/passage.ts';
import type { Source } from '../src/core/source.ts';

const ask = command({
  name: 'ask',
  summary: 'Ask the guide: answers with their sources, or an honest “not found”',
  title: 'Ask the guide',
  options: {
    question: text('What would you like to know? Never paste patient data', { min: 2, max: 300 }),
  },
  suggest: { question: suggestTitles },
  run({ question }, ctx) {
    const asked = md`> ${question.replaceAll(/\s+/g, ' ')}`;
    const titled = ctx.content.passages.find((p) => p.title === question);
    const passage = titled ?? ctx.content.guide.answer(question)?.passage;
    if (!passage) return notFound(question, ctx, asked);
    return titled ? answer(titled, ctx) : answer(passage, ctx, asked);
  },
});

const read = action({
  id: 'ask.read',
  args: { passage: text('Which passage', { max: 80 }) },
  run: ({ passage }, ctx) => withPassage(passage, ctx, (found) => answer(found, ctx)),
});

const share = action({
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

function answer(passage: Passage, ctx: Context, asked?: Markdown): Reply {
  const parts = [...(asked ? [asked] : []), body(passage)];
  return say(joinLines(parts, '\n\n'), {
    title: passage.title,
    controls: [...relatedTo(passage, ctx), ...shareButton(passage, ctx)],
  });
}

/** The text and its sources, which are never what gets cut. */
function body(passage: Passage): Markdown {
  const sources = passage.sources.map((source, index) => sourceLine(source, index + 1, passage));
  return md`${formatted(fromContent(passage.text))}\n\n${formatted(...sources)}`;
}

function sourceLine(source: Source, number: number, passage: Passage): Markdown {
  const checked = source.checked ?? passage.verified;
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

function readButton(passage: Passage): Control {
  const label = passage.title.length > 75 ? `${passage.title.slice(0, 74)}…` : passage.title;
  return button(label, refer(read, { passage: passage.id }));
}

function shareButton(passage: Passage, ctx: Context): readonly Control[] {
  return ctx.channel.kind === 'dm'
    ? []
    : [button('Share with the channel', refer(share, { passage: passage.id }))];
}

function notFound(question: string, ctx: Context, asked: Markdown): Reply {
  const near = ctx.content.guide.find(question, 3).map((found) => readButton(found.passage));
  const hint =
    near.length > 0
      ? md`These passages come nearest:`
      : md`Try other words, or **/help** for what else I can do.`;
  return say(
    md`${formatted(asked)}\n\nThe guide does not cover that, so I will not guess. ${formatted(hint)}`,
    {
      controls: near,
    },
  );
}

/** Pinned titles while nothing is typed; then titles that begin so, that hold it, that answer it. */
function suggestTitles(typed: string, ctx: Context): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  const { passages, guide } = ctx.content;
  if (wanted === '') return passages.filter((p) => p.pinned).map(choiceOf);
  const begins = passages.filter((p) => p.title.toLowerCase().startsWith(wanted));
  const holds = passages.filter((p) => p.title.toLowerCase().includes(wanted));
  const answers = guide.find(typed, 10).map((found) => found.passage);
  return [...new Set([...begins, ...holds, ...answers])].slice(0, 25).map(choiceOf);
}

function choiceOf(passage: Passage): Choice {
  const { title } = passage;
  return { label: title.length > 75 ? `${title.slice(0, 74)}…` : title, value: title };
}

export default {
  name: 'ask',
  summary: 'Ask the guide, with sources',
  commands: [ask],
  actions: [read, share],
} satisfies CommandGroup;
