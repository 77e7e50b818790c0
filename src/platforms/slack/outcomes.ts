// What Slack answered, as what became of a message: sent, closed for ever, to be tried again, or
// unknown.

import { webApi } from '@slack/bolt';
import type { Failure } from '../../bot/platform.ts';

/** Sentences for the organizer, by Slack's error codes (docs.slack.dev, chat.postMessage). */
const closed: Readonly<Record<string, string>> = {
  channel_not_found: 'The channel does not exist, or the bot was not invited to it.',
  not_in_channel: 'The bot is not in this channel: type /invite @coderounds there.',
  is_archived: 'The channel is archived.',
  user_not_found: 'This person is no longer in the workspace.',
  users_not_found: 'This person is no longer in the workspace.',
  user_disabled: 'This account is deactivated.',
  user_not_visible: 'The bot may not see this person.',
  cannot_dm_bot: 'Bots cannot be messaged.',
  messages_tab_disabled: 'The messages tab of the app is switched off in its settings.',
  restricted_action: 'A rule of the workspace does not let the bot write here.',
  restricted_action_read_only_channel: 'The channel is read-only.',
  restricted_action_thread_only_channel: 'Only replies are allowed in this channel.',
  restricted_action_non_threadable_channel: 'Replies are not allowed in this channel.',
  message_not_found: 'The message is gone.',
  cant_update_message: 'The message is not the bot’s own.',
  edit_window_closed: 'The workspace does not allow edits of messages this old.',
  team_access_not_granted: 'The app has no access to this workspace.',
};

/** Slack may have done it all the same. */
const uncertain = new Set(['internal_error', 'fatal_error', 'request_timeout']);

/** The token is at fault, or Slack is: nothing was sent, and it may be mended soon. */
const passing: Readonly<Record<string, { readonly minutes: number; readonly detail: string }>> = {
  ratelimited: { minutes: 1, detail: 'Slack asked for a pause.' },
  rate_limited: { minutes: 1, detail: 'Slack asked for a pause.' },
  message_limit_exceeded: { minutes: 30, detail: 'The workspace sends too many messages now.' },
  service_unavailable: { minutes: 1, detail: 'Slack is not available.' },
  team_added_to_org: { minutes: 30, detail: 'The workspace is being moved to an organization.' },
  missing_scope: { minutes: 30, detail: 'The app lacks a permission: install it again.' },
  invalid_auth: { minutes: 10, detail: 'Slack does not accept SLACK_BOT_TOKEN.' },
  not_authed: { minutes: 10, detail: 'Slack does not accept SLACK_BOT_TOKEN.' },
  token_revoked: { minutes: 10, detail: 'SLACK_BOT_TOKEN was revoked.' },
  token_expired: { minutes: 10, detail: 'SLACK_BOT_TOKEN has expired.' },
  account_inactive: { minutes: 10, detail: 'The app was removed from the workspace.' },
};

/** Whatever we send would meet the same. */
const ofAll = new Set([
  'message_limit_exceeded',
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
]);

/** This person cannot be written to directly, while a channel may still be read by them. */
const unreachable = new Set(['messages_tab_disabled', 'user_not_visible', 'user_disabled']);

/** Slack's own code, or nothing where its answer was not one (a page of HTML, for instance). */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
  const code: unknown = error.data.error;
  return typeof code === 'string' && /^[a-z_]{1,60}$/.test(code) ? code : undefined;
}

/** Slack answered 429, for this method. */
export function isPause(error: unknown): boolean {
  return error instanceof webApi.WebAPIRateLimitedError;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) return retryIn(error.retryAfter);
  if (error instanceof webApi.WebAPIRequestError) return unreached(error.original);
  if (error instanceof Error && /^Retry header/.test(error.message)) return retryIn(60);
  const code = codeOf(error);
  if (code === undefined) return unknown('Slack answered with something else than an answer.');
  return outcomeOf(code);
}

function outcomeOf(code: string): Failure {
  if (uncertain.has(code)) return unknown(`Slack had a fault of its own (${code}).`);
  const soon = passing[code];
  if (soon) {
    const after = Temporal.Duration.from({ minutes: soon.minutes });
    const failure: Failure = { ok: false, reason: 'retry', after, detail: soon.detail };
    return ofAll.has(code) ? { ...failure, pauses: 'everything' } : failure;
  }
  const detail = closed[code] ?? `Slack refused it (${code}).`;
  return { ok: false, reason: 'closed', detail, ...(unreachable.has(code) && { noDms: true }) };
}

function retryIn(seconds: number): Failure {
  const after = Temporal.Duration.from({ seconds: Math.max(1, seconds) });
  return { ok: false, reason: 'retry', after, detail: 'Slack asked for a pause.' };
}

function unknown(detail: string): Failure {
  return { ok: false, reason: 'unknown', detail };
}

const neverArrived = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT/;

/** A connection that was never made has sent nothing; one that broke may have. */
function unreached(error: Error): Failure {
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return neverArrived.test(code)
    ? { ok: false, reason: 'retry', detail: 'Slack could not be reached.' }
    : unknown('The connection to Slack broke before it answered.');
}
