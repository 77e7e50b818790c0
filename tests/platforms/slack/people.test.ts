// Who runs the workspace, as Slack says it, and what is done without its word.

import { describe, expect, onTestFinished, test } from 'vitest';
import { makePeople, type People } from '../../../src/platforms/slack/people.ts';
import { makeWeb } from '../../../src/platforms/slack/web.ts';
import { botToken, type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { people as ids, othersDm, team } from './fake-workspace.ts';
import { type KeptLog, keepLog } from './keep-log.ts';

interface Office {
  readonly fake: FakeSlack;
  readonly people: People;
  readonly log: KeptLog;
  later(seconds: number): void;
}

async function open(): Promise<Office> {
  const fake = await startFakeSlack();
  onTestFinished(() => fake.close());
  const log = keepLog();
  let now = Temporal.Instant.from('2026-11-22T15:00:00Z');
  const clock = { now: () => now };
  return {
    fake,
    log,
    people: makePeople(makeWeb(botToken, fake.apiUrl), team, clock, log),
    later: (seconds) => {
      now = now.add({ seconds });
    },
  };
}

const at = (user: string, channel = 'C1') => ({ user, channel });

describe('an administrator', () => {
  test('of the workspace runs the group; a member does not', async () => {
    const { people } = await open();
    expect(await people.from(at(ids.olga))).toEqual({
      user: { id: 'slack:T1/U3', name: 'Name of U3' },
      channel: { id: 'slack:T1/C1', kind: 'channel' },
      group: 'slack:T1',
      admin: true,
    });
    expect((await people.from(at(ids.maria))).admin).toBe(false);
  });

  test('of another workspace is a guest here', async () => {
    const { people, fake } = await open();
    fake.admins.add('UGUEST1');
    expect((await people.from(at('UGUEST1'))).admin).toBe(false);
  });

  test('is asked about once a minute, and loses the rights after it', async () => {
    const { people, fake, later } = await open();
    await people.from(at(ids.olga));
    fake.admins.delete(ids.olga);
    later(59);
    expect((await people.from(at(ids.olga))).admin).toBe(true);
    later(2);
    expect((await people.from(at(ids.olga))).admin).toBe(false);
    expect(fake.calls.filter((call) => call.method === 'users.info')).toHaveLength(2);
  });

  test('stays one while Slack asks for a pause', async () => {
    const { people, fake, later } = await open();
    await people.from(at(ids.olga));
    later(61);
    fake.fail('users.info', { status: 429, retryAfter: 30 });
    expect((await people.from(at(ids.olga))).admin).toBe(true);
  });

  test('is nobody where the app may not ask, which is said once', async () => {
    const { people, fake, log, later } = await open();
    fake.fail('users.info', { error: 'missing_scope' });
    const from = await people.from({ ...at(ids.olga), userName: 'olga' });
    expect(from).toMatchObject({ admin: false, user: { name: 'olga' } });
    later(61);
    await people.from(at(ids.olga));
    expect(log.entries).toHaveLength(1);
    expect(fake.calls).toHaveLength(1);
  });
});

describe('a direct message', () => {
  test('is one with the bot, not between two others', async () => {
    const { people, fake } = await open();
    const own = await people.from(at(ids.maria, fake.dmOf(ids.maria)));
    const others = await people.from(at(ids.maria, othersDm));
    expect([own.channel.kind, others.channel.kind]).toEqual(['dm', 'channel']);
    expect(fake.calls.filter((call) => call.method === 'conversations.open')).toHaveLength(1);
  });

  test('counts as a channel where Slack does not say', async () => {
    const { people, fake } = await open();
    fake.fail('conversations.open', { status: 500 });
    const from = await people.from(at(ids.maria, fake.dmOf(ids.maria)));
    expect(from.channel.kind).toBe('channel');
  });
});
