// How answers reach people on Slack: in time, to the right eyes, by the ways that Slack leaves open.

import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { action } from '../../../src/bot/action.ts';
import { type CommandGroup, command } from '../../../src/bot/command.ts';
import { md } from '../../../src/bot/markdown.ts';
import { type Form, say } from '../../../src/bot/reply.ts';
import { number, specsOf, text } from '../../../src/bot/shape.ts';
import { makeProbes, type Probes, tinyPng } from '../../contracts/probes.ts';
import { openWorld } from '../../world.ts';
import { type Started, startSlack } from './drive.ts';
import { type FakePerson, personIn, thinking } from './fake-people.ts';
import { problemsIn } from './fake-slack.ts';
import { channel, type FakeMessage, othersDm, strangeChannel } from './fake-workspace.ts';

const picture = command({
  name: 'picture',
  summary: 'Shows everybody a picture',
  options: {},
  visibility: 'public',
  run: () => say(md`The board.`, { image: { png: tinyPng(), alt: 'Three bars' } }),
});
const stepFields = { word: text('A word') };
const step = action({
  id: 'extra.step',
  args: { number: number('Which') },
  fields: stepFields,
  run: ({ number: which, word }) =>
    which < 2 ? window(which + 1) : say(md`The last word was ${word}.`),
});
const window = (which: number): Form => ({
  kind: 'form',
  title: `Step ${which}`,
  submit: `extra.step?number=${which}`,
  specs: specsOf(stepFields),
});
const steps = command({
  name: 'steps',
  summary: 'Asks twice',
  options: {},
  run: () => window(1),
});
const extra: CommandGroup = {
  name: 'extra',
  summary: 'More to try',
  commands: [picture, steps],
  actions: [step],
};

let probes: Probes;
let started: Started;
let maria: FakePerson;
let tom: FakePerson;

beforeEach(async () => {
  probes = makeProbes();
  const { bot } = await openWorld({ groups: [probes.group, extra] });
  started = await startSlack(bot, 'socket');
  onTestFinished(() => started.stop());
  maria = personIn(started.fake, 'maria');
  tom = personIn(started.fake, 'tom');
});

afterEach(() => {
  expect(problemsIn(started.fake.messages)).toEqual([]);
  expect(JSON.stringify(started.log.entries)).not.toMatch(/xoxb-|xapp-|\/response\/|hidden words/);
});

const called = (method: string) => started.fake.calls.filter((call) => call.method === method);
const said = (words: string) =>
  started.fake.until(() => started.fake.messages.find((one) => one.text.includes(words)));

describe('a slash command', () => {
  test('is answered with its acknowledgement: one message, no further request', async () => {
    const body = await maria.slash(channel, '/coderounds', 'probe sorry');
    expect(body).toMatchObject({
      response_type: 'ephemeral',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(started.fake.messages).toHaveLength(1);
    expect(started.fake.calls.map((call) => call.method)).toEqual([
      'auth.test',
      'apps.connections.open',
      'users.info',
    ]);
  });

  test('that takes longer says so, and is answered by its response_url', async () => {
    const body = await maria.slash(channel, '/coderounds', 'probe slow');
    expect(body).toMatchObject({ response_type: 'ephemeral', text: thinking });
    probes.release();
    expect(await said('Here it is')).toMatchObject({ only: maria.id, channel });
  });

  test('is still answered when its response_url has expired', async () => {
    await maria.slash(channel, '/coderounds', 'probe slow');
    started.fake.expire('response addresses');
    probes.release();
    expect(await said('Here it is')).toMatchObject({ only: maria.id, channel });
    expect(called('chat.postEphemeral')).toHaveLength(1);
  });

  test('where the bot was not invited: the answer comes as a direct message at last', async () => {
    await maria.slash(strangeChannel, '/coderounds', 'probe slow');
    started.fake.expire('response addresses');
    probes.release();
    expect((await said('Here it is')).channel).toBe(started.fake.dmOf(maria.id));
  });

  test('that Slack sends twice is answered once', async () => {
    const trigger = started.fake.newTrigger();
    const payload = {
      command: '/coderounds',
      text: 'probe rich',
      user_id: maria.id,
      channel_id: channel,
      trigger_id: trigger,
      response_url: started.fake.newResponseUrl({ user: maria.id, channel }),
    };
    const first = await started.fake.tell('slash_commands', payload);
    expect(first).toHaveProperty('blocks');
    expect(await started.fake.tell('slash_commands', payload)).toEqual({});
  });

  test('by its own word is the same as behind /coderounds', async () => {
    const own = await maria.slash(channel, '/probe', 'echo title:“E/M audits”');
    const all = await maria.slash(channel, '/coderounds', 'probe echo title:"E/M audits"');
    expect(own.text).toBe(all.text);
  });

  test('/coderounds alone asks for help', async () => {
    const body = await maria.slash(channel, '/coderounds');
    expect(body.text).toContain('help');
  });

  test('with 100,000 characters is refused in a sentence', async () => {
    const body = await maria.slash(channel, '/probe', `echo ${'x'.repeat(100_000)}`);
    expect(body.text).toContain('That is too long');
  });
});

describe('who sees it', () => {
  test('in a channel, the one who asked', async () => {
    const body = await maria.slash(channel, '/probe', 'rich');
    expect(body.response_type).toBe('ephemeral');
  });

  test('between two members, the one who asked: it is not the bot’s conversation', async () => {
    const body = await maria.slash(othersDm, '/probe', 'rich');
    expect(body.response_type).toBe('ephemeral');
  });

  test('in the bot’s own conversation it stays, as nobody else reads there', async () => {
    const body = await maria.slash(started.fake.dmOf(maria.id), '/probe', 'rich');
    expect(body.response_type).toBe('in_channel');
  });

  test('an ephemeral message is replaced by its response_url, never by chat.update', async () => {
    await maria.slash(channel, '/probe', 'buttons');
    const [message] = started.fake.messages as [FakeMessage];
    await maria.press(message, 'Count');
    await said('Pressed 1 times.');
    expect(message.edits).toBe(1);
    expect(called('chat.update')).toEqual([]);
  });

  test('without a response_url an ephemeral message stays, and a new one follows', async () => {
    await maria.slash(channel, '/probe', 'buttons');
    const [message] = started.fake.messages as [FakeMessage];
    const pressed = maria.press(message, 'Take your time');
    await probes.slowStarted();
    started.fake.expire('response addresses');
    probes.release();
    await pressed;
    expect(await said('Pressed, and here')).toMatchObject({ only: maria.id });
    expect(message.edits).toBe(0);
  });

  test('in the bot’s conversation chat.update takes over from an expired response_url', async () => {
    await maria.write('probe buttons');
    const message = await said('Pressed 0 times.');
    const pressed = maria.press(message, 'Take your time');
    await probes.slowStarted();
    started.fake.expire('response addresses');
    probes.release();
    await pressed;
    await said('Pressed, and here');
    expect(message.edits).toBe(1);
  });
});

describe('a line', () => {
  test('with the bot’s name is answered to its writer alone, in the same thread', async () => {
    await maria.mention(channel, 'probe echo “E/M &amp; more” pages:3', { thread_ts: '17.5' });
    const answer = await said('title = E/M &amp; more');
    expect(answer.only).toBe(maria.id);
    expect(called('chat.postEphemeral')[0]?.args).toMatchObject({ thread_ts: '17.5' });
  });

  test('written to the bot alone is answered there', async () => {
    await maria.write('probe echo hello');
    expect((await said('title = hello')).channel).toBe(started.fake.dmOf(maria.id));
  });

  test('that asks for a form gets a button for it, since a line can open none', async () => {
    await maria.write('probe form');
    const offer = await said('fill in a short form');
    await maria.press(offer, 'Open the form');
    const { view } = await started.fake.until(() => started.fake.views.at(-1));
    expect(view.title.text).toBe('Add an entry');
  });

  test.each([
    ['a message that was edited', { subtype: 'message_changed' }],
    ['another bot', { bot_id: 'B77' }],
    ['a channel, without the bot’s name', { channel, channel_type: 'channel' }],
    ['the bot itself', { user: 'U0BOT' }],
    ['Slackbot', { user: 'USLACKBOT' }],
  ])('from %s is left alone', async (_, more) => {
    await maria.write('probe echo never', more);
    await maria.write('probe echo afterwards');
    await said('title = afterwards');
    expect(started.fake.messages).toHaveLength(1);
  });

  test('that Slack sends twice is answered once', async () => {
    await maria.write('probe echo once', { ts: '99.1' });
    await maria.write('probe echo once', { ts: '99.1' });
    await maria.write('probe echo afterwards');
    await said('title = afterwards');
    expect(started.fake.messages.filter((one) => one.text.includes('once'))).toHaveLength(1);
  });
});

describe('a form', () => {
  test('whose time to open is over becomes a button that opens it', async () => {
    started.fake.fail('views.open', { error: 'expired_trigger_id' });
    await maria.slash(channel, '/probe', 'form');
    const offer = await said('fill in a short form');
    expect(offer.only).toBe(maria.id);
    await maria.press(offer, 'Open the form');
    const { view } = await started.fake.until(() => started.fake.views.at(-1));
    expect(view.blocks[0].element.initial_value).toBe('E/M "audits"');
  });

  test('that leads to another shows it in the same window', async () => {
    await maria.slash(channel, '/extra', 'steps');
    const first = await started.fake.until(() => started.fake.views.at(-1));
    const answer = await maria.submit(first, { word: 'one' });
    expect(answer).toMatchObject({
      response_action: 'update',
      view: { title: { text: 'Step 2' } },
    });
    const second = started.fake.views.at(-1);
    if (second) await maria.submit(second, { word: 'two' });
    expect(await said('The last word was two.')).toMatchObject({ only: maria.id });
  });

  test('shows each mistake beside its field, and nothing is saved', async () => {
    await maria.slash(channel, '/probe', 'form');
    const opened = await started.fake.until(() => started.fake.views.at(-1));
    const answer = await maria.submit(opened, { credits: 55, completed_on: '2026-11-20' });
    expect(answer).toEqual({
      response_action: 'errors',
      errors: { credits: 'must be at most 40' },
    });
    expect(started.fake.messages).toEqual([]);
  });

  test('after a restart is answered as a new message', async () => {
    await maria.slash(channel, '/probe', 'form');
    const { view } = await started.fake.until(() => started.fake.views.at(-1));
    const metadata = JSON.stringify({ ...JSON.parse(view.private_metadata), place: 'gone' });
    const before = { trigger: '', view: { ...view, private_metadata: metadata } };
    await maria.submit(before, { credits: 1, completed_on: '2026-11-20' });
    expect(await said('Entry 7 is saved')).toMatchObject({ only: maria.id, channel });
  });

  test('never lets one person answer at another’s place', async () => {
    await maria.slash(channel, '/probe', 'form');
    const opened = await started.fake.until(() => started.fake.views.at(-1));
    await tom.submit(opened, { credits: 1, completed_on: '2026-11-20' });
    expect((await said('Entry 7 is saved')).only).toBe(tom.id);
  });

  test('suggests while a field is filled in, and takes what was typed as it is', async () => {
    await maria.slash(channel, '/probe', 'suggest');
    const opened = await started.fake.until(() => started.fake.views.at(-1));
    expect(await maria.suggest(opened, 'modifier', '25')).toEqual(['25', 'Modifier 25']);
    expect(await maria.suggest(opened, 'modifier', 'Modifier')).toHaveLength(26);
    expect(await maria.suggest(opened, 'modifier', '')).toHaveLength(25);
    await maria.submit(opened, { modifier: 'my own words' });
    expect(await said('You chose my own words.')).toMatchObject({ only: maria.id });
  });
});

describe('pictures and files', () => {
  test('of a private answer go to the direct messages, and the answer says so', async () => {
    await maria.slash(channel, '/probe', 'picture');
    const answer = await said('Half is done.');
    expect(answer.only).toBe(maria.id);
    expect(answer.text).toContain('The picture is in your direct messages with me.');
    const [file] = started.fake.messages.filter((one) => one.files.length > 0);
    expect(file).toMatchObject({
      channel: started.fake.dmOf(maria.id),
      files: [{ name: 'picture.png', alt: 'A bar, half full', bytes: Buffer.from(tinyPng()) }],
    });
  });

  test('that could not be sent are not said to be there', async () => {
    started.fake.fail('files.getUploadURLExternal', { status: 500 });
    await maria.slash(channel, '/probe', 'export');
    expect((await said('Your entries')).text).toContain('The file could not be sent.');
  });

  test('of a public answer are shown to all', async () => {
    await maria.slash(channel, '/extra', 'picture');
    const answer = await said('The board.');
    expect(answer.only).toBeUndefined();
    expect(started.fake.messages.find((one) => one.files.length > 0)?.channel).toBe(channel);
  });
});

describe('what is pressed', () => {
  test('a link that was followed needs no answer', async () => {
    await maria.slash(channel, '/probe', 'buttons');
    const [message] = started.fake.messages as [FakeMessage];
    expect(await maria.press(message, 'Read more')).toEqual({});
    expect(started.fake.messages).toHaveLength(1);
    expect(started.log.entries.filter((entry) => entry.level !== 'info')).toEqual([]);
  });

  test('a button of an older version says so', async () => {
    const old = started.fake.add(
      { channel, only: maria.id },
      {
        text: 'old',
        blocks: [
          {
            type: 'actions',
            elements: [
              {
                type: 'button',
                action_id: '0 gone.action?x=1',
                text: { type: 'plain_text', text: 'Old' },
              },
            ],
          },
        ],
      },
    );
    await maria.press(old, 'Old');
    expect(await said('older version')).toMatchObject({ only: maria.id });
  });
});

test('what is malformed is dropped, without a word of it in the log', async () => {
  const bad = { type: 'block_actions', user: { id: maria.id }, actions: [{ action_id: 7 }] };
  await started.fake.tell('events_api', {
    type: 'event_callback',
    event: { type: 'app_mention', user: 5, text: 'hidden words' },
  });
  await started.fake.tell('slash_commands', { command: '/probe', text: 'hidden words' });
  expect(await started.fake.tell('slash_commands', { ...bad, command: '/x' })).toEqual({});
  const body = await maria.slash(channel, '/probe', 'sorry');
  expect(body.text).toContain('That cycle is over');
  expect(started.log.entries.filter((entry) => entry.level === 'warn')).toHaveLength(3);
});
