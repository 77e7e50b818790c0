// The playground in a terminal, as somebody uses it who types.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { md } from '../../../src/bot/markdown.ts';
import type { Platform } from '../../../src/bot/platform.ts';
import { button, say } from '../../../src/bot/reply.ts';
import { terminal } from '../../../src/platforms/playground/terminal.ts';
import { makeProbes } from '../../contracts/probes.ts';
import { fastFolder } from '../../fixtures/fast-folder.ts';
import { openWorld } from '../../world.ts';

interface Typist {
  /** Types a line, and reads until these words have come. */
  type(line: string, until: string): Promise<string>;
  /** Ctrl-D. */
  readonly end: () => void;
  readonly platform: Platform;
  readonly quit: Promise<void>;
}

async function open(folder = fastFolder): Promise<Typist> {
  const { bot, clock } = await openWorld({ groups: [makeProbes().group] });
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  const ended = Promise.withResolvers<void>();
  const onQuit = () => ended.resolve();
  const platform = terminal({ timeMachine: clock, input, output, folder, onQuit });
  const chunks = output[Symbol.asyncIterator]();
  const readUntil = async (words: string) => {
    let seen = '';
    while (!seen.includes(words)) {
      const { value, done } = await chunks.next();
      if (done) throw new Error(`It ended without “${words}”: ${seen}`);
      seen += value;
    }
    return seen;
  };
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  await readUntil('Maria in #study-hall> ');
  return {
    platform,
    quit: ended.promise,
    end: () => void input.end(),
    type: (line, until) => {
      input.write(`${line}\n`);
      return readUntil(until);
    },
  };
}

const backAgain = '#study-hall> ';

test('a typed line is answered, with everything around it', async () => {
  const { type } = await open();
  const said = await type('probe rich', backAgain);
  expect(said.split('\n').map((line) => line.trim())).toEqual([
    '',
    'Coderounds (only you can see this)',
    'Please note',
    'Your *cycle*',
    'Due on March 31: CPC and more in the guide <https://example.org/guide>.',
    '',
    '• one',
    '• two',
    '',
    '1. first',
    '2. second',
    '',
    '> as the source says',
    'Done',
    '12 of 36',
    'Short_of',
    '24',
    'Checked on 2026-11-01, <not> by us',
    'Maria in #study-hall>',
  ]);
});

test('buttons and choices are pressed by number', async () => {
  const { type } = await open();
  const offered = await type('/probe buttons', backAgain);
  expect(offered).toContain(
    '[1] Count   [2] Say it anew   [3] Share   [4] Share too late   [5] Open the form',
  );
  expect(offered).toContain('(Not now)');
  expect(offered).toContain('Pick a level: [8] Starter  [9] Working coder  [10] Auditor');
  expect(offered).toContain('Read more: https://example.org/guide');
  expect(await type('1', backAgain)).toContain('Pressed 1 times.');
  expect(await type('9', backAgain)).toContain('You picked Working coder.');
  expect(await type('9999', backAgain)).toContain('There is no 9999 on the screen.');
});

test('a form is asked field by field, and only what was wrong is asked again', async () => {
  const { type } = await open();
  await type('/probe form', 'Title (What the course was called) [E/M "audits"]: ');
  await type('', 'Notes (Anything to remember, optional): ');
  await type('', 'Credits (How many credits): ');
  await type('99', 'Completed on (The day on the certificate): ');
  const level = await type('11/20/2026', '[working]: ');
  expect(level).toContain('3. Auditor');
  const wrong = await type('3', 'Credits (How many credits) [99]: ');
  expect(wrong).toContain('Credits must be at most 40.');
  const saved = await type('2', backAgain);
  expect(saved).toContain('• title = E/M "audits"');
  expect(saved).toContain('• credits = 2');
  expect(saved).toContain('• completed_on = 2026-11-20');
  expect(saved).toContain('• level = auditor');
});

test('a form can be given up', async () => {
  const { type } = await open();
  await type('/probe form', ']: ');
  expect(await type(':cancel', backAgain)).toContain('Given up; nothing was sent.');
});

test('files go in from the disk, and out beside where one is', async () => {
  const folder = mkdtempSync(join(fastFolder, 'coderounds-terminal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { type } = await open(folder);
  writeFileSync(join(folder, 'certificate.pdf'), 'Two CEUs');
  await type('/probe people', 'Sure');
  await type('yes', 'Who goes with you');
  await type('2', 'Where it takes place');
  await type('', 'The certificate');
  expect(await type('/nowhere/at/all.pdf', 'The certificate')).toContain('There is no file');
  const noted = await type(join(folder, 'certificate.pdf'), backAgain);
  expect(noted).toContain('• who = playground:member-2');
  expect(noted).toContain('certificate.pdf, application/pdf, 8 bytes, Two CEUs');
  expect(await type('/probe export', backAgain)).toContain('[1] save my entries.csv');
  expect(await type('1', backAgain)).toContain('Saved as my entries.csv.');
  expect(readFileSync(join(folder, 'my entries.csv'), 'utf8')).toContain('"E/M audits",2');
  expect(await type('1', backAgain)).toContain('my entries.csv already, and it was left alone');
});

test('what the bot says by itself is shown, and its buttons are for the one addressed', async () => {
  const { type, platform } = await open();
  const reminder = say(md`Your cycle ends in **30** days.`, {
    title: 'Reminder',
    controls: [button('Count', 'probe.count?n=1')],
  });
  await platform.send({ kind: 'dm', user: 'playground:member-2' }, reminder, { key: 'a' });
  const heard = await type('', backAgain);
  expect(heard).toContain('Coderounds to James directly');
  expect(heard).toContain('[1] Count');
  expect(await type('1', backAgain)).toContain('That is for James alone.');
  await type(':as james', `James in ${backAgain}`);
  const pressed = await type('1', backAgain);
  expect(pressed).toContain('Coderounds to James directly, edited');
  expect(pressed).toContain('Pressed 1 times.');
});

test('one can be somebody else, and somewhere else', async () => {
  const { type } = await open();
  await type(':as olivia', 'Olivia in #study-hall> ');
  expect(await type('/probe officers', backAgain)).toContain('Good to see you, organizer.');
  await type(':in announcements', 'Olivia in #announcements> ');
  await type(':in dm', 'Olivia in direct messages> ');
  expect(await type(':as nobody', '> ')).toContain('Be one of: maria');
  expect(await type(':in nowhere', '> ')).toContain('Go to one of: study-hall, announcements, dm.');
  await type(':in study-hall', backAgain);
  expect(await type('/probe public', backAgain)).toContain('Coderounds in #study-hall, for Olivia');
});

test('the clock moves', async () => {
  const { type } = await open();
  expect(await type(':time', backAgain)).toContain('November 2');
  expect(await type(':time 2026-12-01T09:00', backAgain)).toContain('December 1, 2026 at 9:00');
  expect(await type(':time +1d', backAgain)).toContain('Wednesday, December 2, 2026 at 9:00');
  expect(await type(':time soon', backAgain)).toContain('Write :time +2h');
  expect(await type(':time 2200-01-01T00:00', backAgain)).toContain('between the years');
});

test('nobody’s words move the cursor', async () => {
  const { type, platform } = await open();
  const hostile = say(md`hello ${'\u001b[2J\u0007'}`, {
    title: '\u001b]0;title\u0007',
    footnote: '\u009b1m',
  });
  await platform.send({ kind: 'dm', user: 'playground:member-1' }, hostile, { key: 'b' });
  const heard = await type('', backAgain);
  expect(heard).toContain(']0;title');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  expect(heard).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test(':help says what to type, and :quit leaves', async () => {
  const { type, quit } = await open();
  expect(await type(':help', backAgain)).toContain(':as james');
  void type(':quit', 'never').catch(() => {});
  await quit;
});

test('input that ends in the middle of a form leaves, as it does anywhere', async () => {
  const { type, end, quit } = await open();
  await type('/probe form', 'Title (What the course was called)');
  end();
  await quit;
});
