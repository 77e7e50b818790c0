// Pages of the playground for tests: a fresh process each time, and a real browser for all of them.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Coderounds, type Given, startCoderounds } from './coderounds.ts';

type Skip = (reason: string) => never;

export interface Visits {
  /** Skips, with the reason, where no browser starts. */
  browser(skip: Skip): Browser;
  /** A fresh process and a fresh page. */
  visit(skip: Skip, options?: BrowserContextOptions, given?: Given): Promise<Page>;
  /** So many pages of one process, each as if on a machine of its own. */
  visitTogether(skip: Skip, count: number): Promise<readonly Page[]>;
}

export function useBrowser(): Visits {
  let opened: Browser | string;
  beforeAll(async () => {
    opened = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    if (typeof opened !== 'string') await opened?.close();
  });
  const browser = (skip: Skip) => (typeof opened === 'string' ? skip(opened) : opened);
  return {
    browser,
    async visit(skip, options = {}, given = {}) {
      const from = browser(skip);
      return openPage(from, await start(given), options);
    },
    async visitTogether(skip, count) {
      const from = browser(skip);
      const coderounds = await start();
      return Promise.all(Array.from({ length: count }, () => openPage(from, coderounds, {})));
    },
  };
}

async function start(given: Given = {}): Promise<Coderounds> {
  const coderounds = await startCoderounds(given);
  onTestFinished(async () => void (await coderounds.stop()));
  return coderounds;
}

/** Nothing may go wrong on it, and it may ask nobody else for anything. */
async function openPage(from: Browser, { url }: Coderounds, options: BrowserContextOptions) {
  const context = await from.newContext({ timezoneId: 'America/New_York', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (line) => line.type() === 'error' && wrong.push(line.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      wrong.push(`The page asked for ${request.url()}.`);
  });
  onTestFinished(async () => {
    await context.close();
    expect(wrong).toEqual([]);
  });
  await page.goto(url);
  await page.locator('#app:not([aria-busy])').waitFor();
  return page;
}
