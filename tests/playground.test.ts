// End to end: the real process, its HTTP interface, and its page in a real browser.

import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  downloaded,
  installing,
  orderText,
  someDiagnoses,
  temporaryFolder,
} from './catalog/official.ts';
import { startCoderounds } from './platforms/playground/coderounds.ts';
import {
  become,
  fillIn,
  goTo,
  latest,
  line,
  press,
  say,
  travel,
} from './platforms/playground/page.ts';
import { useBrowser } from './platforms/playground/visit.ts';

/** A process and a page each; other tests may be at work on the same machine. */
vi.setConfig({ testTimeout: 180_000 });

const { browser, visit } = useBrowser();

const today = Temporal.Now.plainDateISO('America/New_York');
const inMonths = (months: number) => today.add({ months }).toString();

describe('practice', () => {
  test('type /quiz, pick from the suggestions, answer, see the rationale', async ({ skip }) => {
    const page = await visit(skip);
    await line(page).pressSequentially('/quiz');
    const start = page.getByRole('option', { name: /^\/quiz start/ });
    expect(await start.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await line(page).inputValue()).toBe('/quiz start ');
    await line(page).pressSequentially('kind:single ');
    await page.keyboard.press('Enter');
    const question = latest(page);
    await question.getByText('Question 1 of 10').waitFor();
    await question.getByText('Only you can see this').waitFor();
    await press(page, 'A');
    await question.getByText(/^Why:/).waitFor();
    expect(await question.textContent()).toMatch(/Right\.|Not quite\./);
    await press(page, 'Next question');
    await question.getByText('Question 2 of 10').waitFor();
    await become(page, 'James');
    await page.getByText('Welcome to #study-hall').waitFor();
  });

  test('the guide answers with sources, and an answer can be shared', async ({ skip }) => {
    const page = await visit(skip);
    await page.getByRole('button', { name: /^\/ask/ }).click();
    await latest(page).getByText('36 CEUs every two years').waitFor();
    await press(page, 'Share with the channel');
    await become(page, 'James');
    const shared = latest(page);
    await shared.getByText('36 CEUs every two years').waitFor();
    await expect.poll(() => shared.getByText('Only you can see this').count()).toBe(0);
  });
});

describe('continuing education', () => {
  test('fill the forms, move the clock, and see the reminder arrive', async ({ skip }) => {
    const page = await visit(skip);
    await say(page, '/credential add');
    await fillIn(page, {
      Credential: 'CPC',
      'Certified on': inMonths(-14),
      'Membership ends / first exam': inMonths(7),
      'Due date in your tracker': inMonths(7),
      'Total in your tracker': '36',
    });
    await press(page, 'Save');
    await press(page, 'Remind me by DM');
    await fillIn(page, { 'Time zone': 'America/New_York' });
    await page.getByRole('button', { name: /^Coderounds 1 unread/ }).waitFor();

    await say(page, '/ceu add');
    await fillIn(page, { Credits: '1000', Title: 'E/M audits' });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('This must be at most 100.').waitFor();
    expect(await dialog.getByLabel('Title').inputValue()).toBe('E/M audits');
    await fillIn(page, { Credits: '2' });
    await latest(page).getByText('Logged: 2 credits').waitFor();

    await travel(page, /^Next event/);
    await page.getByRole('button', { name: /^Time machine/ }).click();
    await page.getByRole('button', { name: /^DM to Maria/ }).click();
    await latest(page).getByText('180 days left').first().waitFor();
    await press(page, 'Log CEUs');
    await page.getByRole('dialog', { name: 'Log CEUs' }).waitFor();
  });
});

describe('the group', () => {
  test('an organizer plans a daily question, and it comes every day', async ({ skip }) => {
    const page = await visit(skip);
    await goTo(page, 'announcements');
    await become(page, 'Olivia');
    await say(page, '/group daily');
    await press(page, 'Set it up');
    await fillIn(page, { Channel: '#announcements', Time: '08:00' });
    await travel(page, '+1 day');
    const question = latest(page);
    await question.getByText('Question of the day').first().waitFor();
    await question.getByRole('button', { name: 'B', exact: true }).click();
    await latest(page).getByText('Only you can see this').waitFor();
    await become(page, 'Aisha');
    await expect.poll(() => page.getByText('Only you can see this').count()).toBe(0);
  });
});

describe('the page', () => {
  test('is used by keyboard alone', async ({ skip }) => {
    const page = await visit(skip);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = page.getByRole('option').nth(1);
    expect(await second.getAttribute('aria-selected')).toBe('true');
    expect(await line(page).getAttribute('aria-activedescendant')).toBe('suggestion-1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('/ceu a');
    await page.keyboard.press('Tab');
    expect(await line(page).inputValue()).toBe('/ceu add ');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await focused(page)).toBe('Credits');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Type a command');
    await page.keyboard.press('ArrowUp');
    expect(await line(page).inputValue()).toBe('/ceu add');
  });

  test('suggests values while they are typed', async ({ skip }) => {
    const page = await visit(skip);
    await line(page).pressSequentially('/quiz start topic:term');
    const found = page.getByRole('option').first();
    await found.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await line(page).inputValue()).toBe('/quiz start topic:“Medical terminology” ');
    await page.keyboard.press('Enter');
    await latest(page).getByText('Medical terminology').first().waitFor();
  });

  test('looks up a code that is suggested, once a code set is installed', async ({ skip }) => {
    const codes = temporaryFolder();
    const page = await visit(skip, {}, { codes });
    await say(page, '/code e11.9');
    await latest(page).getByText('No code set is installed here yet').waitFor();
    await installing(downloaded(orderText(someDiagnoses)), codes, { release: 'FY2027-october' });
    // The folder is taken to be as it was for half a second.
    const suggested = page.getByRole('option', { name: /^I21\.9 Acute myocardial/ });
    const typedAgain = async () => {
      await line(page).fill('');
      await line(page).pressSequentially('/code heart att');
      return suggested.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    };
    await expect.poll(typedAgain, { timeout: 20_000 }).toBe(true);
    await suggested.click();
    await page.keyboard.press('Enter');
    await latest(page).getByText('Billable').waitFor();
    await press(page, '↑ I21 Acute myocardial infarction');
    await latest(page).getByText('Header').waitFor();
    await latest(page).getByText('Valid does not mean correct').waitFor();
  });

  test('fits a phone', async ({ skip }) => {
    const page = await visit(skip, { viewport: { width: 360, height: 740 } });
    await say(page, '/help');
    await latest(page).getByText('independent').waitFor();
    const overflow = () =>
      page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(await overflow()).toBe(0);
    await page.getByRole('button', { name: 'Places and people' }).click();
    await goTo(page, 'announcements');
    await page.getByRole('heading', { name: '#announcements', exact: true }).waitFor();
    await page.getByRole('button', { name: /^Time machine/ }).click();
    expect(await overflow()).toBe(0);
  });

  test('comes to what one asked for, also from the top of a long answer', async ({ skip }) => {
    const page = await visit(skip, { viewport: { width: 900, height: 420 } });
    await say(page, '/help');
    await latest(page).getByText('independent').waitFor();
    await say(page, '/settings');
    const settings = latest(page).getByText('Your settings');
    await settings.waitFor();
    const scroller = await page.locator('#scroller').boundingBox();
    const answer = await settings.boundingBox();
    if (!scroller || !answer) throw new Error('Nothing is shown.');
    expect(answer.y).toBeLessThan(scroller.y + scroller.height);
  });

  test('shows what happens elsewhere as it happens', async ({ skip }) => {
    const page = await visit(skip);
    const other = await browser(skip).newPage();
    onTestFinished(() => other.close());
    await other.goto(page.url());
    await goTo(other, 'announcements');
    await say(page, '/ask How long is the CPC exam?');
    await press(page, 'Share with the channel');
    await other.getByRole('button', { name: 'study-hall 1 unread' }).click();
    await latest(other).getByText('CPC').first().waitFor();
  });

  test('says so when Coderounds stops', async ({ skip }) => {
    const from = browser(skip);
    const coderounds = await startCoderounds();
    const page = await from.newPage();
    onTestFinished(() => page.close());
    await page.goto(coderounds.url);
    await page.locator('#app:not([aria-busy])').waitFor();
    expect(await coderounds.stop()).toBe(0);
    await page.getByRole('alert').getByText('The playground does not answer.').waitFor();
    await say(page, '/help');
    await page.getByText('Is it still running?').waitFor();
  });
});

/** The accessible name of what has the focus. */
async function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    "document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.firstChild.textContent",
  );
}

describe('an exam set', () => {
  test('is begun, rests for a day, goes on where it was, and is handed in', async ({ skip }) => {
    const page = await visit(skip);
    await goTo(page, 'Coderounds');
    await say(page, '/exam start exam:CPC length:quarter');
    await latest(page).getByText('64 of 100 CPC questions').waitFor();
    await press(page, 'Begin');
    await latest(page).getByText('Question 1 of 9 · CPC mock exam').waitFor();
    await press(page, 'A');
    await latest(page).getByRole('button', { name: '✓ A' }).waitFor();
    await press(page, 'Mark for later');
    await latest(page).getByRole('button', { name: 'Marked ✓' }).waitFor();
    await press(page, 'Pause');
    await latest(page)
      .getByText(/rests, with \d+ min left/)
      .waitFor();
    await travel(page, '+1 day');
    await say(page, '/exam resume');
    await latest(page)
      .getByText(/Question 2 of 9 · CPC mock exam · \d+ min left/)
      .waitFor();
    await press(page, 'Overview');
    await latest(page).getByText('Marked for later: 1').waitFor();
    await press(page, 'Hand in');
    await latest(page).getByText('8 have no answer').waitFor();
    await press(page, 'Hand in');
    await latest(page).getByText('Report · CPC mock exam').waitFor();
    await latest(page).getByText('This does not forecast passing.').waitFor();
  });
});
