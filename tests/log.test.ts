import { describe, expect, it } from 'vitest';
import { makeLog } from '../src/log.ts';

function written(write: (log: ReturnType<typeof makeLog>) => void): string {
  let lines = '';
  write(
    makeLog((line) => {
      lines += line;
    }),
  );
  return lines;
}

const canaries = [
  'xoxb-111-222-CANARY',
  'xoxp-111-CANARY-222',
  'xoxe.xoxp-1-CANARYabc',
  'xapp-1-A0-CANARY-abc',
  'Bot CANARYxxxxxxxxxxxxxxxxxx.Gabcde.CANARYxxxxxxxxxxxxxxxxxxxxx',
  'CANARYxxxxxxxxxxxxxxxxxx.Gabc.CANARYxxxxxxxxxxxxxxxxxxxxx',
  'Authorization: Bearer CANARY.abcdefghijkl+/=',
  'https://discord.com/api/v10/webhooks/123456789012345678/CANARY_abc-def/messages/@original',
  'https://discord.com/api/v10/interactions/123456789012345678/CANARYabc/callback?with_response=true',
  'https://hooks.slack.com/commands/T1/2/CANARY',
  'https://hooks.slack.com/services/T1/B2/CANARY?x=CANARY',
];

describe('the log', () => {
  it('is one line of JSON per entry', () => {
    const line = written((log) => log.warn('A message was not delivered.', { key: 'a', tries: 3 }));
    expect(line.endsWith('\n')).toBe(true);
    expect(JSON.parse(line)).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      level: 'warn',
      message: 'A message was not delivered.',
      key: 'a',
      tries: 3,
    });
  });

  it.each(canaries)('never shows %s', (canary) => {
    const lines = written((log) => {
      log.info(canary, { url: canary });
      log.warn('warning', { detail: `before ${canary} after` });
      log.error('error', {}, new Error(`request to ${canary} failed`));
      log.error('error', {}, canary);
    });
    expect(lines).not.toContain('CANARY');
    expect(lines).toContain('[secret]');
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toHaveLength(4);
  });

  it('keeps what stands around a secret', () => {
    const line = written((log) =>
      log.warn('Slack answered.', { url: 'https://hooks.slack.com/a/b', status: 500 }),
    );
    expect(JSON.parse(line)).toMatchObject({
      url: 'https://hooks.slack.com/[secret]',
      status: 500,
    });
  });

  it("says where an error was, and nothing of an SDK's own fields", () => {
    const error = Object.assign(new Error('Missing Access'), {
      requestBody: { json: { content: 'what a member wrote' } },
      url: 'https://discord.com/api/v10/webhooks/1/secret',
    });
    const line = written((log) => log.error('A command failed.', { reference: 'A1' }, error));
    expect(JSON.parse(line).error).toMatch(/^Error: Missing Access\n {4}at .*log\.test\.ts/);
    expect(line).not.toContain('what a member wrote');
  });

  it('stays one line whatever the text holds, so that nobody can forge an entry', () => {
    const forged = 'x\n{"level":"info","message":"forged"}\r\n\u2028';
    const lines = written((log) => log.info(forged, { forged }));
    expect(lines.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(lines).message).toBe(forged);
  });
});
