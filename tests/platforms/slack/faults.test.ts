// What nobody plays: pauses, lost answers, dead connections. Each becomes the right delivery, and no
// message goes out twice by itself.

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { markOf } from '../../../src/bot/mark.ts';
import { md } from '../../../src/bot/markdown.ts';
import type { Delivery } from '../../../src/bot/platform.ts';
import { button, say } from '../../../src/bot/reply.ts';
import { makeProbes, tinyPng } from '../../contracts/probes.ts';
import { openWorld } from '../../world.ts';
import { type Started, startSlack } from './drive.ts';
import { personIn } from './fake-people.ts';
import type { Fault } from './fake-slack.ts';
import { channel, people } from './fake-workspace.ts';

const reminder = say(md`Your cycle ends in 30 days.`, {
  controls: [button('Log CEUs', 'ceu.log?cycle=7', 'primary')],
});
const key = 'ceu:maria:aapc:30';

let started: Started;

beforeEach(async () => {
  const { bot } = await openWorld({ groups: [makeProbes().group] });
  started = await startSlack(bot, 'socket');
  onTestFinished(() => started.stop());
});

const toChannel = (more = {}): Promise<Delivery> =>
  started.platform.send(
    { kind: 'channel', channel: `slack:T1/${channel}` },
    { ...reminder, ...more },
    { key },
  );
const posts = () => started.fake.calls.filter((call) => call.method === 'chat.postMessage');

describe('a message', () => {
  test('carries the mark of its delivery, and pings and previews nothing', async () => {
    const sent = await toChannel();
    const [message] = started.fake.messages;
    expect(sent).toEqual({ ok: true, channel: 'slack:T1/C1', messageId: message?.ts });
    expect(JSON.stringify(message?.blocks)).toContain(`0 ceu.log?cycle=7${markOf(key)}`);
    expect(posts()[0]?.args).toMatchObject({
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
      parse: 'none',
    });
  });

  test.each<[string, Fault, object]>([
    [
      '429',
      { status: 429, retryAfter: 9 },
      { reason: 'retry', after: Temporal.Duration.from({ seconds: 9 }) },
    ],
    ['429 without a time', { status: 429 }, { reason: 'retry' }],
    ['500', { status: 500 }, { reason: 'unknown' }],
    ['502 with a page', { status: 502, body: '<html>' }, { reason: 'unknown' }],
    ['200 with a page', { status: 200, body: '<html>xoxb-1</html>' }, { reason: 'unknown' }],
    ['200 with null', { status: 200, body: 'null' }, { reason: 'unknown' }],
    ['half a JSON', { status: 200, body: '{"ok":tr' }, { reason: 'unknown' }],
    ['a dropped connection', 'drop', { reason: 'unknown' }],
    ['a revoked token', { error: 'token_revoked' }, { reason: 'retry' }],
    ['an archived channel', { error: 'is_archived' }, { reason: 'closed' }],
    ['its own fault', { error: 'internal_error' }, { reason: 'unknown' }],
  ])('that Slack answers with %s is asked for once', async (_, fault, outcome) => {
    started.fake.fail('chat.postMessage', fault);
    const sent = await toChannel();
    expect(sent).toMatchObject({ ok: false, ...outcome });
    expect(JSON.stringify(sent)).not.toContain('xoxb');
    expect(started.fake.messages).toEqual([]);
    expect(await toChannel()).toMatchObject({ ok: true });
  });

  test('whose answer was lost may be there: unknown, and not sent again by itself', async () => {
    started.fake.fail('chat.postMessage', 'drop after');
    expect(await toChannel()).toMatchObject({ ok: false, reason: 'unknown' });
    expect(started.fake.messages).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  test('to a channel without the bot says how to invite it', async () => {
    const sent = await started.platform.send(
      { kind: 'channel', channel: 'slack:T1/C2' },
      reminder,
      { key },
    );
    expect(sent).toMatchObject({ reason: 'closed', detail: expect.stringContaining('/invite') });
  });

  test('to somebody who has left is closed', async () => {
    const sent = await started.platform.send({ kind: 'dm', user: 'slack:T1/U99' }, reminder, {
      key,
    });
    expect(sent).toMatchObject({ ok: false, reason: 'closed' });
  });

  test('stays delivered where its picture or its thread could not follow', async () => {
    started.fake.fail('files.completeUploadExternal', { status: 500 });
    const sent = await toChannel({ image: { png: tinyPng(), alt: 'Seven bars' } });
    expect(sent.ok).toBe(true);
    expect(started.log.entries.at(-1)?.level).toBe('warn');
  });

  test('cannot be sent while Slack is out of reach, and is not lost', async () => {
    await started.fake.close();
    await toChannel();
    expect(await toChannel()).toMatchObject({ ok: false, reason: 'retry' });
  });
});

describe('an edit', () => {
  test('of a message that is gone is closed', async () => {
    const edited = await started.platform.edit(
      { channel: 'slack:T1/C1', messageId: '1.2' },
      reminder,
    );
    expect(edited).toMatchObject({ ok: false, reason: 'closed', detail: 'The message is gone.' });
  });

  test('waits as long as Slack says', async () => {
    const sent = await toChannel();
    started.fake.fail('chat.update', { status: 429, retryAfter: 4 });
    if (!sent.ok) throw new Error(sent.detail);
    const edited = await started.platform.edit(sent, reminder);
    expect(edited).toMatchObject({
      reason: 'retry',
      after: Temporal.Duration.from({ seconds: 4 }),
    });
  });
});

describe('after a crash', () => {
  const hall = { kind: 'channel', channel: `slack:T1/${channel}` } as const;
  const find = (under = key) => started.platform.find(hall, reminder, under);

  test('a message is found by its metadata, its answer lost or not', async () => {
    started.fake.fail('chat.postMessage', 'drop after');
    await toChannel();
    const [message] = started.fake.messages;
    expect(message?.metadata.event_payload).toEqual({ mark: markOf(key) });
    expect(await find()).toEqual({ channel: 'slack:T1/C1', messageId: message?.ts });
    expect(await find('another')).toBe('absent');
  });

  test('without the scope nobody can tell', async () => {
    started.fake.fail('conversations.history', { error: 'missing_scope' });
    expect(await find()).toMatchObject({ cannot: expect.stringContaining('channels:history') });
  });

  test('whoever pressed it has it: there is nothing to look for', async () => {
    await toChannel();
    const [message] = started.fake.messages;
    if (!message) throw new Error('It was not sent.');
    await personIn(started.fake, 'maria').press(message, 'Log CEUs');
    started.fake.fail('conversations.history', { error: 'missing_scope' });
    expect(await find()).toEqual({ channel: 'slack:T1/C1', messageId: message.ts });
  });

  test('looking may fail, and is tried again', async () => {
    started.fake.fail('conversations.history', { status: 429, retryAfter: 7 });
    expect(await find()).toMatchObject({ ok: false, reason: 'retry' });
  });
});

describe('a direct message that could not be opened', () => {
  const to = { kind: 'dm', user: `slack:T1/${people.maria}` } as const;
  const send = () => started.platform.send(to, reminder, { key });

  test('was surely not sent', async () => {
    started.fake.fail('conversations.open', 'drop after');
    expect(await send()).toMatchObject({ ok: false, reason: 'retry' });
    expect(started.fake.messages).toEqual([]);
  });

  test('because Slack asks for a pause keeps the others from being opened as long', async () => {
    started.fake.fail('conversations.open', { status: 429, retryAfter: 7 });
    expect(await send()).toMatchObject({
      reason: 'retry',
      after: Temporal.Duration.from({ seconds: 7 }),
      pauses: 'openings',
    });
    started.fake.fail('chat.postMessage', { status: 429, retryAfter: 7 });
    expect(await send()).not.toHaveProperty('pauses');
  });
});

test('a direct message is opened once for many', async () => {
  const to = { kind: 'dm', user: `slack:T1/${people.maria}` } as const;
  await started.platform.send(to, reminder, { key: 'a' });
  await started.platform.send(to, reminder, { key: 'b' });
  expect(started.fake.calls.filter((c) => c.method === 'conversations.open')).toHaveLength(1);
  expect(started.fake.messages).toHaveLength(2);
});
