// What Discord's refusals mean for a message: reliability before cleverness, in words for organizers.
// Codes: Discord developer documentation, "Opcodes and Status Codes", JSON error codes.

import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Failure } from '../../bot/platform.ts';
import { StartError } from '../../bot/start-error.ts';

const closed = (detail: string): Failure => ({ ok: false, reason: 'closed', detail });
const retry = (detail: string, after?: Temporal.DurationLike): Failure => ({
  ok: false,
  reason: 'retry',
  detail,
  ...(after && { after: Temporal.Duration.from(after) }),
});
const unknown = (detail: string): Failure => ({ ok: false, reason: 'unknown', detail });

const noDms: Failure = {
  ...closed('This member takes no direct messages from the bot.'),
  noDms: true,
};
const notAllowed = closed(
  'The bot may not post in this channel: it needs View Channel and Send Messages there.',
);
const channelGone = closed('The channel is gone, or the bot was removed from the server.');
const threadClosed = closed('The thread is locked or archived.');
const filtered = closed("Discord's or the server's filter blocked the message.");
const tooMany = retry('Discord asks to slow down in this channel.', { minutes: 1 });
const refusedToken = pausing(retry('Discord refuses the token of the bot.', { minutes: 10 }));

/** Nothing else is worth trying meanwhile, and refusals are counted against us. */
function pausing(failure: Failure): Failure {
  return { ...failure, pauses: 'everything' };
}

const byCode: Readonly<Record<number, Failure>> = {
  [Code.CannotSendMessagesToThisUser]: noDms,
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: noDms,
  [Code.OpeningDirectMessagesTooFast]: {
    ...retry('Discord lets the bot open no more direct messages for now.', { minutes: 10 }),
    pauses: 'openings',
  },
  [Code.MissingAccess]: notAllowed,
  [Code.MissingPermissions]: notAllowed,
  [Code.UnknownChannel]: channelGone,
  [Code.UnknownGuild]: channelGone,
  [Code.UnknownUser]: closed('There is no such member any more.'),
  [Code.UnknownMessage]: closed('The message has been deleted.'),
  [Code.ThreadLocked]: threadClosed,
  [Code.InvalidActionOnArchivedThread]: threadClosed,
  [Code.ActionCannotBePerformedDueToSlowmodeRateLimit]: tooMany,
  [Code.AnnouncementEditLimitExceeded]: tooMany,
  [Code.ChannelSendRateLimit]: tooMany,
  [Code.ServerSendRateLimit]: tooMany,
  [Code.ServiceResourceIsBeingRateLimited]: tooMany,
  [Code.APIResourceOverloaded]: tooMany,
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: retry(
    'Discord allows few edits of messages older than an hour.',
    { minutes: 10 },
  ),
  [Code.MessageWasBlockedByAutomaticModeration]: filtered,
  [Code.MessageBlockedByHarmfulLinksFilter]: filtered,
  [Code.ExplicitContentCannotBeSentToTheDesiredRecipient]: filtered,
  [Code.Unauthorized]: refusedToken,
  [Code.InvalidToken]: refusedToken,
  [Code.CloudflareIsBlockingYourRequest]: pausing(
    retry('Discord blocks this network address for a while.', { minutes: 10 }),
  ),
  [Code.RequestEntityTooLarge]: closed('The files are larger than Discord takes.'),
};

/** Never holds what an error carries: addresses and bodies have tokens and texts in them. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RateLimitError) return slowDown(error);
  if (error instanceof DiscordAPIError) return refusal(error);
  if (error instanceof HTTPError) return unknown(`Discord answered ${error.status}.`);
  const code = codeOf(error);
  return neverLeft.has(code)
    ? retry(`Discord could not be reached (${code}).`)
    : unknown(`The connection to Discord broke off (${code}).`);
}

function slowDown({ retryAfter, global }: RateLimitError): Failure {
  const failure = retry('Discord asks to wait.', { milliseconds: Math.ceil(retryAfter) });
  return global ? pausing(failure) : failure;
}

function refusal({ code, status }: DiscordAPIError): Failure {
  const known = byCode[Number(code)];
  if (known) return known;
  if (status === 401) return refusedToken;
  if (!isOfDiscord(code) && status !== 413) return notOfDiscord(status);
  return closed(`Discord refused the message (${status}, code ${code}).`);
}

/** Each refusal of Discord's own has a code; a page of its Cloudflare or of a proxy has none. */
function isOfDiscord(code: number | string): boolean {
  return Number.isInteger(Number(code));
}

function notOfDiscord(status: number): Failure {
  return retry(`Something on the way to Discord refused the message (${status}).`);
}

/** The connection was not even made. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'no token',
]);

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.message.startsWith('Expected token') ? 'no token' : error.name;
}

/** Why nothing can begin, as a sentence for whoever hosts the bot. */
export function cannotStart(error: unknown): never {
  const isRefused =
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error instanceof Error && /^(?:An invalid token|Authentication failed)/.test(error.message));
  throw new StartError(
    isRefused
      ? 'Discord refuses DISCORD_TOKEN. Make a new token (discord.com/developers/applications > your application > Bot > Reset Token) and put it into .env.'
      : `${failureOf(error).detail} Check the network and the token, then try again.`,
  );
}

/** Whether Discord answered at all, be it with a refusal. */
export function wasAnswered(error: unknown): boolean {
  return [DiscordAPIError, HTTPError, RateLimitError].some((known) => error instanceof known);
}

export function isAlreadyAnswered(error: unknown): boolean {
  return isOneOf(error, [Code.InteractionHasAlreadyBeenAcknowledged]);
}

/** There is nobody left to answer: it is too late, or the message is gone. */
export function endsQuietly(error: unknown): boolean {
  return isOneOf(error, [
    Code.UnknownInteraction,
    Code.UnknownMessage,
    Code.UnknownWebhook,
    Code.InvalidWebhookToken,
  ]);
}

/** What Discord finds wrong with what we send: our fault, so that another try is the same. */
export function doesNotFit(error: unknown): boolean {
  return isOneOf(error, [
    Code.InvalidFormBodyOrContentType,
    Code.RequestEntityTooLarge,
    Code.CannotSendAnEmptyMessage,
  ]);
}

function isOneOf(error: unknown, codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}
