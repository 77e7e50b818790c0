// What discord.js would let grow or hold back by its defaults.

import { once } from 'node:events';
import { type Client, RESTEvents } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { md } from '../../../src/bot/markdown.ts';
import { say } from '../../../src/bot/reply.ts';
import { makeLog } from '../../../src/log.ts';
import { type Calls, makeCalls } from '../../../src/platforms/discord/calls.ts';
import {
  makeClient,
  makeDeliveryRest,
  onInteraction,
  restOptions,
} from '../../../src/platforms/discord/client.ts';
import { type Interaction, readInteraction } from '../../../src/platforms/discord/read.ts';
import { renderMessage } from '../../../src/platforms/discord/render.ts';
import { mostSockets } from '../../../src/platforms/discord/sockets.ts';
import { type LocalDiscord, openLocalDiscord } from '../../fixtures/discord/local-discord.ts';
import { goodToken, guild, studyHall } from '../../fixtures/discord/names.ts';

const rendered = renderMessage(say(md`Done.`));

let local: LocalDiscord;
let client: Client;
let calls: Calls;
let lines: string[];
let taken: Interaction[];

beforeEach(async () => {
  local = await openLocalDiscord({ latency: 20 });
  lines = [];
  taken = [];
  const log = makeLog((line) => lines.push(line));
  const parts = { log, apiUrl: local.apiUrl, sweepEvery: 50 };
  client = makeClient(parts, restOptions(parts));
  calls = makeCalls(client.rest, () => client.application?.id ?? '');
  onInteraction(client, (raw) => {
    const interaction = readInteraction(raw, []);
    if (interaction) taken.push(interaction);
  });
  await client.login(goodToken);
});
afterEach(async () => {
  await client.destroy();
  await local.close();
});

/** Interactions of as many different members, as they come in. */
async function receive(count: number): Promise<readonly Interaction[]> {
  for (let i = 0; i < count; i += 1) {
    const user = { id: String(1_000_000_000_000_000_000n + BigInt(i)), username: `member ${i}` };
    local.interact({
      type: 2,
      guild_id: guild,
      channel_id: studyHall,
      channel: { id: studyHall, type: 0, name: 'study-hall', guild_id: guild },
      guild: { id: guild, locale: 'en-US', features: [] },
      member: { user, nick: null, roles: [], permissions: '0' },
      data: { id: '1', type: 1, name: 'probe' },
    });
  }
  while (taken.length < count) await new Promise((resolve) => setImmediate(resolve));
  return taken;
}

describe('discord.js, as we use it', () => {
  test('keeps nothing of those who use the bot', async () => {
    await receive(300);
    const cachedMembers = client.guilds.cache.map((known) => known.members.cache.size);
    expect(client.users.cache.size).toBeLessThanOrEqual(1);
    expect(client.channels.cache.size).toBe(0);
    expect(cachedMembers.reduce((sum, size) => sum + size, 0)).toBe(0);
  });

  test('edits more than 50 answers a second: Discord does not limit those', async () => {
    const interactions = await receive(200);
    const timeOf = async (work: (to: (typeof interactions)[number]) => Promise<unknown>) => {
      const begun = performance.now();
      await Promise.all(interactions.map(work));
      return performance.now() - begun;
    };
    const deferring = await timeOf((to) => calls.defer(to, 'new', true));
    const editing = await timeOf((to) => calls.complete(to, rendered));
    // Limited it would rest for three seconds: ten times as long.
    expect(editing / deferring).toBeLessThan(5);
  });

  test('forgets the traces of answers within a minute', async () => {
    let swept = 0;
    client.rest.on(RESTEvents.HandlerSweep, (handlers) => {
      swept += handlers.size;
    });
    const interactions = await receive(100);
    await Promise.all(interactions.map((to) => calls.defer(to, 'new', true)));
    await Promise.all(interactions.map((to) => calls.complete(to, rendered)));
    while (swept < 100) await once(client.rest as never, RESTEvents.HandlerSweep);
    expect(client.rest.handlers.size).toBeLessThan(5);
    expect(restOptions({}).handlerSweepInterval).toBe(60_000);
  });

  test('opens so many sockets, however many answer at once', async () => {
    const interactions = await receive(mostSockets + 200);
    await Promise.all(interactions.map((to) => calls.show(to, 'new', rendered, true)));
    expect(local.mostSockets).toBeGreaterThan(100);
    expect(local.mostSockets).toBeLessThanOrEqual(mostSockets);
  });

  test('warns long before Discord shuts the address out for bad requests', async () => {
    const rest = makeDeliveryRest(
      restOptions({ apiUrl: local.apiUrl }),
      goodToken,
      makeLog((line) => lines.push(line)),
    );
    local.fail('GET', /^\/users\/@me$/, { status: 403, body: { code: 50001, message: 'no' } }, 120);
    for (let i = 0; i < 120; i += 1) await rest.get('/users/@me').catch(() => {});
    expect(lines.filter((line) => line.includes('refuses many of our requests'))).toHaveLength(1);
  });
});
