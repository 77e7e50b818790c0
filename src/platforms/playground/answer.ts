// Answers what somebody did here, and decides who sees it: the person alone, or the channel.

import type { Bot } from '../../bot/bot.ts';
import type { Outcome, Reply } from '../../bot/reply.ts';
import type { Message, Messages } from './messages.ts';
import { withIds } from './names.ts';
import type { PostedEvent } from './read.ts';

export interface Answer {
  readonly outcome: Outcome;
  /** The id of the kept message that it became, or that it changed. */
  readonly posted?: string;
}

/** No deadline here: whoever waits is told "thinking…" by the page itself. */
export async function answer(
  { event: posted, message: pressed }: PostedEvent,
  bot: Bot,
  messages: Messages,
): Promise<Answer> {
  const event = withIds(posted, bot);
  const outcome = await bot.handle(event);
  if (outcome.kind !== 'reply') return { outcome };
  const on = messages.find(pressed ?? '');
  const isPublic =
    event.channel.kind === 'channel' && !outcome.onlyYou && bot.visibility(event) === 'public';
  if (on && replaces(outcome, on, isPublic)) {
    messages.edit({ channel: on.channel, messageId: on.id }, outcome);
    return { outcome: { ...outcome, mode: 'update' }, posted: on.id };
  }
  if (isPublic && outcome.mode !== 'update')
    return { outcome, posted: messages.post(event.channel.id, outcome, event.user).id };
  return { outcome: on ? { ...outcome, mode: 'new' } : outcome };
}

/** A press on a message that all can see replaces it only with what all may see. */
function replaces(outcome: Reply, on: Message, isPublic: boolean): boolean {
  return outcome.mode !== 'new' && (on.to.kind === 'dm' || isPublic);
}
