import { expect, test } from 'vitest';
import { labelsOf, openChat, read } from '../chat.ts';
import { realContent } from '../world.ts';

test('a covered question is answered with numbered sources and their dates', async () => {
  const { maria } = await openChat();
  const reply = await maria.type('/ask how many CEUs do I need for my CPC?');
  expect(read(reply)).toContain('how many CEUs do I need for my CPC?');
  expect(read(reply)).toContain('36');
  expect(read(reply)).toMatch(/\[1\] .+, checked 20\d\d-\d\d-\d\d/);
  expect(labelsOf(reply)).toContain('Share with the channel');
});

test('what the guide does not cover is not guessed', async () => {
  const { maria } = await openChat();
  const reply = await maria.type('/ask which crankshaft fits a 1967 tractor engine?');
  expect(read(reply)).toContain('The guide does not cover that, so I will not guess.');
});

test('a title that was suggested opens its passage', async () => {
  const { maria } = await openChat();
  const [choice] = await maria.suggest('ask', 'question', 'ceu');
  const reply = await maria.type(`/ask ${choice?.value}`);
  expect(reply.title).toBe(choice?.value);
});

test('suggestions fit what platforms take', async () => {
  const { maria } = await openChat();
  for (const typed of ['', 'c', 'cpc', 'how', 'zzzz', 'x'.repeat(2000)]) {
    const choices = await maria.suggest('ask', 'question', typed);
    expect(choices.length).toBeLessThanOrEqual(25);
    for (const { label, value } of choices) {
      expect(label.length).toBeLessThanOrEqual(75);
      expect(value.length).toBeLessThanOrEqual(100);
    }
  }
});

test('related passages open in place, and Share posts the passage for everyone', async () => {
  const { maria, world } = await openChat();
  const passage = realContent().passages.find((p) => p.related.length > 0);
  const reply = await maria.type(`/ask ${passage?.title}`);
  const related = realContent().passages.find((p) => p.id === passage?.related[0]);
  const opened = await maria.press(reply, labelsOf(reply)[0] ?? '');
  expect(opened.title).toBe(related?.title);
  const share = reply.controls?.at(-1);
  const event = {
    kind: 'press',
    ref: share?.kind === 'button' ? share.press : '',
    user: { id: maria.id, name: 'Maria' },
    channel: { id: 'playground:study-hall', kind: 'channel' },
  } as const;
  expect(world.bot.visibility(event)).toBe('public');
  expect(read(await maria.press(reply, 'Share with the channel'))).toContain('Shared by Maria');
});

test('asking leaves nothing behind', async () => {
  const { maria, world } = await openChat();
  await maria.type('/ask is certification required?');
  expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
});

test('/ask alone opens a form', async () => {
  const { maria } = await openChat();
  const form = await maria.form('/ask');
  expect(form.title).toBe('Ask the guide');
  expect(read(await maria.submit(form, { question: 'is a degree needed?' }))).toContain('degree');
});
