// The real Bolt app in a Slack that others wrote, in both transports.

import { describe, expect, onTestFinished, test } from 'vitest';
import { markOf } from '../../../src/bot/mark.ts';
import { md } from '../../../src/bot/markdown.ts';
import { button, say } from '../../../src/bot/reply.ts';
import { slack } from '../../../src/platforms/slack/connect.ts';
import { makeProbes, tinyPng } from '../../contracts/probes.ts';
import { openWorld } from '../../world.ts';
import type { Json } from './fake-workspace.ts';
import { keepLog } from './keep-log.ts';
import {
  isInstalled,
  isPrivateNetwork,
  places,
  runInPrivate,
  startLocalSlack,
  tokens,
  waysToPrivacy,
} from './local-slack.ts';

const { channel, alice, bob } = places;

if (isPrivateNetwork() && isInstalled()) {
  describe.each(['socket', 'events'] as const)('in local-slack, with %s', (mode) => {
    conversations(mode);
  });
} else {
  test('in local-slack, in a network of its own', { timeout: 120_000 }, async ({ skip }) => {
    const ways = waysToPrivacy();
    if ('reason' in ways) return skip(ways.reason);
    const { code, said } = await runInPrivate(ways.flags, import.meta.filename);
    expect(code, said).toBe(0);
    expect(said).toMatch(/[1-9]\d* passed, 0 failed, 0 skipped/);
  });
}

async function open(mode: 'socket' | 'events') {
  const local = await startLocalSlack(mode);
  onTestFinished(() => local.close());
  const { bot } = await openWorld({ groups: [makeProbes().group] });
  const log = keepLog();
  const platform = slack({
    botToken: tokens.botToken,
    transport:
      mode === 'socket'
        ? { kind: 'socket', appToken: tokens.appToken }
        : {
            kind: 'http',
            signingSecret: tokens.signingSecret,
            port: local.requestPort,
            host: '127.0.0.1',
          },
    log,
    apiUrl: local.apiUrl,
  });
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  const said = (words: string): Promise<Json> =>
    local.until(() => local.messages().find((message) => message.text.includes(words)));
  return { local, platform, log, said };
}

function conversations(mode: 'socket' | 'events') {
  test('a command is answered to the one who typed it', async () => {
    const { local, said } = await open(mode);
    await local.command(alice, channel, '/probe', 'echo “E/M audits” pages:3');
    const answer = await said('title = E/M audits');
    expect(answer).toMatchObject({ channel, subtype: 'ephemeral', ephemeral_to: alice });
    expect(answer.text).toContain('pages = 3');
  });

  test('a public command is answered to all', async () => {
    const { local, said } = await open(mode);
    await local.command(alice, channel, '/coderounds', 'probe public');
    expect((await said('Seen by all: 0.')).ephemeral_to).toBeUndefined();
  });

  test('a mention is answered to its writer alone', async () => {
    const { local, said } = await open(mode);
    await local.write(bob, channel, '<@U0BOT> probe sorry');
    expect(await said('That cycle is over.')).toMatchObject({ channel, ephemeral_to: bob });
  });

  test('what is said among others is left alone', async () => {
    const { local, said, log } = await open(mode);
    await local.write(bob, channel, 'probe sorry');
    await local.write(bob, channel, '<@U0BOT> probe rich');
    await said('Your *cycle*');
    expect(local.messages().filter((one) => one.text.includes('cycle is over'))).toEqual([]);
    expect(log.entries.filter((entry) => entry.level !== 'info')).toEqual([]);
  });

  test('in a direct message, a button changes the message that it is on', async () => {
    const { local, said } = await open(mode);
    const dm = await directMessageOf(local, alice);
    await local.write(alice, dm, 'probe buttons');
    const first = await said('Pressed 0 times.');
    await local.press(alice, first, 'Count');
    expect((await said('Pressed 1 times.')).ts).toBe(first.ts);
  });

  test('a form shows its mistakes, and is saved when they are mended', async () => {
    const { local, said } = await open(mode);
    await local.command(alice, channel, '/probe', 'form');
    const view = await local.until(() => local.view());
    expect(view.title.text).toBe('Add an entry');
    const filled = (credits: string) => ({
      title: { title: { type: 'plain_text_input', value: 'E/M' } },
      credits: { credits: { type: 'number_input', value: credits } },
      completed_on: { completed_on: { type: 'datepicker', selected_date: '2026-11-20' } },
    });
    local.submit(alice, filled('55'));
    expect(await local.until(() => local.mistakes())).toEqual({ credits: 'must be at most 40' });
    local.submit(alice, filled('2.5'));
    const saved = await said('Entry 7 is saved');
    expect(saved).toMatchObject({ channel, ephemeral_to: alice });
    expect(saved.text).toContain('credits = 2.5');
  });

  test('a private picture is in the direct messages, and the answer says so', async () => {
    const { local, said } = await open(mode);
    await local.command(alice, channel, '/probe', 'picture');
    expect((await said('Half is done.')).text).toContain('in your direct messages');
    const dm = await directMessageOf(local, alice);
    const shared = await local.until(() =>
      local.messages().find((one) => one.channel === dm && one.files),
    );
    expect(shared.files[0]).toMatchObject({ name: 'picture.png', mimetype: 'image/png' });
    expect(await local.file(shared.files[0].url_private)).toEqual(Buffer.from(tinyPng()));
  });

  test('a reminder arrives with its mark, and is edited in place', async () => {
    const { platform, said } = await open(mode);
    const reminder = say(md`Your cycle ends in 30 days.`, {
      controls: [button('Count', 'probe.count?n=1')],
    });
    const to = { kind: 'dm', user: `slack:T01CODERS/${alice}` } as const;
    const sent = await platform.send(to, reminder, { key: 'ceu:30' });
    const message = await said('ends in 30 days');
    expect(JSON.stringify(message.blocks)).toContain(markOf('ceu:30'));
    if (!sent.ok) throw new Error(sent.detail);
    expect(sent.messageId).toBe(message.ts);
    expect(await platform.edit(sent, say(md`It is over.`))).toMatchObject({ ok: true });
    expect((await said('It is over.')).ts).toBe(message.ts);
  });
}

/** Opened by the bot's own request, as Slack does. */
async function directMessageOf(local: { apiUrl: string }, user: string): Promise<string> {
  const response = await fetch(`${local.apiUrl}conversations.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ users: user }),
  });
  const { channel: opened } = (await response.json()) as Json;
  return opened.id;
}
