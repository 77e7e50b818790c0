// Slack over HTTP: what is signed is taken, whatever it is; what is not, is refused.

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { makeProbes } from '../../contracts/probes.ts';
import { openWorld } from '../../world.ts';
import { type Started, startSlack } from './drive.ts';
import { people } from './fake-workspace.ts';
import { type Recorded, recordedAreHere, recordedPayloads, whyNotRecorded } from './recorded.ts';

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

let started: Started;

beforeEach(async () => {
  const { bot } = await openWorld({ groups: [makeProbes().group] });
  started = await startSlack(bot, 'http');
  onTestFinished(() => started.stop());
});

const slash = (trigger = '1.2') =>
  String(
    new URLSearchParams({
      command: '/probe',
      text: 'sorry',
      user_id: people.maria,
      channel_id: 'C1',
      trigger_id: trigger,
    }),
  );
const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

describe('a request', () => {
  test('that Slack signed is answered', async () => {
    const response = await started.fake.post(slash(), form);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ response_type: 'ephemeral' });
  });

  test('that somebody else signed is refused', async () => {
    const response = await started.fake.post(slash(), form, { secret: '0'.repeat(32) });
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
  });

  test('of six minutes ago is refused, well signed or not', async () => {
    expect((await started.fake.post(slash(), form, { timestamp: ago(360) })).status).toBe(401);
    expect((await started.fake.post(slash(), form, { timestamp: ago(240) })).status).toBe(200);
  });

  test('without a signature is refused', async () => {
    const url = started.fake.requestUrl ?? '';
    const response = await fetch(url, {
      method: 'POST',
      body: slash(),
      headers: { 'content-type': form },
    });
    expect(response.status).toBe(401);
  });

  test('that is sent again, signature and all, has no second effect', async () => {
    const sign = { timestamp: Math.floor(Date.now() / 1000) };
    const first = await started.fake.post(slash(), form, sign);
    const again = await started.fake.post(slash(), form, sign);
    expect([await first.text(), await again.text()]).toEqual([
      expect.stringContaining('cycle'),
      '',
    ]);
    expect(again.status).toBe(200);
  });

  test('of many megabytes is not read to its end', async () => {
    const response = await started.fake.post('x'.repeat(1_100_000), form);
    expect(response.status).toBe(413);
  });

  test('for something else than Slack’s door is not found', async () => {
    const url = new URL('/elsewhere', started.fake.requestUrl);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(404);
  });
});

test.each(['null', '7', '"text"', 'not JSON', ''])(
  'a signed body such as %j ends nothing',
  async (body) => {
    expect((await started.fake.post(body, json)).status).toBe(400);
    expect((await started.fake.post(slash(), form)).status).toBe(200);
  },
);

test('Slack’s question whether we are there is answered', async () => {
  const challenge = { token: 'x', challenge: 'are-you-there', type: 'url_verification' };
  const response = await started.fake.post(JSON.stringify(challenge), json);
  expect(await response.json()).toEqual({ challenge: 'are-you-there' });
});

describe.skipIf(!recordedAreHere)(
  `what Slack’s own SDK for Python is tested with (or ${whyNotRecorded})`,
  () => {
    /** Retired features, of which Bolt knows nothing: it lets them wait for three seconds. */
    const retired = ['dialog_cancellation', 'workflow_step_edit'];
    const status = async (one: Recorded) => {
      const [body, type] = asSent(one);
      return (await started.fake.post(body, type)).status;
    };

    test.each(
      recordedPayloads
        .filter((one) => !retired.includes(one.kind))
        .map((one) => [one.kind, one.file, one] as const),
    )('%s of %s is heard, and the bot stays up', async (_kind, _file, one) => {
      expect(await status(one)).toBe(200);
      expect((await started.fake.post(slash(), form)).status).toBe(200);
      expect(started.log.entries.filter((entry) => entry.level === 'error')).toEqual([]);
    });

    test('of retired features ends nothing either', async () => {
      const old = recordedPayloads.filter((one) => retired.includes(one.kind));
      expect(await Promise.all(old.map(status))).toEqual([404, 404, 404, 404]);
      expect((await started.fake.post(slash(), form)).status).toBe(200);
    });
  },
);

function asSent({ kind, form: sent, payload }: Recorded) {
  if (sent) return [sent, form] as const;
  const text = JSON.stringify(payload);
  return kind === 'event_callback' || kind === 'url_verification'
    ? ([text, json] as const)
    : ([String(new URLSearchParams({ payload: text })), form] as const);
}
