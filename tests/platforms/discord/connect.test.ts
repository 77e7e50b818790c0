// The hazards of a long connection, each met on purpose over real sockets.

import { setTimeout as pass } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Bot } from '../../../src/bot/bot.ts';
import type { Platform } from '../../../src/bot/platform.ts';
import { StartError } from '../../../src/bot/start-error.ts';
import { makeLog } from '../../../src/log.ts';
import { discord } from '../../../src/platforms/discord/connect.ts';
import { makeProbes } from '../../contracts/probes.ts';
import { type LocalDiscord, openLocalDiscord } from '../../fixtures/discord/local-discord.ts';
import { goodToken } from '../../fixtures/discord/names.ts';
import { type DiscordDriver, openDiscord } from '../../fixtures/discord/people.ts';
import { openWorld } from '../../world.ts';

const probes = makeProbes();

async function openBot(): Promise<Bot> {
  return (await openWorld({ groups: [probes.group] })).bot;
}

async function connected(heartbeat?: number): Promise<DiscordDriver> {
  const driver = await openDiscord(await openBot(), heartbeat ? { heartbeat } : {});
  onTestFinished(() => driver.close());
  return driver;
}

/** A platform that has not been started, and the Discord that it would talk to. */
async function unconnected(
  token = goodToken,
): Promise<{ local: LocalDiscord; platform: Platform }> {
  const local = await openLocalDiscord();
  const platform = discord({ token, log: makeLog(() => {}), apiUrl: local.apiUrl });
  onTestFinished(async () => {
    await platform.stop();
    await local.close();
  });
  return { local, platform };
}

const isAnswered = (driver: DiscordDriver) =>
  expect(driver.person('maria').type('probe rich')).resolves.toMatchObject({ kind: 'message' });

describe('the connection', () => {
  test('asks for no privileged intent, in fact for none', async () => {
    const { local } = await connected();
    expect(local.gateway.identified).toEqual([{ intents: 0 }]);
  });

  test('broken off, it is taken up again, and what was missed is answered', async () => {
    const driver = await connected();
    driver.local.gateway.disconnect(4000);
    await isAnswered(driver);
    expect(driver.local.gateway).toMatchObject({ resumed: 1, identified: { length: 1 } });
  });

  test('asked to reconnect, it resumes', async () => {
    const driver = await connected();
    driver.local.gateway.askToReconnect();
    await isAnswered(driver);
    expect(driver.local.gateway.resumed).toBe(1);
  });

  test('with its session gone, it opens a new one', async () => {
    const driver = await connected();
    driver.local.gateway.invalidate();
    await driver.local.until(() => driver.local.gateway.identified.length === 2);
    await isAnswered(driver);
  });

  test('that only looks alive is noticed and replaced', async () => {
    const driver = await connected(300);
    driver.local.gateway.freeze();
    await driver.local.until(() => driver.local.gateway.resumed === 1);
    await isAnswered(driver);
  });
});

describe('something malformed', () => {
  test.each([
    [null],
    [{}],
    [{ type: 2, data: null }],
    [{ type: 2, data: { name: 'probe', type: 1, options: [null] } }],
    [{ type: 3, message: null, data: { component_type: 2 } }],
    [{ type: 5, data: { custom_id: 'x', components: [{ type: 18 }] } }],
    [{ type: 2, member: { user: null }, data: { name: 'x', type: 1, resolved: { users: 3 } } }],
  ])('as an interaction is dropped, and the bot goes on: %j', async (raw) => {
    const driver = await connected();
    driver.local.gateway.dispatch('INTERACTION_CREATE', raw);
    await isAnswered(driver);
    expect(driver.lines.join()).toContain('Discord sent an interaction that cannot be read.');
  });
});

describe('starting', () => {
  const why = async (platform: Platform) => {
    const error: unknown = await platform.start(await openBot()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartError);
    return error instanceof Error ? error.message : '';
  };

  test('with a wrong token says where to get another', async () => {
    const { platform } = await unconnected(
      'd3JvbmctdG9rZW4td3Jvbmc.Gwrong.wrong-token-wrong-token',
    );
    expect(await why(platform)).toMatch(/^Discord refuses DISCORD_TOKEN\. Make a new token/);
  });

  test('with a token that the gateway refuses says so too', async () => {
    const { local, platform } = await unconnected();
    local.gateway.refuse(4004);
    expect(await why(platform)).toMatch(/^Discord refuses DISCORD_TOKEN/);
  });

  test('without a network says so', async () => {
    const { local, platform } = await unconnected();
    await local.close();
    expect(await why(platform)).toBe(
      'Discord could not be reached (ECONNREFUSED). Check the network and the token, then try again.',
    );
  });

  test('too often costs no session: it ends before', async () => {
    const { local, platform } = await unconnected();
    local.limit(50);
    expect(await why(platform)).toMatch(/^Discord lets this bot connect only 50 more times/);
    expect(local.gateway.identified).toHaveLength(0);
  });
});

describe('stopping', () => {
  test('waits for the answers under way', async () => {
    const driver = await openDiscord(await openBot());
    const answer = driver.person('maria').type('probe slow');
    await probes.slowStarted();
    const stopped = driver.platform.stop();
    probes.release();
    await stopped;
    await expect(answer).resolves.toMatchObject({ text: 'Here it is, at last.' });
    expect(driver.local.gateway.open).toBe(0);
    await driver.close();
  });

  test('before READY ends, and nothing connects again', async () => {
    const { local, platform } = await unconnected();
    local.gateway.withholdReady();
    const started = platform.start(await openBot()).catch(() => 'never started');
    await local.until(() => local.gateway.identified.length === 1);
    await platform.stop();
    await local.until(() => local.gateway.open === 0);
    // discord.js would be back after half a second.
    await pass(800);
    expect(local.gateway).toMatchObject({ open: 0, identified: { length: 1 } });
    void started;
  });

  test('twice, or without having started, is no trouble', async () => {
    const { platform } = await unconnected();
    await platform.stop();
    await platform.stop();
  });
});
