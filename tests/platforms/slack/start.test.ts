// What keeps Slack from starting: one sentence each, and nothing left running.

import { describe, expect, onTestFinished, test } from 'vitest';
import { StartError } from '../../../src/bot/start-error.ts';
import { type SlackOptions, slack } from '../../../src/platforms/slack/connect.ts';
import { openWorld } from '../../world.ts';
import { appToken, botToken, type FakeSlack, signingSecret, startFakeSlack } from './fake-slack.ts';
import { keepLog } from './keep-log.ts';

async function whyNot(
  more: Partial<SlackOptions>,
  prepare: (fake: FakeSlack) => void = () => {},
): Promise<string> {
  const fake = await startFakeSlack();
  onTestFinished(() => fake.close());
  prepare(fake);
  const { bot } = await openWorld({ groups: [] });
  const platform = slack({
    botToken,
    transport: { kind: 'socket', appToken },
    log: keepLog(),
    apiUrl: fake.apiUrl,
    pace: { patience: 100 },
    ...more,
  });
  const error = await platform.start(bot).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  await platform.stop();
  expect(error).toBeInstanceOf(StartError);
  await fake.until(() => fake.sockets.size === 0);
  return error instanceof Error ? error.message : '';
}

describe('Slack does not start', () => {
  test('with a wrong bot token', async () => {
    expect(await whyNot({ botToken: 'xoxb-wrong' })).toBe(
      'Slack does not accept SLACK_BOT_TOKEN (invalid_auth). Copy it again from api.slack.com/apps > your app > OAuth & Permissions.',
    );
  });

  test('with a wrong app token', async () => {
    const transport = { kind: 'socket', appToken: 'xapp-wrong' } as const;
    expect(await whyNot({ transport })).toBe(
      'Slack does not accept SLACK_APP_TOKEN (invalid_auth). Copy it again from api.slack.com/apps > your app > Basic Information > App-Level Tokens.',
    );
  });

  test('with an app token that may not connect', async () => {
    const why = await whyNot({}, (fake) =>
      fake.fail('apps.connections.open', { error: 'missing_scope' }),
    );
    expect(why).toContain('SLACK_APP_TOKEN lacks the scope connections:write');
  });

  test.each(['auth.test', 'apps.connections.open'])('while %s fails', async (method) => {
    expect(await whyNot({}, (fake) => fake.fail(method, { status: 503 }))).toContain(
      'Slack did not start',
    );
  });

  test('where nobody answers', async () => {
    const why = await whyNot({ apiUrl: 'http://127.0.0.1:9/api/' });
    expect(why).toMatch(/^Slack did not start, and SLACK_BOT_TOKEN was not tried\./);
  });

  test('where the connection opens and stays silent', async () => {
    const why = await whyNot({}, (fake) => {
      fake.silent = 1;
    });
    expect(why).toContain('SLACK_APP_TOKEN was not tried');
  });

  test('over HTTP on a port in use', async () => {
    const other = await startFakeSlack();
    onTestFinished(() => other.close());
    const port = Number(new URL(other.apiUrl).port);
    const transport = { kind: 'http', signingSecret, port, host: '127.0.0.1' } as const;
    expect(await whyNot({ transport })).toBe(
      `The port ${port} is in use. Set SLACK_PORT to a free one, or stop what uses it.`,
    );
  });
});

test('before it is started nothing is sent, and stopping does no harm', async () => {
  const platform = slack({ botToken, transport: { kind: 'socket', appToken }, log: keepLog() });
  const to = { kind: 'channel', channel: 'slack:T1/C1' } as const;
  const sent = await platform.send(to, { kind: 'reply', text: '' as never }, { key: 'k' });
  expect(sent).toMatchObject({ ok: false, reason: 'retry' });
  await platform.stop();
});
