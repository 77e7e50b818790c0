import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/bot/reply.ts';
import { labelsOf, openChat, read } from '../chat.ts';
import { realContent } from '../world.ts';
import { covered, kinds } from './asked-kinds.ts';

describe.each(Object.entries(kinds))('%s', (_kind, { says, saysNot, offers, questions }) => {
  test('is met in its kind, ten times out of ten', async () => {
    const { maria } = await openChat();
    expect(questions).toHaveLength(10);
    const replies: [string, Reply][] = [];
    for (const question of questions)
      replies.push([question, await maria.type(`/ask ${question}`)]);
    const missed = replies.filter(([, reply]) => !says.test(read(reply)));
    expect(missed.map(([question, reply]) => `${question}: ${read(reply)}`)).toEqual([]);
    for (const [, reply] of replies) {
      if (offers) expect(labelsOf(reply)).toContain(offers);
      if (saysNot) expect(read(reply)).not.toMatch(saysNot);
    }
  });
});

test.each(Object.entries(covered))('%s', async (question, id) => {
  const { maria } = await openChat();
  const reply = await maria.type(`/ask ${question}`);
  expect(reply.title).toBe(realContent().passages.find((passage) => passage.id === id)?.title);
  expect(read(reply)).toContain(question);
  expect(read(reply)).toMatch(/\[1\] .+, checked 20\d\d-\d\d-\d\d/);
  const kept = ['Share with the channel', 'Helpful', 'Not helpful', 'Ask a human'];
  expect(labelsOf(reply)).toEqual(expect.arrayContaining(kept));
});

test('a question about a code leads to /code, with the code where it names one', async () => {
  const { maria } = await openChat();
  const byCode = await maria.type('/ask what does J45.909 mean');
  expect(labelsOf(byCode)).toContain('Look up J45.909');
  expect(read(await maria.press(byCode, 'Look up J45.909'))).toContain('No code set is installed');
  const byWords = await maria.type('/ask how do I code a broken wrist');
  expect((await maria.pressForForm(byWords, 'Look up a code')).title).toBe('Look up a code');
});
