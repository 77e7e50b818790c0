// Takes the pictures of the README anew, all or those named:
// node tests/platforms/playground/take-pictures.ts [ask quiz …]

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { install } from '../../../src/catalog/install.ts';
import { readContent } from '../../../src/content/read.ts';
import { openBrowser } from './browser.ts';
import { startCoderounds } from './coderounds.ts';
import { become, fillIn, goTo, latest, press, say, travel } from './page.ts';

const folder = join(import.meta.dirname, '../../../docs/pictures');
const wide = { viewport: { width: 1120, height: 760 }, deviceScaleFactor: 1.5 };
const tall = { viewport: { width: 1000, height: 960 }, deviceScaleFactor: 1.5 };
const phone = { viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 };

const pictures: readonly {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly play: (page: Page) => Promise<void>;
  /** Makes the folder of installed code sets. */
  readonly codes?: () => Promise<string>;
}[] = [
  { name: 'quiz', options: { ...wide, colorScheme: 'light' }, play: practise },
  { name: 'reminder', options: { ...wide, colorScheme: 'dark' }, play: waitForReminder },
  { name: 'ask', options: { ...wide, colorScheme: 'light' }, play: askAHuman },
  { name: 'round', options: { ...wide, colorScheme: 'light' }, play: playRound },
  { name: 'ceu', options: { ...tall, colorScheme: 'light' }, play: showCeus },
  { name: 'code', options: { ...wide, colorScheme: 'dark' }, play: lookUp, codes: installed },
  { name: 'phone', options: { ...phone, colorScheme: 'light' }, play: askTheGuide },
];

async function practise(page: Page): Promise<void> {
  await say(page, '/quiz start topic:“Medical terminology”');
  await press(page, 'A');
  await latest(page).getByText(/^Why:/).waitFor();
}

async function waitForReminder(page: Page): Promise<void> {
  const today = Temporal.Now.plainDateISO();
  await goTo(page, 'Coderounds');
  await say(page, '/credential add');
  await fillIn(page, {
    Credential: 'CPC',
    'Certified on': today.subtract({ months: 14 }).toString(),
    'Membership ends / first exam': today.add({ months: 7 }).toString(),
    'Due date in your tracker': today.add({ months: 7 }).toString(),
    'Total in your tracker': '36',
  });
  await press(page, 'Save');
  await press(page, 'Remind me by DM');
  await fillIn(page, { 'Time zone': 'America/New_York' });
  await say(page, '/ceu add 2 E/M audits');
  await travel(page, /^Next event/);
  await latest(page).getByText('180 days left').first().waitFor();
}

async function askAHuman(page: Page): Promise<void> {
  const question = '/ask which door of the library is open in the evening?';
  await say(page, question);
  await press(page, 'Ask a human');
  await press(page, 'Send');
  await latest(page).getByText('Sent.').waitFor();
  await become(page, 'Olivia');
  await say(page, '/guide unanswered');
  await latest(page).getByRole('combobox').selectOption({ index: 1 });
  await press(page, 'Choose');
  await press(page, 'Answer');
  await fillIn(page, {
    Title: 'By which door do we come in?',
    Answer: 'By the side door, north of the building. It is locked at ten.',
    Source: 'The librarian, asked in person',
  });
  await latest(page).getByText('Answered.').waitFor();
  await become(page, 'Maria');
  await say(page, question);
  await latest(page).getByText('side door').waitFor();
}

async function askTheGuide(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^\/ask/ }).click();
  await latest(page).getByText('36 CEUs').first().waitFor();
}

async function playRound(page: Page): Promise<void> {
  const card = (text: string) => page.getByRole('article').filter({ hasText: text }).last();
  await say(page, '/quiz group topic:“Medical terminology” count:3');
  for (const name of ['James', 'Aisha']) {
    await become(page, name);
    await card('A round begins').getByRole('button', { name: 'Join' }).click();
    await latest(page).getByText('You are in.').waitFor();
  }
  await become(page, 'Maria');
  await card('A round begins').getByRole('button', { name: 'Start now' }).click();
  const question = card('Question 1 of 3');
  for (const [name, letter] of [
    ['James', 'B'],
    ['Aisha', 'A'],
  ] as const) {
    await become(page, name);
    await question.getByRole('button', { name: letter, exact: true }).click();
    await latest(page).getByText('locked in').waitFor();
  }
}

async function showCeus(page: Page): Promise<void> {
  const today = Temporal.Now.plainDateISO();
  const due = today.add({ months: 10 }).toString();
  await goTo(page, 'Coderounds');
  for (const credential of ['CPC', 'CPMA']) {
    await say(page, '/credential add');
    await fillIn(page, {
      Credential: credential,
      'Certified on': today.subtract({ months: 40 }).toString(),
      'Membership ends / first exam': due,
    });
    await press(page, 'Save');
  }
  for (const [credits, title, category] of [
    [9, 'Auditing workshop', 'CPMA'],
    [8.5, 'Risk adjustment day', 'general'],
    [3, 'Chapter meeting', 'general'],
  ] as const)
    await say(page, `/ceu add credits:${credits} title:“${title}” category:${category}`);
  await say(page, '/ceu status');
  await latest(page).getByRole('img').waitFor();
}

/** From CMS's file beside the project, which is not part of it. */
async function installed(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'coderounds-codes-'));
  const file = join(import.meta.dirname, '../../../../shared/cms/icd10cm/FY2026-october.zip');
  const { codeSets } = readContent(join(import.meta.dirname, '../../../data'));
  await install({ file, release: 'FY2026-october', folder, calendar: codeSets });
  return folder;
}

async function lookUp(page: Page): Promise<void> {
  await say(page, '/code heart attack');
  await latest(page).getByText('I21.9').first().waitFor();
  await say(page, '/code e119');
  await latest(page).getByText('Type 2 diabetes mellitus').first().waitFor();
}

const browser = await openBrowser();
if (typeof browser === 'string') throw new Error(browser);
const wanted = process.argv.slice(2);
for (const { name, options, play, codes } of pictures) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const coderounds = await startCoderounds(codes ? { codes: await codes() } : {});
  const page = await browser.newPage({ timezoneId: 'America/New_York', ...options });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(coderounds.url);
  await page.locator('#app:not([aria-busy])').waitFor();
  await play(page);
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement.blur()');
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await coderounds.stop();
}
await browser.close();
