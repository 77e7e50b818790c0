import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markOf } from '../../../src/bot/mark.ts';
import { md } from '../../../src/bot/markdown.ts';
import type { Delivery, Platform } from '../../../src/bot/platform.ts';
import { button, say } from '../../../src/bot/reply.ts';
import { makeLog } from '../../../src/log.ts';
import { discord } from '../../../src/platforms/discord/connect.ts';
import {
  type Fault,
  type LocalDiscord,
  openLocalDiscord,
} from '../../fixtures/discord/local-discord.ts';
import { goodToken, members, studyHall } from '../../fixtures/discord/names.ts';

const reminder = say(md`Your cycle ends, Maria: **12** short.`, {
  controls: [button('Log CEUs', '/ceu add…', 'primary'), button('Stop these', 'ceu.stop')],
});
const hall = { kind: 'channel', channel: `discord:${studyHall}` } as const;
const maria = { kind: 'dm', user: `discord:${members.maria}` } as const;
const posting = /^\/channels\/\d+\/messages$/;

let local: LocalDiscord;
let platform: Platform;
let lines: string[];

beforeEach(async () => {
  local = await openLocalDiscord();
  lines = [];
  const log = makeLog((line) => lines.push(line));
  platform = discord({ token: goodToken, log, apiUrl: local.apiUrl });
});
afterEach(async () => {
  await platform.stop();
  await local.close();
});

const send = (to: Parameters<Platform['send']>[0] = hall, key = 'ceu:1') =>
  platform.send(to, reminder, { key });
const posts = () =>
  local.calls.filter(({ path, method }) => method === 'POST' && posting.test(path));

describe('a message that nobody asked for', () => {
  test('is posted with its mark, its nonce and no pings', async () => {
    const sent = await send();
    expect(sent).toMatchObject({ ok: true, channel: hall.channel });
    const [post] = posts();
    expect(post?.body).toMatchObject({
      enforce_nonce: true,
      nonce: expect.stringMatching(/^.{25}$/),
      allowed_mentions: { parse: [], users: [] },
    });
    expect(JSON.stringify(post?.body)).toContain(`/ceu add…${markOf('ceu:1')}`);
    expect(local.problems).toEqual([]);
  });

  test('sent twice under one key is one message', async () => {
    const first = await send(maria);
    const second = await send(maria);
    expect(second).toEqual(first);
    expect(await send(maria, 'ceu:2')).not.toEqual(first);
  });

  test('keeps silent about its text and the token, whatever goes wrong', async () => {
    for (const status of [400, 401, 403, 404, 500])
      local.fail('POST', posting, { status, body: { code: 50035, message: 'Maria' } });
    for (let i = 0; i < 5; i += 1) await send();
    expect(lines).toHaveLength(5);
    expect(lines.join()).not.toMatch(/Maria|short|MjAw/);
  });
});

describe('what Discord answers, and what becomes of the message', () => {
  const refused = (status: number, code: number): Fault => ({
    status,
    body: { code, message: 'no' },
  });

  test.each<[string, Fault, Partial<Extract<Delivery, { ok: false }>>]>([
    ['the member takes none (50007)', refused(403, 50007), { reason: 'closed' }],
    ['no server in common (50278)', refused(403, 50278), { reason: 'closed' }],
    ['no access (50001)', refused(403, 50001), { reason: 'closed' }],
    ['no permission (50013)', refused(403, 50013), { reason: 'closed' }],
    ['no such channel (10003)', refused(404, 10003), { reason: 'closed' }],
    ['thread locked (160005)', refused(400, 160005), { reason: 'closed' }],
    ['archived (50083)', refused(400, 50083), { reason: 'closed' }],
    ['sent, then deleted (10008)', refused(404, 10008), { reason: 'closed' }],
    ['AutoMod (200000)', refused(400, 200000), { reason: 'closed' }],
    ['harmful link (240000)', refused(400, 240000), { reason: 'closed' }],
    ['our own mistake (50035)', refused(400, 50035), { reason: 'closed' }],
    ['slow mode (20016)', refused(400, 20016), { reason: 'retry' }],
    ['too many posts (20028)', refused(400, 20028), { reason: 'retry' }],
    ['overloaded (130000)', refused(503, 130000), { reason: 'unknown' }],
    ['blocked for a while (40333)', refused(403, 40333), { reason: 'retry' }],
    ['a bad token', refused(401, 0), { reason: 'retry' }],
    ['a page that is not its own (403)', { status: 403, body: '<html>' }, { reason: 'retry' }],
    ['files that are too large (413)', { status: 413, body: '<html>' }, { reason: 'closed' }],
    ['an error of its own', { status: 500, body: '<html>' }, { reason: 'unknown' }],
    ['a bad gateway', { status: 502, body: '<html>' }, { reason: 'unknown' }],
    ['nothing: the line breaks before it is taken', 'cut before', { reason: 'unknown' }],
    ['nothing: the line breaks after it is taken', 'cut after', { reason: 'unknown' }],
  ])('%s', async (_, fault, expected) => {
    local.fail('POST', posting, fault);
    expect(await send()).toMatchObject({ ok: false, ...expected });
    expect(posts()).toHaveLength(1);
  });

  test('429: to be tried again after as long as Discord says', async () => {
    local.fail('POST', posting, {
      status: 429,
      body: { message: 'slow down', retry_after: 3.2, global: false },
      headers: { 'retry-after': '3.2', 'x-ratelimit-scope': 'user' },
    });
    const delivery = await send();
    expect(delivery).toMatchObject({ ok: false, reason: 'retry' });
    const wait = delivery.ok ? 0 : (delivery.after?.total('milliseconds') ?? 0);
    expect(wait).toBeGreaterThanOrEqual(3200);
    expect(wait).toBeLessThan(4000);
    expect(posts()).toHaveLength(1);
  });

  test('a limit that is known before is kept without asking', async () => {
    local.fail('POST', posting, {
      status: 200,
      body: { id: '1', channel_id: studyHall },
      headers: {
        'x-ratelimit-limit': '1',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset-after': '5',
      },
    });
    expect(await send()).toMatchObject({ ok: true });
    expect(await send()).toMatchObject({ ok: false, reason: 'retry' });
    expect(posts()).toHaveLength(1);
  });

  test('Discord is not there: it was surely not sent', async () => {
    await local.close();
    expect(await send()).toMatchObject({
      ok: false,
      reason: 'retry',
      detail: 'Discord could not be reached (ECONNREFUSED).',
    });
  });
});

describe('a direct message', () => {
  test('opens the channel first, and tells which it was', async () => {
    const sent = await send(maria);
    expect(sent).toMatchObject({ ok: true, channel: `discord:5${members.maria.slice(1)}` });
  });

  test('is closed to whoever takes none', async () => {
    local.refuseDms(members.maria);
    expect(await send(maria)).toEqual({
      ok: false,
      reason: 'closed',
      noDms: true,
      detail: 'This member takes no direct messages from the bot.',
    });
  });

  test('is not opened again where it is known', async () => {
    const sent = await send(maria);
    if (!sent.ok) throw new Error(sent.detail);
    expect(await send({ ...maria, channel: sent.channel }, 'ceu:2')).toMatchObject({ ok: true });
    expect(local.calls.filter(({ path }) => path === '/users/@me/channels')).toHaveLength(1);
  });

  test('whose channel did not open was surely not sent', async () => {
    local.fail('POST', /^\/users\/@me\/channels$/, { status: 500 });
    expect(await send(maria)).toMatchObject({ reason: 'retry' });
    local.fail('POST', /^\/users\/@me\/channels$/, {
      status: 400,
      body: { code: 40003, message: 'too fast' },
    });
    const tooFast = await send(maria);
    expect(tooFast.ok || tooFast.after?.total('minutes')).toBe(10);
    expect(tooFast).toMatchObject({ pauses: 'openings' });
    expect(posts()).toHaveLength(0);
  });
});

describe('an edit', () => {
  const editing = /^\/channels\/\d+\/messages\/\d+$/;

  test('takes pings, pictures and buttons away as it takes the text away', async () => {
    const sent = await send();
    if (!sent.ok) throw new Error(sent.detail);
    await platform.edit(sent, say(md`It has ended.`));
    expect(local.calls.at(-1)?.body).toEqual({
      flags: 1 << 15,
      components: [{ type: 17, components: [{ type: 10, content: 'It has ended.' }] }],
      allowed_mentions: { parse: [], users: [] },
      attachments: [],
    });
    expect(local.problems).toEqual([]);
  });

  test('of a message that is gone is over', async () => {
    const gone = { channel: hall.channel, messageId: '1234567890123456789' };
    expect(await platform.edit(gone, reminder)).toMatchObject({
      reason: 'closed',
      detail: 'The message has been deleted.',
    });
  });

  test('that may have been lost is simply done again', async () => {
    const sent = await send();
    if (!sent.ok) throw new Error(sent.detail);
    local.fail('PATCH', editing, 'cut after');
    expect(await platform.edit(sent, reminder)).toMatchObject({ reason: 'retry' });
    expect(await platform.edit(sent, reminder)).toEqual(sent);
  });
});

describe('after a crash', () => {
  const find = (to: Parameters<Platform['find']>[0] = hall, key = 'ceu:1') =>
    platform.find(to, reminder, key);

  test('a message is found by its mark, in a channel and in direct messages', async () => {
    for (const to of [hall, maria]) {
      const sent = await send(to, `ceu:${to.kind}`);
      await send(to, `later:${to.kind}`);
      if (!sent.ok) throw new Error(sent.detail);
      expect(await find(to, `ceu:${to.kind}`)).toEqual({
        channel: sent.channel,
        messageId: sent.messageId,
      });
      expect(await find(to, 'ceu:3')).toBe('absent');
    }
    expect(local.problems).toEqual([]);
  });

  test('a channel that shows nothing says nothing: its history may be closed to the bot', async () => {
    expect(await find()).toMatchObject({ cannot: expect.stringContaining('Read Message History') });
    expect(await find(maria)).toBe('absent');
  });

  test('a message without a button cannot be told from another', async () => {
    const found = await platform.find(hall, say(md`Hello.`), 'ceu:1');
    expect(found).toMatchObject({ cannot: expect.stringContaining('no button') });
  });

  test('looking may fail, and is tried again', async () => {
    local.fail('GET', posting, { status: 502, body: '<html>' });
    expect(await find()).toMatchObject({ ok: false, reason: 'retry' });
  });
});

test('a message whose thread did not open was sent all the same', async () => {
  local.fail('POST', /\/threads$/, { status: 403, body: { code: 50013, message: 'no' } });
  const sent = await platform.send(hall, reminder, { key: 'notice:1', thread: 'October' });
  expect(sent.ok).toBe(true);
  expect(lines).toHaveLength(1);
});
