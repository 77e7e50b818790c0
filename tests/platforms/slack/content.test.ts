import { expect, test } from 'vitest';
import { plainText } from '../../../src/bot/markdown.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { type Message, messageOf } from '../../../src/platforms/slack/render.ts';
import { everyCard } from '../../contracts/every-card.ts';
import { problemsOfMessage } from './block-kit.ts';
import { channel } from './fake-workspace.ts';
import { seenMessage } from './see.ts';

/** What is too long for Slack loses its end. */
function isWhole({ text, fields = [] }: Reply, message: Message): boolean {
  const at = { channel, ts: '1', files: [], problems: [], edits: 0 };
  const shown = squeezed(seenMessage({ ...at, ...message }, []).text);
  return [text, ...fields.map(({ value }) => value)].every((part) =>
    shown.includes(squeezed(plainText(part)).slice(-30)),
  );
}

function squeezed(words: string): string {
  return words.replaceAll(/[\s•]/g, '');
}

test('all of the content is taken by Slack, to its end', async () => {
  const misfits = (await everyCard()).flatMap(({ name, reply }) => {
    const message = messageOf(reply);
    return [
      ...problemsOfMessage({ ...message, link_names: false }),
      ...(isWhole(reply, message) ? [] : ['its end is missing']),
    ].map((problem) => `${name}: ${problem}`);
  });
  expect(misfits).toEqual([]);
});
