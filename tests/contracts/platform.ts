// What every platform must do, as conversations. Each platform's test brings a driver that plays the
// people over the platform's real transport.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot/bot.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Ability, Delivery, MessageRef } from '../../src/bot/platform.ts';
import { button, say } from '../../src/bot/reply.ts';
import { makeWorld, type World } from '../world.ts';
import { asForm, asMessage, type Driver, type Person, type Seen, type SeenForm } from './driver.ts';
import { makeProbes, type Probes, tinyPng } from './probes.ts';

/** `open` starts the platform with the bot and signs the people in. */
export function describePlatform(name: string, open: (bot: Bot) => Promise<Driver>): void {
  describe(`${name} keeps the contract of every platform`, () => {
    let world: World;
    let driver: Driver;
    let probes: Probes;

    beforeAll(async () => {
      probes = makeProbes();
      world = await makeWorld({ groups: [probes.group] });
      driver = await open(world.bot);
    });
    afterAll(async () => {
      await driver?.close();
      await world?.close();
    });

    afterEach(() => {
      expect(driver.problems()).toEqual([]);
    });

    /** Skips with the platform's own reason where it cannot do this. */
    function able(ability: Ability, skip: (reason: string) => void): void {
      const can = driver.platform.abilities[ability];
      if (can !== true) skip(can);
    }

    describe('commands', () => {
      test('every kind of option arrives as it was given', async () => {
        const tom = driver.person('tom');
        const seen = await driver.person('maria').type('probe echo', {
          title: 'E/M audits',
          pages: 12,
          credits: 1.5,
          done: true,
          on: '2026-11-22',
          level: 'working',
          who: tom.id,
          where: driver.channel,
        });
        expect(asMessage(seen).text.split('\n')).toEqual([
          'You gave:',
          '• title = E/M audits',
          '• pages = 12',
          '• credits = 1.5',
          '• done = true',
          '• on = 2026-11-22',
          '• level = working',
          `• who = ${tom.id}`,
          `• where = ${driver.channel}`,
        ]);
      });

      test('an answer reaches the one who asked alone', async () => {
        const seen = await driver.person('maria').type('probe rich');
        expect(asMessage(seen).visibleTo).toBe('presser');
      });

      test('a command that is public answers everybody', async () => {
        const seen = await driver.person('maria').type('probe public');
        expect(asMessage(seen).visibleTo).toBe('everyone');
      });

      test('a typed line is read like the command', async ({ skip }) => {
        able('typed lines', skip);
        const seen = await driver.person('maria').line?.('probe echo “E/M audits” pages:3');
        expect(asMessage(seen).text).toContain('• title = E/M audits\n• pages = 3');
      });

      test('a value out of range is refused with a sentence', async () => {
        const seen = await driver.person('maria').type('probe echo', { title: 'x', pages: 900 });
        expect(asMessage(seen).text).toContain('pages must be at most 500');
      });

      test('while typing, at most 25 suggestions are offered', async ({ skip }) => {
        able('suggestions', skip);
        const maria = driver.person('maria');
        expect(await maria.suggest('probe suggest', 'modifier', '25')).toEqual(['Modifier 25']);
        expect(await maria.suggest('probe suggest', 'modifier', 'Modifier')).toHaveLength(25);
        expect(await maria.suggest('probe suggest', 'modifier', 'nothing such')).toEqual([]);
      });

      test('what the person can mend is said in a sentence', async () => {
        const seen = asMessage(await driver.person('maria').type('probe sorry'));
        expect(seen.text).toBe('That cycle is over. Choose another one.');
        expect(seen.visibleTo).toBe('presser');
      });

      test('a fault of ours shows a reference and nothing of its insides', async () => {
        const seen = asMessage(await driver.person('maria').type('probe bug'));
        expect(seen.text).toContain(world.faults.at(-1)?.reference);
        expect(seen.text).not.toContain('secret');
      });

      test('a command for organizers is refused to members', async () => {
        const refused = asMessage(await driver.person('maria').type('probe officers'));
        expect(refused.text).toContain('This is for organizers');
        const welcome = asMessage(await driver.person('olga').type('probe officers'));
        expect(welcome.text).toBe('Good to see you, organizer.');
      });

      test('an answer that takes longer than the platform waits arrives all the same', async () => {
        const answer = driver.person('maria').type('probe slow');
        await probes.slowStarted();
        await driver.thinking?.();
        probes.release();
        const seen = asMessage(await answer);
        expect(seen.text).toBe('Here it is, at last.');
        expect(seen.visibleTo).toBe('presser');
      });
    });

    describe('what is said', () => {
      test('title, text, fields and footnote are all there, formatted', async () => {
        const seen = asMessage(await driver.person('maria').type('probe rich'));
        expect(seen.text).toBe(richInWords);
        expect(seen.bold).toEqual(expect.arrayContaining(['Due', '12']));
        expect(seen.links).toEqual(['https://example.org/guide']);
      });

      test.each([
        ['@everyone and @here <@123> <!channel> <@U123> <#1>'],
        ['**bold** _it_ ~~no~~ ||hidden|| `code` # - > 1. x'],
        ['[bank](https://evil.example) <https://evil.example|bank> https://evil.example'],
        ['- a list\n> a quote\n# a heading\n1. a number'],
      ])('words from a person show as they were typed: %j', async (hostile) => {
        const seen = asMessage(await driver.person('maria').type('probe echo', { title: hostile }));
        expect(seen.text).toBe(`You gave:\n• title = ${hostile}`);
        expect(seen).toMatchObject({ bold: [], links: [], pings: [] });
      });

      test('one member can be named so that they notice', async ({ skip }) => {
        able('mentions', skip);
        const tom = driver.person('tom');
        const seen = await driver.person('maria').type('probe mention', { who: tom.id });
        expect(asMessage(seen).pings).toEqual([tom.id]);
      });

      test('a picture comes with its words', async ({ skip }) => {
        able('pictures', skip);
        const seen = asMessage(await driver.person('maria', 'dm').type('probe picture'));
        expect(seen.text).toBe('Half is done.');
        expect(seen.image?.alt).toBe('A bar, half full');
        expect(Buffer.from(seen.image?.bytes ?? [])).toEqual(Buffer.from(tinyPng()));
      });

      test('a file comes whole', async ({ skip }) => {
        able('files out', skip);
        const seen = asMessage(await driver.person('maria', 'dm').type('probe export'));
        const [file] = seen.files;
        expect(file?.name).toMatch(/^my.entries\.csv$/);
        expect(Buffer.from(file?.bytes ?? []).toString()).toBe('title,credits\n"E/M audits",2\n');
      });
    });

    describe('buttons and selects', () => {
      test('are all shown, with those that are off marked so', async ({ skip }) => {
        able('buttons', skip);
        const seen = asMessage(await driver.person('maria').type('probe buttons'));
        expect(seen.controls.map((control) => control.label)).toEqual([
          'Count',
          'Say it anew',
          'Share',
          'Share too late',
          'Open the form',
          'Take your time',
          'Delete',
          'Not now',
          'Pick a level',
          'Read more',
        ]);
        expect(seen.controls.filter((control) => control.disabled)).toHaveLength(1);
        expect(seen.links).toEqual(['https://example.org/guide']);
      });

      test('a press changes the message that it is on', async ({ skip }) => {
        able('buttons', skip);
        const maria = driver.person('maria');
        const first = asMessage(await maria.type('probe buttons'));
        const second = asMessage(await maria.press(first, 'Count'));
        const third = asMessage(await maria.press(second, 'Count'));
        expect(third).toMatchObject({ text: 'Pressed 2 times.', at: first.at });
      });

      test('a press can also say something anew, and leaves the message alone', async ({
        skip,
      }) => {
        able('buttons', skip);
        const maria = driver.person('maria');
        const first = asMessage(await maria.type('probe buttons'));
        const anew = asMessage(await maria.press(first, 'Say it anew'));
        expect(anew).toMatchObject({ text: 'This is a new message.', visibleTo: 'presser' });
        expect(anew.at).not.toEqual(first.at);
      });

      test('a choice in a select counts as a press', async ({ skip }) => {
        able('buttons', skip);
        const maria = driver.person('maria');
        const first = asMessage(await maria.type('probe buttons'));
        const picked = asMessage(await maria.choose(first, 'Pick a level', 'Auditor'));
        expect(picked.text).toBe('You picked Auditor.');
      });

      test('a slow press is answered in the end', async ({ skip }) => {
        able('buttons', skip);
        const maria = driver.person('maria');
        const first = asMessage(await maria.type('probe buttons'));
        const answer = maria.press(first, 'Take your time');
        await probes.slowStarted();
        await driver.thinking?.();
        probes.release();
        expect(asMessage(await answer).text).toBe('Pressed, and here at last.');
      });

      test('a press that shares is seen by all, and its refusal by the presser alone', async ({
        skip,
      }) => {
        able('buttons', skip);
        const maria = driver.person('maria');
        const own = asMessage(await maria.type('probe buttons'));
        const shared = asMessage(await maria.press(own, 'Share'));
        expect(shared).toMatchObject({ text: 'Shared with all.', visibleTo: 'everyone' });
        const refused = asMessage(await maria.press(own, 'Share too late'));
        expect(refused).toMatchObject({
          text: 'There is nothing left to share.',
          visibleTo: 'presser',
        });
      });

      test('on a message that all see, a private press answers the presser alone', async ({
        skip,
      }) => {
        able('buttons', skip);
        const shown = asMessage(await driver.person('maria').type('probe public'));
        const own = asMessage(await driver.person('tom').press(shown, 'Ask for myself'));
        expect(own).toMatchObject({ text: 'Pressed 1 times.', visibleTo: 'presser' });
        expect((await driver.look(shown.at)).text).toBe('Seen by all: 0.');
      });

      test('on a message that all see, a public press changes it for all', async ({ skip }) => {
        able('buttons', skip);
        const shown = asMessage(await driver.person('maria').type('probe public'));
        const tallied = asMessage(await driver.person('tom').press(shown, 'Tally'));
        expect(tallied).toMatchObject({ text: 'Seen by all: 1.', at: shown.at });
        expect((await driver.look(shown.at)).text).toBe('Seen by all: 1.');
      });
    });

    describe('forms', () => {
      test('open with what is known, and save what was filled in', async ({ skip }) => {
        able('forms', skip);
        const maria = driver.person('maria');
        const form = asForm(await maria.type('probe form'));
        expect(form.title).toBe('Add an entry');
        expect(form.fields).toMatchObject([
          { name: 'title', label: 'Title', required: true, value: 'E/M "audits"' },
          { name: 'notes', required: false },
          { name: 'credits', required: true },
          { name: 'completed_on', label: 'Completed on', required: true },
          { name: 'level', required: false, value: 'working' },
        ]);
        const saved = await maria.submit(form, { credits: 2.5, completed_on: '2026-11-20' });
        expect(asMessage(saved).text.split('\n')).toEqual([
          'Entry 7 is saved:',
          '• title = E/M "audits"',
          '• credits = 2.5',
          '• completed_on = 2026-11-20',
          '• level = working',
        ]);
      });

      test('a mistake keeps what was typed and lets the person correct it', async ({ skip }) => {
        able('forms', skip);
        const maria = driver.person('maria');
        const form = asForm(await maria.type('probe form'));
        const typed = { notes: 'Bring *two*\nlines', credits: 55, completed_on: '2026-11-20' };
        const again = await correct(maria, await maria.submit(form, typed), {
          credits: 'must be at most 40',
        });
        const saved = asMessage(await maria.submit(again, { credits: 4 }));
        expect(saved.text).toContain('• credits = 4');
        expect(saved.text).toContain('• notes = Bring *two*\nlines');
      });

      test('opened from a message, its answer takes the place of that message', async ({
        skip,
      }) => {
        able('forms', skip);
        const maria = driver.person('maria');
        const message = asMessage(await maria.type('probe buttons'));
        const form = asForm(await maria.press(message, 'Open the form'));
        const saved = await maria.submit(form, { credits: 1, completed_on: '2026-11-20' });
        expect(asMessage(saved).at).toEqual(message.at);
      });

      test('ask for yes or no, members, channels and files', async ({ skip }) => {
        able('forms', skip);
        const maria = driver.person('maria');
        const form = asForm(await maria.type('probe people'));
        const { id } = driver.person('tom');
        const given = { sure: true, who: id, where: driver.channel };
        const noted = asMessage(await maria.submit(form, given));
        expect(noted.text).toBe(
          `Noted:\n• sure = true\n• who = ${id}\n• where = ${driver.channel}`,
        );
      });

      test('take a file', async ({ skip }) => {
        able('files in', skip);
        const maria = driver.person('maria');
        const form = asForm(await maria.type('probe people'));
        const paper = {
          name: 'certificate.txt',
          mediaType: 'text/plain',
          bytes: new TextEncoder().encode('Two CEUs for Maria'),
        };
        const noted = asMessage(await maria.submit(form, { paper }));
        expect(noted.text).toContain(
          '• paper = certificate.txt, text/plain, 18 bytes, Two CEUs for Maria',
        );
      });

      /** The form again: in place, or by the button under the list of mistakes. */
      async function correct(
        person: Person,
        answer: Seen,
        problems: Readonly<Record<string, string>>,
      ): Promise<SeenForm> {
        if (driver.platform.abilities['form errors'] === true) {
          expect(asForm(answer).problems).toEqual(problems);
          return asForm(answer);
        }
        for (const problem of Object.values(problems))
          expect(asMessage(answer).text).toContain(problem);
        return asForm(await person.press(asMessage(answer), 'Correct it'));
      }
    });

    describe('what nobody asked for just now', () => {
      const reminder = say(md`Your AAPC cycle ends in **30** days.`, {
        title: 'Reminder',
        controls: [button('Count', 'probe.count?n=1', 'primary')],
      });

      test('a direct message arrives, and its button works', async ({ skip }) => {
        able('direct messages', skip);
        const maria = driver.person('maria', 'dm');
        const sent = await driver.platform.send({ kind: 'dm', user: maria.id }, reminder, {
          key: 'ceu:maria:aapc:30',
        });
        const seen = await driver.look(delivered(sent));
        expect(seen.text).toBe('Reminder\nYour AAPC cycle ends in 30 days.');
        expect(asMessage(await maria.press(seen, 'Count')).text).toBe('Pressed 1 times.');
      });

      test('after a crash it is found, also where a press has replaced it', async ({ skip }) => {
        able('direct messages', skip);
        const maria = driver.person('maria', 'dm');
        const to = { kind: 'dm', user: maria.id } as const;
        const key = 'ceu:maria:aapc:14';
        const at = delivered(await driver.platform.send(to, reminder, { key }));
        expect(await driver.platform.find(to, reminder, key)).toEqual(at);
        await maria.press(await driver.look(at), 'Count');
        expect(await driver.platform.find(to, reminder, key)).toEqual(at);
        expect(await driver.platform.find(to, reminder, 'ceu:maria:aapc:7')).toBe('absent');
      });

      test('a message in a channel can be edited later', async ({ skip }) => {
        able('edits', skip);
        const sent = await driver.platform.send(
          { kind: 'channel', channel: driver.channel },
          reminder,
          { key: 'notice:1' },
        );
        const at = delivered(sent);
        expect(await driver.look(at)).toMatchObject({ visibleTo: 'everyone', pings: [] });
        const edited = await driver.platform.edit(at, say(md`It has ended.`));
        expect(delivered(edited)).toEqual(at);
        expect(await driver.look(at)).toMatchObject({ text: 'It has ended.', controls: [] });
      });

      test('a thread opens under it where one is asked for', async ({ skip }) => {
        able('threads', skip);
        const sent = await driver.platform.send(
          { kind: 'channel', channel: driver.channel },
          reminder,
          { key: 'notice:2', thread: 'Questions about October' },
        );
        expect(await driver.threadsUnder(delivered(sent))).toHaveLength(1);
      });

      test('a picture can be sent', async ({ skip }) => {
        able('pictures', skip);
        const picture = say(md`Your week.`, { image: { png: tinyPng(), alt: 'Seven bars' } });
        const sent = await driver.platform.send(
          { kind: 'channel', channel: driver.channel },
          picture,
          { key: 'picture:1' },
        );
        expect((await driver.look(delivered(sent))).image?.alt).toBe('Seven bars');
      });
    });
  });
}

const richInWords = [
  'Your *cycle*',
  'Due on March 31: CPC and more in the guide.',
  '• one',
  '• two',
  '1. first',
  '2. second',
  'as the source says',
  'Done',
  '12 of 36',
  'Short_of',
  '24',
  'Checked on 2026-11-01, <not> by us',
].join('\n');

function delivered(delivery: Delivery): MessageRef {
  if (!delivery.ok) throw new Error(`It was not delivered: ${delivery.detail}`);
  return { channel: delivery.channel, messageId: delivery.messageId };
}
