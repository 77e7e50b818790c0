// Questions of every kind in private practice: how they are asked, answered and revealed.

import { describe, expect, test } from 'vitest';
import { answerControls, questionText, revealText } from '../../commands/quiz/card.ts';
import { checkReply } from '../../src/bot/fits.ts';
import { say } from '../../src/bot/reply.ts';
import { shownOrder } from '../../src/core/quiz/choosing.ts';
import { itemsOf } from '../../src/core/quiz/items.ts';
import type { Question } from '../../src/core/quiz/question.ts';
import { seeded } from '../../src/core/seeded.ts';
import { labelsOf, openChat, read } from '../chat.ts';
import { caseStudy, ordering, selectAll, typed } from '../core/quiz/given.ts';
import { realContent } from '../world.ts';

/** Of a bank that holds nothing else. */
async function practising(...questions: readonly Question[]) {
  const topics = [{ id: 'sums', title: 'Sums' }];
  const chat = await openChat({ content: { ...realContent(), questions, topics } });
  return { ...chat, card: await chat.maria.type('/quiz start') };
}

/** `Two` is under its letter. */
function letterOf(text: string, shown: string): string {
  const line = shown.split('\n').find((each) => each.endsWith(`. ${text}`));
  return line?.charAt(0) ?? '';
}

describe('select all', () => {
  test('letters are ticked and unticked, and count once they are submitted', async () => {
    const { maria, card } = await practising(selectAll);
    const [two, six, nine] = ['Two', 'Six', 'Nine'].map((text) => letterOf(text, read(card)));
    let shown = await maria.press(card, two ?? '');
    shown = await maria.press(shown, nine ?? '');
    expect(labelsOf(shown)).toContain(`✓ ${two}`);
    expect(read(shown)).toContain(`Chosen: ${[two, nine].sort().join(', ')}.`);
    shown = await maria.press(shown, `✓ ${nine}`);
    shown = await maria.press(shown, six ?? '');
    const reveal = await maria.press(shown, 'Submit');
    expect(reveal.tone).toBe('good');
    expect(read(reveal)).toContain(`Right. The answers are ${[two, six].sort().join(', ')}.`);
  });

  test('some of it right is partial credit, and says what is missing', async () => {
    const { maria, card } = await practising(selectAll);
    const two = letterOf('Two', read(card));
    const reveal = await maria.press(await maria.press(card, two), 'Submit');
    expect(reveal.tone).toBe('warning');
    expect(read(reveal)).toContain(`Partly right (50%). You chose ${two}; the answers are`);
    expect(read(reveal)).toContain('Seven is something else.');
  });

  test('nothing chosen is no answer', async () => {
    const { maria, card } = await practising(selectAll);
    expect(read(await maria.press(card, 'Submit'))).toContain('Choose at least one letter first');
  });

  test('two ticks at once are both kept, and the same one twice is one', async () => {
    const { maria, card } = await practising(selectAll);
    const [two, six] = ['Two', 'Six'].map((text) => letterOf(text, read(card)));
    await Promise.all([two, six, two].map((letter) => maria.press(card, letter ?? '')));
    const resumed = await maria.type('/quiz resume');
    expect(labelsOf(resumed)).toEqual(expect.arrayContaining([`✓ ${two}`, `✓ ${six}`]));
    await Promise.all([maria.press(resumed, 'Submit'), maria.press(resumed, 'Submit')]);
    const again = await maria.press(card, two ?? '');
    expect(read(again)).toContain('Right.');
  });
});

describe('put in order', () => {
  test('letters are pressed in sequence; Undo takes the last one back', async () => {
    const { maria, card } = await practising(ordering);
    const letters = ordering.items.map(({ text }) => letterOf(text, read(card)));
    let shown = await maria.press(card, letters[3] ?? '');
    expect(labelsOf(shown)).not.toContain(letters[3]);
    expect(read(shown)).toContain(`Your order: ${letters[3]}. Which comes next?`);
    shown = await maria.press(shown, 'Undo');
    for (const letter of letters) shown = await maria.press(shown, letter);
    const reveal = await maria.press(shown, 'Submit');
    expect(read(reveal)).toContain(`Right. ${letters.join(', ')} is the order.`);
    expect(read(reveal)).toContain(`✓ 1: ${letters[0]}. One (None is smaller.)`);
  });

  test('two presses for the same place at once: one is taken', async () => {
    const { maria, card } = await practising(ordering);
    const [one, ten] = ['One', 'Ten'].map((text) => letterOf(text, read(card)));
    await Promise.all([maria.press(card, one ?? ''), maria.press(card, ten ?? '')]);
    expect(read(await maria.type('/quiz resume'))).toContain(`Your order: ${one}.`);
  });

  test('what is in its place counts in part', async () => {
    const { maria, card } = await practising(ordering);
    const letters = ['One', 'Ten', 'A dozen', 'Eleven'].map((text) => letterOf(text, read(card)));
    let shown = card;
    for (const letter of letters) shown = await maria.press(shown, letter);
    const reveal = await maria.press(shown, 'Submit');
    expect(read(reveal)).toContain('Partly right: 2 of 4 stand in their place.');
  });
});

describe('typed codes', () => {
  test('a form takes them, without dots and in any order', async () => {
    const { maria, card } = await practising(typed);
    const form = await maria.pressForForm(card, 'Type the answer');
    const reveal = await maria.submit(form, { codes: 'n184 i12.9' });
    expect(reveal.tone).toBe('good');
    expect(read(reveal)).toContain('Right. E11.9 or I12.9 with N18.4 is the answer.');
  });

  test('a wrong code is told so', async () => {
    const { maria, card } = await practising(typed);
    const form = await maria.pressForForm(card, 'Type the answer');
    const reveal = await maria.submit(form, { codes: 'E11.8' });
    expect(read(reveal)).toContain('Not quite. You typed E118; the answer is E11.9');
  });

  test('what is no code is not kept, and the form comes back', async () => {
    const { maria, card, world } = await practising(typed);
    const form = await maria.pressForForm(card, 'Type the answer');
    const outcome = await maria.submitted(form, { codes: 'no idea at all' });
    expect(outcome).toMatchObject({
      kind: 'invalid',
      problems: { codes: expect.stringContaining('is not a code') },
      form: { values: { codes: 'no idea at all' } },
    });
    const me = await world.opened.store.members.find(maria.id);
    const kept = me && (await world.opened.store.privacy.export(me.id));
    expect(JSON.stringify(kept)).not.toContain('no idea');
  });
});

describe('a case', () => {
  test('is asked as its questions, one after the other, each under its note', async () => {
    const { maria, card } = await practising(caseStudy);
    expect(card.title).toBe('Question 1 of 2 · Sums');
    expect(read(card)).toContain('Case: A day at the market');
    expect(read(card)).toContain('Six apples were bought.\nTwo were eaten.');
    expect(read(card)).toContain('Question 1 of 2 on this case:');
    const reveal = await maria.press(card, letterOf('Four', read(card)));
    const second = await maria.press(reveal, 'Next question');
    expect(read(second)).toContain('Question 2 of 2 on this case:');
    const form = await maria.pressForForm(second, 'Type the answer');
    const last = await maria.submit(form, { codes: 'e119' });
    const end = await maria.press(last, 'See the result');
    expect(read(end)).toContain('You answered 2 and got 2 right.');
  });

  test('stays whole: a quiz that is too short for it leaves it out', async () => {
    const { maria } = await practising(caseStudy);
    await maria.press(await maria.type('/quiz stop'), 'Stop');
    expect(read(await maria.type('/quiz start count:1'))).toContain('There are no questions like');
  });
});

test('a kind can be asked for', async () => {
  const { maria } = await openChat();
  const card = await maria.type('/quiz start kind:order count:1');
  expect(read(card)).toContain('Press the letters in the right order');
  const asked = await maria.type('/quiz start kind:typed count:1');
  const afresh = await maria.press(asked, 'Start afresh');
  expect(labelsOf(afresh)).toContain('Type the answer');
});

test('every question of the bank fits, as a card and as an answer', () => {
  const ref = (place = 0, more = 0) => `quiz.mark?attempt=123456789012&at=${place}${more}`;
  const presses = {
    choose: ref,
    mark: (place: number) => ref(place),
    pick: ref,
    undo: (at: number) => ref(at),
    submit: 'quiz.submit',
    type: 'quiz.type',
  };
  const misfits = realContent()
    .questions.flatMap(itemsOf)
    .flatMap((item) => {
      const shown = { ...item, order: shownOrder(item.question, seeded(3)) };
      const controls = answerControls(shown, undefined, presses);
      return [
        ...checkReply(say(questionText(shown), { controls })),
        ...checkReply(say(revealText(shown))),
      ].map((misfit) => `${item.question.id}: ${misfit}`);
    });
  expect(misfits).toEqual([]);
});
