// The playground's HTTP interface: what it answers, to whom, and what it refuses.

import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { md } from '../../../src/bot/markdown.ts';
import { button, say } from '../../../src/bot/reply.ts';
import { type Playground, playground } from '../../../src/platforms/playground/connect.ts';
import type { MessageJson } from '../../../src/platforms/playground/render.ts';
import { makeProbes } from '../../contracts/probes.ts';
import { openWorld } from '../../world.ts';
import { ask, quiet } from './ask.ts';

const from = {
  user: { id: 'playground:member-1', name: 'Maria' },
  channel: { id: 'playground:study-hall', kind: 'channel' },
};
const dm = { id: 'playground:dm-member-1', kind: 'dm' };

async function open(): Promise<Playground> {
  const { bot, clock } = await openWorld({ groups: [makeProbes().group] });
  const place = playground({ port: 0, log: quiet, timeMachine: clock });
  await place.start(bot);
  onTestFinished(() => place.stop());
  return place;
}

const event = (place: Playground, more: object) =>
  ask<Record<string, unknown>>(place, '/api/events', { ...from, ...more });

describe('what it tells', () => {
  test('the commands, with what each asks for', async () => {
    const groups = await ask<{ name: string; commands: { name: string; specs: unknown[] }[] }[]>(
      await open(),
      '/api/commands',
    );
    expect(groups.map(({ name }) => name)).toEqual(['probe']);
    const suggest = groups[0]?.commands.find(({ name }) => name === 'suggest');
    expect(suggest).toMatchObject({
      path: 'probe suggest',
      summary: 'Suggests while you type',
      audience: 'member',
      specs: [{ name: 'modifier', is: 'text', required: true, suggests: true }],
    });
  });

  test('who is there and where', async () => {
    expect(await ask(await open(), '/api/group')).toMatchObject({
      id: 'playground:study-group',
      channels: [{ id: 'playground:study-hall' }, { id: 'playground:announcements' }],
      people: [
        { id: 'playground:member-1', name: 'Maria', organizer: false },
        { id: 'playground:member-2' },
        { id: 'playground:member-3' },
        { id: 'playground:organizer', organizer: true },
      ],
    });
  });

  test('every file of the page, and nothing else of the disk', async () => {
    const place = await open();
    const folder = join(import.meta.dirname, '../../../src/platforms/playground/page');
    const files = readdirSync(folder).filter((name) => /\.(?:js|css|svg)$/.test(name));
    for (const path of ['/', ...files.map((name) => `/${name}`)]) {
      const response = await fetch(place.url() + path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      await response.body?.cancel();
    }
    for (const path of ['/tsconfig.json', '/types.ts', '/../connect.ts', '/%2e%2e/connect.ts'])
      expect((await fetch(place.url() + path)).status).toBe(404);
  });

  test('a page that loads nothing from outside', async () => {
    const html = await (await fetch(`${(await open()).url()}/`)).text();
    const loaded = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1]);
    expect(loaded.filter((path) => !/^[/#][\w.-]*$/.test(path ?? ''))).toEqual([]);
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style| style=| on\w+=/);
  });
});

describe('who somebody is', () => {
  test('an organizer is who is called so, whatever else is posted', async () => {
    const place = await open();
    const claims = { admin: true, roles: ['organizer'], organizer: true };
    const line = { kind: 'line', line: '/probe officers', ...claims };
    expect((await event(place, line)).text).toContain('This is for organizers');
    const olivia = { ...line, user: { id: 'playground:organizer' } };
    expect((await event(place, olivia)).text).toBe('Good to see you, organizer.');
  });

  test.each(['discord:1234', 'slack:T1/U2', 'member-1', 'playground:', 7])(
    'nobody can be %j here',
    async (id) => {
      await expect(
        event(await open(), { kind: 'line', line: '/probe rich', user: { id } }),
      ).rejects.toThrow('user.id must be an id, such as playground:member-1.');
    },
  );

  test('a member named with @, and a channel with #, arrive as ids', async () => {
    const place = await open();
    const line = '/probe echo who:@James where:#study-hall title:“ask @james in #study-hall”';
    expect((await event(place, { kind: 'line', line })).text).toContain(
      'who = playground:member-2\n- where = playground:study-hall',
    );
    const options = { title: '@james', who: '@aisha' };
    const typed = await event(place, { kind: 'command', path: 'probe echo', options });
    expect(typed.text).toContain('title = @james\n- who = playground:member-3');
  });
});

describe('what it remembers', () => {
  const reminder = say(md`Your cycle ends in **30** days.`, {
    controls: [button('Count', 'probe.count?n=1')],
  });
  const maria = { kind: 'dm', user: 'playground:member-1' } as const;
  const messages = (place: Playground, address: string) =>
    ask<MessageJson[]>(place, `/api/messages?${address}`);

  test('messages nobody asked for, oldest first, each under its own address', async () => {
    const place = await open();
    await place.send(maria, reminder, { key: 'a' });
    await place.send(maria, say(md`And another.`), { key: 'b' });
    const hall = { kind: 'channel', channel: 'playground:study-hall' } as const;
    await place.send(hall, say(md`For all.`), { key: 'c', thread: 'Questions' });
    expect(await messages(place, 'user=playground:member-1')).toMatchObject([
      { kind: 'reply', text: 'Your cycle ends in **30** days.', to: maria },
      { text: 'And another.' },
    ]);
    expect(await messages(place, 'user=playground:member-2')).toEqual([]);
    expect(await messages(place, 'channel=playground:study-hall')).toMatchObject([
      { text: 'For all.', thread: 'Questions', at: '2026-11-22T15:00:00Z', edited: false },
    ]);
    await expect(messages(place, 'who=me')).rejects.toThrow('Say whose: ?channel=');
  });

  test('the same key posts once', async () => {
    const place = await open();
    const first = await place.send(maria, reminder, { key: 'a' });
    expect(await place.send(maria, reminder, { key: 'a' })).toEqual(first);
    expect(await messages(place, 'user=playground:member-1')).toHaveLength(1);
  });

  test('a press in a direct message changes that message, and keeps its place', async () => {
    const place = await open();
    await place.send(maria, reminder, { key: 'a' });
    await place.send(maria, say(md`Later.`), { key: 'b' });
    const [sent] = await messages(place, 'user=playground:member-1');
    const [count] = sent?.controls ?? [];
    const ref = count && 'press' in count ? count.press : '';
    expect(ref).toMatch(/^probe\.count\?n=1~[\w-]{10}$/);
    await event(place, { kind: 'press', ref, channel: dm, message: sent?.id });
    expect(await messages(place, 'user=playground:member-1')).toMatchObject([
      { id: sent?.id, text: 'Pressed 1 times.', edited: true },
      { text: 'Later.' },
    ]);
  });

  test('what was said before it stopped cannot be edited, and it says so', async () => {
    const place = await open();
    const gone = { channel: 'playground:study-hall', messageId: 'm7' } as const;
    expect(await place.edit(gone, reminder)).toMatchObject({ ok: false, reason: 'closed' });
  });

  test('it is told live, and a listener that comes back hears what it missed', async () => {
    const place = await open();
    const first = await listen(place, '');
    await place.send(maria, reminder, { key: 'a' });
    const heard = await first.until('30');
    first.end();
    const id = /id: (\S+)/.exec(heard)?.[1] ?? '';
    const delivery = await place.send(maria, say(md`Missed.`), { key: 'b' });
    if (delivery.ok) await place.edit(delivery, say(md`Missed, and edited.`));
    await place.send({ kind: 'dm', user: 'playground:member-2' }, say(md`Secret.`), { key: 'c' });
    const again = await listen(place, '?user=playground:member-1', id);
    const rest = await again.until('Missed, and edited.');
    again.end();
    expect(rest).not.toContain('in **30** days');
    expect(rest).not.toContain('Secret.');
  });
});

describe('the clock', () => {
  test('is read and moved, by moment or by span', async () => {
    const place = await open();
    expect(await ask(place, '/api/clock')).toEqual({ now: '2026-11-22T15:00:00Z' });
    expect(await ask(place, '/api/clock', { now: '2026-11-23T09:00:00Z' })).toEqual({
      now: '2026-11-23T09:00:00Z',
      messages: [],
    });
    const moved = await ask<{ now: string }>(place, '/api/clock', { forward: 'PT1H' });
    expect(moved.now).toBe('2026-11-23T10:00:00Z');
    expect(await ask(place, '/api/clock', { to: 'next' })).toMatchObject(moved);
  });

  test.each([
    [{ now: 'tomorrow' }, 'Write moments as 2026-09-01T13:00:00Z'],
    [{ now: '9999-01-01T00:00:00Z' }, 'between the years 2000 and 2100'],
    [{ forward: 'a day' }, 'time spans as PT1H or P1D'],
    [{ forward: 'P300000Y' }, 'That is too far.'],
    [{}, 'must be {"now":"2026-09-01T13:00:00Z"}'],
  ])('%j is refused with a sentence', async (body, sentence) => {
    const place = await open();
    await expect(ask(place, '/api/clock', body)).rejects.toThrow(sentence);
    expect(await ask(place, '/api/clock')).toEqual({ now: '2026-11-22T15:00:00Z' });
  });
});

describe('what it refuses', () => {
  test.each([
    ['not JSON', '{"kind":', 400, 'The body is not JSON.'],
    ['nothing', '', 400, 'The body is not JSON.'],
    ['a list', '[]', 400, 'must be'],
    ['nothing typed', JSON.stringify({ ...from, kind: 'line' }), 400, 'line must be text.'],
    ['an unknown kind', JSON.stringify({ ...from, kind: 'dance' }), 400, 'kind must be command'],
    [
      'a strange value',
      JSON.stringify({ ...from, kind: 'command', path: 'probe echo', options: { paper: {} } }),
      400,
      'options.paper must be text, a number, true or false, or a file',
    ],
    ['brackets without end', '['.repeat(2_000_000), 400, 'The body is not JSON.'],
    ['sixteen megabytes', `"${'x'.repeat(16_000_000)}"`, 413, 'at most 15 MB fit'],
  ])('%s', async (_name, body, status, sentence) => {
    const place = await open();
    const response = await fetch(`${place.url()}/api/events`, { method: 'POST', body });
    expect(response.status).toBe(status);
    expect(((await response.json()) as { error: string }).error).toContain(sentence);
    expect((await event(place, { kind: 'line', line: '/probe rich' })).kind).toBe('reply');
  });

  test('100,000 characters in an option are a sentence to the person', async () => {
    const title = 'x'.repeat(100_000);
    const place = await open();
    const typed = await event(place, { kind: 'command', path: 'probe echo', options: { title } });
    expect(typed.text).toContain('**title** must have at most 6000 characters');
    const line = await event(place, { kind: 'line', line: `/probe echo ${title}` });
    expect(line.text).toContain('That is too long');
    const suggested = { ...from, path: 'probe suggest', option: 'modifier', typed: title };
    expect(await ask(place, '/api/suggest', suggested)).toEqual([]);
  });

  test('names that objects have by nature are names like others', async () => {
    const options = JSON.parse('{"__proto__": "x", "constructor": "y"}');
    const said = await event(await open(), { kind: 'command', path: 'probe echo', options });
    expect(said.text).toContain('**constructor** is not something that can be given here');
  });

  test.each([
    ['another name for this machine', { host: 'evil.example' }],
    ['another name with a port', { host: 'localhost.evil.example:3000' }],
    ['a post from another site', { origin: 'https://evil.example' }],
    ['a post from a page without origin', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['a request that a browser calls foreign', { 'sec-fetch-site': 'cross-site' }],
  ])('%s', async (_name, headers) => {
    const { status, text } = await post(await open(), headers);
    expect(status).toBe(403);
    expect(text).toMatch(/localhost and 127\.0\.0\.1 only|its own page only/);
  });

  test('but not its own page', async () => {
    const place = await open();
    const { host, origin } = new URL(place.url());
    const own = { host, origin, 'sec-fetch-site': 'same-origin' };
    expect((await post(place, own)).status).toBe(200);
  });

  test('a wrong method or path, with the right one', async () => {
    const place = await open();
    await expect(ask(place, '/api/events')).rejects.toThrow('/api/events is asked with POST.');
    await expect(ask(place, '/api/commands', {})).rejects.toThrow('asked with GET.');
    await expect(ask(place, '/etc/passwd')).rejects.toThrow('There is nothing here.');
  });

  test('whoever does not come over 127.0.0.1: other addresses of the machine are deaf', async () => {
    const { port } = new URL((await open()).url());
    await expect(fetch(`http://127.0.0.2:${port}/api/clock`)).rejects.toThrow('fetch failed');
  });

  test('a port that is in use', async () => {
    const place = await open();
    const { bot, clock } = await openWorld({ groups: [] });
    const second = playground({
      port: Number(new URL(place.url()).port),
      log: quiet,
      timeMachine: clock,
    });
    await expect(second.start(bot)).rejects.toThrow('EADDRINUSE');
    await second.stop();
  });
});

/** With headers that `fetch` would set by itself. */
function post(place: Playground, headers: Record<string, string>) {
  const body = JSON.stringify({ ...from, kind: 'line', line: '/probe rich' });
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const { port } = new URL(place.url());
  const options = { host: '127.0.0.1', port, path: '/api/events', method: 'POST', headers };
  request(options, async (response) => {
    const text = (await response.toArray()).join('');
    resolve({ status: response.statusCode ?? 0, text });
  })
    .on('error', reject)
    .end(body);
  return promise;
}

async function listen(place: Playground, query: string, lastEventId?: string) {
  const gone = new AbortController();
  const response = await fetch(`${place.url()}/api/stream${query}`, {
    signal: gone.signal,
    ...(lastEventId !== undefined && { headers: { 'last-event-id': lastEventId } }),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return {
    async until(words: string): Promise<string> {
      let heard = '';
      while (!heard.includes(words)) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error(`It ended without “${words}”: ${heard}`);
        heard += value;
      }
      return heard;
    },
    end: () => gone.abort(),
  };
}
