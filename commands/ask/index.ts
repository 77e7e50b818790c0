import { type CommandGroup, type Context, command } from '../../src/bot/command.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Choice, Reply } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { kindOf } from '../../src/core/answers/kinds.ts';
import type { Passage } from '../../src/core/answers/passage.ts';
import { declined, inKind } from './in-kind.ts';
import { passageCard, read, share } from './passage-card.ts';

const ask = command({
  name: 'ask',
  summary: 'Ask the guide: answers with their sources, or an honest “not found”',
  title: 'Ask the guide',
  options: {
    question: text('What would you like to know? Never paste patient data', { min: 2, max: 300 }),
  },
  suggest: { question: suggestTitles },
  run({ question }, ctx) {
    const titled = ctx.content.passages.find((p) => p.title === question);
    return titled ? passageCard(titled, ctx) : answerTo(question, ctx);
  },
});

/** In its kind, unless the guide knows just these words; else from the guide, or not at all. */
async function answerTo(question: string, ctx: Context): Promise<Reply> {
  const asked = md`> ${question.replaceAll(/\s+/g, ' ')}`;
  const answered = ctx.content.guide.answer(question);
  const { passage } = answered;
  if (passage && answered.isExact) return passageCard(passage, ctx, asked);
  const kind = kindOf(question, credentialsOf(ctx));
  if (kind.kind !== 'guide') return inKind(kind, question, asked, ctx);
  return passage
    ? passageCard(passage, ctx, asked)
    : declined(question, asked, ctx, answered.notCovered);
}

function credentialsOf({ content }: Context): readonly string[] {
  return content.rulePacks.flatMap((pack) => pack.credentials.map(({ code }) => code));
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
