// Quizzes end to end: the real process, and members in pages of their own in a real browser.

import type { Locator, Page } from 'playwright-core';
import { describe, test, vi } from 'vitest';
import { become, fillIn, latest, press, say, travel } from './platforms/playground/page.ts';
import { useBrowser } from './platforms/playground/visit.ts';

/** A process and some pages each; other tests may be at work on the same machine. */
vi.setConfig({ testTimeout: 180_000 });

const { visit, visitTogether } = useBrowser();

const card = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('article', { name: 'Coderounds' }).filter({ hasText: text }).last();

const pressOn = (on: Locator, label: string) =>
  on.getByRole('button', { name: label, exact: true }).click();

/** The second before the answer to the first can have come. */
async function pressAtOnce(page: Page, ...labels: readonly string[]): Promise<void> {
  const buttons = latest(page).getByRole('button');
  await buttons.filter({ hasText: 'Submit' }).waitFor();
  await buttons.evaluateAll((all, wanted) => {
    for (const button of all as { textContent: string; click(): void }[])
      if (wanted.includes(button.textContent)) button.click();
  }, labels);
}

describe('practice', () => {
  test('from the first question to the misses, at a pace, with every button of the reveal', async ({
    skip,
  }) => {
    const page = await visit(skip);
    await say(page, '/quiz start kind:single count:2 pace:cbcs');
    await latest(page).getByText('You have 86 seconds.').waitFor();
    await press(page, 'A');
    const first = card(page, 'Question 1 of 2');
    await first.getByText(/^Why:/).waitFor();
    await pressOn(first, 'Explain');
    await latest(page).getByText('Explained').waitFor();
    await pressOn(first, 'Save to review');
    await latest(page)
      .getByText(/comes up/)
      .first()
      .waitFor();
    await pressOn(first, 'Flag');
    await fillIn(page, { Reason: 'B would be right as well.' });
    await latest(page).getByText('without your name').waitFor();
    await pressOn(first, 'Next question');
    const second = card(page, 'Question 2 of 2');
    await pressOn(second, 'Stop');
    await press(page, 'Save for later');
    await press(page, 'Resume now');
    await latest(page).getByText('Question 2 of 2').waitFor();
    await press(page, 'B');
    await press(page, 'See the result');
    await latest(page).getByText('You answered 2').waitFor();
  });

  test('ticks, sequences and typed codes', async ({ skip }) => {
    const page = await visit(skip);
    await say(page, '/quiz start kind:select-all count:1');
    await pressAtOnce(page, 'A', 'B');
    await latest(page).getByText('Chosen: A, B.').waitFor();
    await press(page, '✓ B');
    await latest(page).getByText('Chosen: A.').waitFor();
    await press(page, 'Submit');
    await latest(page).getByText(/^Why:/).waitFor();
    await press(page, 'See the result');
    await say(page, '/quiz start kind:order count:1');
    await press(page, 'C');
    await latest(page).getByText('Your order: C.').waitFor();
    await press(page, 'Undo');
    await latest(page).getByText('the first one first').waitFor();
    await say(page, '/quiz start kind:typed count:1');
    await press(page, 'Start afresh');
    await press(page, 'Type the answer');
    await fillIn(page, { Codes: 'e119' });
    await latest(page).getByText(/^Why:/).waitFor();
  });
});

test('a round of three members in three pages', async ({ skip }) => {
  const [maria, james, aisha] = await visitTogether(skip, 3);
  if (!maria || !james || !aisha) throw new Error('There are three.');
  await become(james, 'James');
  await become(aisha, 'Aisha');
  await say(maria, '/quiz group count:1 pace:fast');
  for (const page of [james, aisha]) {
    await pressOn(card(page, 'A round begins'), 'Join');
    await latest(page).getByText('You are in.').waitFor();
  }
  await card(maria, 'A round begins').getByText('3 have joined.').waitFor();
  await pressOn(card(maria, 'A round begins'), 'Start now');
  const question = (page: Page) => card(page, 'Question 1 of 1');
  for (const page of [maria, james, aisha]) {
    await pressOn(question(page), 'A');
    await latest(page)
      .getByText(/A, locked in|Time was up/)
      .waitFor();
  }
  for (const page of [maria, james, aisha])
    await question(page)
      .getByText(/^3 answered/)
      .waitFor();
  await pressOn(question(maria), 'See the result');
  await pressOn(card(aisha, 'The round is over'), 'My result');
  await latest(aisha).getByText('You answered 1').waitFor();
});

test('a daily question over two days', async ({ skip }) => {
  const page = await visit(skip);
  await become(page, 'Olivia');
  await say(page, '/group channel');
  await say(page, '/group daily 9:00');
  await latest(page).getByText('every day at 09:00').waitFor();
  await travel(page, '+1 day');
  await become(page, 'Maria');
  await pressOn(card(page, 'Question of the day'), 'A');
  await latest(page).getByText('Your streak: 1 in a row.').waitFor();
  await travel(page, '+1 day');
  await card(page, 'Answer to the question of').getByText('1 answered').waitFor();
  await pressOn(card(page, 'Question of the day'), 'A');
  await latest(page).getByText('Your streak: 2 in a row.').waitFor();
});
