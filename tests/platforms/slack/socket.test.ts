// Socket Mode under bad conditions: connections that die, a Slack that says nothing or nonsense.

import { describe, expect, onTestFinished, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { Pace } from '../../../src/platforms/slack/connect.ts';
import { makeProbes } from '../../contracts/probes.ts';
import { openWorld } from '../../world.ts';
import { quick, startSlack } from './drive.ts';
import { personIn } from './fake-people.ts';
import { channel } from './fake-workspace.ts';

async function open(pace: Partial<Pace> = {}) {
  const probes = makeProbes();
  const { bot } = await openWorld({ groups: [probes.group] });
  const started = await startSlack(bot, 'socket', { pace: { ...quick, ...pace } });
  onTestFinished(() => started.stop());
  const { fake, log } = started;
  const first = only(fake.sockets);
  const isBack = (times: number) =>
    fake.until(
      () => fake.connections() === times && fake.sockets.size === 1 && !fake.sockets.has(first),
    );
  return { ...started, fake, log, probes, isBack, maria: personIn(fake, 'maria') };
}

/** Resolves once what is sent there comes back. */
function nobodyIsAt(socket: WebSocket): Promise<void> {
  socket.on('error', () => {});
  return new Promise((resolve) => {
    const knock = () =>
      socket.ping(undefined, undefined, (error) => (error ? resolve() : setImmediate(knock)));
    knock();
  });
}

const only = <T>(set: ReadonlySet<T>): T => {
  const [first] = set;
  if (!first) throw new Error('There is no connection.');
  return first;
};

describe('a connection', () => {
  test('that is cut is made again', async () => {
    const { fake, isBack, maria } = await open();
    only(fake.sockets).terminate();
    await isBack(2);
    expect((await maria.slash(channel, '/probe', 'sorry')).text).toContain('cycle is over');
  });

  test('that Slack asks to renew is renewed', async () => {
    const { fake, isBack, maria } = await open();
    only(fake.sockets).send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    await isBack(2);
    expect((await maria.slash(channel, '/probe', 'sorry')).text).toContain('cycle is over');
  });

  test('is asked for again and again while Slack refuses, however it refuses', async () => {
    const { fake, isBack, maria, log } = await open();
    fake.fail(
      'apps.connections.open',
      { status: 500 },
      'drop',
      { error: 'invalid_auth' },
      { error: 'team_disabled' },
      { status: 429, retryAfter: 1 },
    );
    only(fake.sockets).terminate();
    await isBack(2);
    expect((await maria.slash(channel, '/probe', 'sorry')).text).toContain('cycle is over');
    const refusals = log.entries.filter((entry) => entry.message === 'Slack is not connected.');
    expect(refusals).toHaveLength(5);
  });

  test('on which Slack never says hello is given up for another', async () => {
    const { fake, isBack, maria } = await open();
    fake.silent = 1;
    only(fake.sockets).terminate();
    await isBack(3);
    expect((await maria.slash(channel, '/probe', 'sorry')).text).toContain('cycle is over');
  });
});

test.each([
  'null',
  '7',
  '{"type":"events_api"}',
  '{"type":"events_api","payload":{}}',
  'not JSON',
  '[]',
])('a message such as %s ends nothing', async (nonsense) => {
  const { fake, maria } = await open();
  only(fake.sockets).send(nonsense);
  expect((await maria.slash(channel, '/probe', 'sorry')).text).toContain('cycle is over');
  expect(fake.connections()).toBe(1);
});

test('an answer that has lost its connection takes the response_url', async () => {
  const { fake, probes, isBack, maria } = await open({ lateAfter: 10_000 });
  void maria.slash(channel, '/probe', 'slow');
  await probes.slowStarted();
  only(fake.sockets).terminate();
  await isBack(2);
  await personIn(fake, 'tom').slash(channel, '/probe', 'sorry');
  probes.release();
  await fake.until(() => fake.messages.find((one) => one.text.includes('Here it is')));
});

describe('stopping', () => {
  test('ends the connection', async () => {
    const { fake, platform } = await open();
    await platform.stop();
    await fake.until(() => fake.sockets.size === 0);
    expect(fake.connections()).toBe(1);
  });

  test('waits for an answer that is under way', async () => {
    const { fake, platform, probes, maria } = await open();
    void maria.slash(channel, '/probe', 'slow');
    await probes.slowStarted();
    const stopped = platform.stop();
    probes.release();
    await stopped;
    expect(fake.messages.some((one) => one.text.includes('Here it is'))).toBe(true);
  });

  test('ends where Slack does not let go', async () => {
    const { fake, platform } = await open();
    const held = only(fake.sockets);
    held.pause();
    await platform.stop();
    await nobodyIsAt(held);
  });

  test('twice, or while a connection is being made, does no harm', async () => {
    const { fake, platform } = await open();
    only(fake.sockets).terminate();
    await platform.stop();
    await platform.stop();
    await fake.until(() => fake.sockets.size === 0);
  });
});
