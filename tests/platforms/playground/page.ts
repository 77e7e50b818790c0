// What a person does on the playground's page, for tests and for the pictures of the README.

import type { Locator, Page } from 'playwright-core';

export const line = (page: Page): Locator => page.getByRole('combobox', { name: 'Type a command' });

/** The bot's latest message in the place that is shown. */
export const latest = (page: Page): Locator =>
  page.getByRole('article', { name: 'Coderounds' }).last();

/** Types one line and sends it as it is, without taking a suggestion. */
export async function say(page: Page, text: string): Promise<void> {
  await line(page).fill(text);
  await line(page).press('Escape');
  await line(page).press('Enter');
}

export const press = (page: Page, label: string): Promise<void> =>
  latest(page).getByRole('button', { name: label, exact: true }).click();

/** By the labels of the fields; choices by theirs. */
export async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label);
    const tag = await field.evaluate((element) => element.tagName);
    if (tag === 'SELECT') await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await dialog.getByRole('button', { name: 'Send' }).click();
}

export const become = (page: Page, name: string): Promise<void> =>
  page.getByRole('radio', { name }).check({ force: true });

export const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation').getByRole('button', { name: place }).click();

/** Opens the time machine, presses a step of it, and closes it again once it has arrived. */
export async function travel(page: Page, step: string | RegExp): Promise<void> {
  const machine = page.getByRole('region', { name: 'Time machine' });
  await page.getByRole('button', { name: /^Time machine/ }).click();
  const before = await machine.getByRole('listitem').count();
  await machine.getByRole('button', { name: step }).click();
  await machine.getByRole('listitem').nth(before).waitFor();
  await page.keyboard.press('Escape');
}
