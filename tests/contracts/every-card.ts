// What the content of data/ looks like as replies: each passage, question and answer, exam, code set.

import { questionText, revealText } from '../../commands/quiz/card.ts';
import { type Reply, say } from '../../src/bot/reply.ts';
import { shownOrder } from '../../src/core/quiz/choosing.ts';
import { itemsOf } from '../../src/core/quiz/items.ts';
import { seeded } from '../../src/core/seeded.ts';
import { openChat } from '../chat.ts';
import { realContent } from '../world.ts';

export interface Card {
  readonly name: string;
  readonly reply: Reply;
}

/** In a test alone: its bot closes with it. */
export async function everyCard(): Promise<readonly Card[]> {
  const { passages, questions, exams, codeSets } = realContent();
  const { maria } = await openChat();
  const lines = [
    ...passages.map(({ title }) => `/ask ${title}`),
    ...exams.map(({ exam }) => `/exam start ${exam}`),
    ...codeSets.flatMap(({ name }) => [`/updates next ${name}`, `/updates list ${name}`]),
  ];
  const typed: Card[] = [];
  for (const line of lines) typed.push({ name: line, reply: await maria.type(line) });
  const asked = questions.flatMap(itemsOf).flatMap((item): readonly Card[] => {
    const shown = { ...item, order: shownOrder(item.question, seeded(3)) };
    const { id } = item.question;
    return [
      { name: `${id}, asked`, reply: say(questionText(shown)) },
      { name: `${id}, revealed`, reply: say(revealText(shown)) },
    ];
  });
  return [...typed, ...asked];
}
