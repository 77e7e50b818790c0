import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { codeOf, failureOf } from '../../../src/platforms/slack/outcomes.ts';

const refusal = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });
const broken = (code: string) =>
  new webApi.WebAPIRequestError(
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }),
  );

describe('what Slack answers', () => {
  test.each([
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'user_disabled',
    'message_not_found',
    'invalid_blocks',
    'some_code_of_tomorrow',
  ])('%s ends it', (code) => {
    expect(failureOf(refusal(code))).toMatchObject({ ok: false, reason: 'closed' });
  });

  test.each([
    'invalid_auth',
    'token_revoked',
    'missing_scope',
    'service_unavailable',
    'ratelimited',
  ])('%s leaves it to be tried again, later', (code) => {
    const failure = failureOf(refusal(code));
    expect(failure.reason).toBe('retry');
    expect(failure.after?.total('seconds')).toBeGreaterThanOrEqual(60);
  });

  test.each(['internal_error', 'fatal_error', 'request_timeout'])('%s leaves it open', (code) => {
    expect(failureOf(refusal(code)).reason).toBe('unknown');
  });

  test('429 waits as long as Slack says', () => {
    const failure = failureOf(new webApi.WebAPIRateLimitedError(17));
    expect(failure.after?.total('seconds')).toBe(17);
    expect(failure.reason).toBe('retry');
  });

  test('5xx leaves it open', () => {
    expect(failureOf(new webApi.WebAPIHTTPError(503, 'no', {}, '<html>')).reason).toBe('unknown');
  });

  test('a connection that was never made has sent nothing; one that broke may have', () => {
    expect(failureOf(broken('ECONNREFUSED')).reason).toBe('retry');
    expect(failureOf(broken('ECONNRESET')).reason).toBe('unknown');
  });

  test('a page of HTML is no code, and none of it is told', () => {
    const page = refusal('<html>xoxb-secret</html>');
    expect(codeOf(page)).toBeUndefined();
    expect(JSON.stringify(failureOf(page))).not.toContain('secret');
  });
});
