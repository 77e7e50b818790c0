// Opens one of the waiting questions by its words.

import { type Context, command } from '../../src/bot/command.ts';
import { limits } from '../../src/bot/limits.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Choice } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { questionCard } from './question-card.ts';
import { secondsOf, waitingIn } from './queue.ts';
import { thisGuide, titleChoice, toQueue } from './this-guide.ts';

export const answer = command({
  name: 'answer',
  summary: 'Answer a question that members passed on',
  title: 'Answer a question',
  audience: 'organizer',
  // A suggestion is chosen by its question's id, which may hold a long run of digits.
  options: { question: text('Words of the question', { max: 100, allows: ['number'] }) },
  suggest: { question: suggestWaiting },
  async run({ question }, ctx) {
    const guide = await thisGuide(ctx);
    const waiting = await waitingIn(guide.group, ctx.store, ctx);
    const alike =
      waiting.find(([first]) => first.id === question) ??
      waiting.find((each) => each.some((asked) => holds(asked.text, question)));
    if (alike) return questionCard(alike, secondsOf(ctx.now), guide);
    return guide.reply(md`No question that waits holds these words.`, {
      tone: 'warning',
      controls: [toQueue],
    });
  },
});

/** Suggestions are asked for by whoever types: these words are for organizers alone. */
async function suggestWaiting(typed: string, ctx: Context): Promise<readonly Choice[]> {
  if (!ctx.organizer || ctx.group === undefined) return [];
  const waiting = await waitingIn(ctx.group, ctx.store, ctx);
  return waiting
    .filter((each) => each.some((asked) => holds(asked.text, typed)))
    .slice(0, limits.choices.most)
    .map(([first]) => titleChoice(first.text, first.id));
}

function holds(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.trim().toLowerCase());
}
