// Answers an interaction in time: at once where the bot is quick, else with "thinking…" first.

import type { Bot } from '../../bot/bot.ts';
import type { Visibility } from '../../bot/command.ts';
import type { BotEvent, SuggestEvent } from '../../bot/event.ts';
import { inTime } from '../../bot/in-time.ts';
import type { Log } from '../../bot/log.ts';
import { md } from '../../bot/markdown.ts';
import { type Outcome, type Reply, say } from '../../bot/reply.ts';
import type { Calls } from './calls.ts';
import { renderModal } from './modal.ts';
import { doesNotFit, endsQuietly } from './outcomes.ts';
import type { Interaction } from './read.ts';
import { renderMessage } from './render.ts';

export interface AnswerParts {
  readonly bot: Bot;
  readonly calls: Calls;
  readonly log: Log;
}

/** Half of the 3 s after which Discord gives up (interactions: receiving and responding). */
const patience = 1_500;

/** Never rejects. */
export async function answer(interaction: Interaction, parts: AnswerParts): Promise<void> {
  try {
    const { event } = interaction;
    if (event.kind === 'suggest') await suggest(interaction, event, parts);
    else await respond({ ...interaction, event }, parts);
  } catch (error) {
    if (!endsQuietly(error))
      parts.log.error('An interaction was not answered.', { kind: interaction.event.kind }, error);
  }
}

async function suggest(
  to: Interaction,
  event: SuggestEvent,
  { bot, calls }: AnswerParts,
): Promise<void> {
  await calls.suggest(to, await bot.suggest(event));
}

async function respond(to: Interaction<BotEvent>, parts: AnswerParts): Promise<void> {
  const { bot, calls } = parts;
  const outcome = bot.handle(to.event);
  const first = await inTime(outcome, patience);
  if (first === undefined) return respondLate(to, outcome, parts);
  const opens = first.kind === 'form' && to.event.kind !== 'submit';
  if (opens) return calls.open(to, renderModal(first));
  const reply = await asReply(first, to.event, bot);
  const place = placeOf(to, reply, bot.visibility(to.event));
  await fitting(reply, parts.log, (shown) =>
    calls.show(to, place.how, renderMessage(shown), place.hidden),
  );
}

/** Who sees "thinking…" sees the answer: that is fixed before it is known. */
async function respondLate(
  to: Interaction<BotEvent>,
  outcome: Promise<Outcome>,
  { bot, calls, log }: AnswerParts,
): Promise<void> {
  const visibility = bot.visibility(to.event);
  const promised = to.message ? 'update' : 'new';
  await calls.defer(to, promised, placeOf(to, undefined, visibility).hidden);
  const reply = await asReply(await outcome, to.event, bot);
  const { how, hidden } = placeOf(to, reply, visibility);
  await fitting(reply, log, (shown) =>
    how === promised
      ? calls.complete(to, renderMessage(shown))
      : calls.add(to, renderMessage(shown), hidden),
  );
}

/** Forms that cannot open now, and mistakes in one, become a message with a button. */
async function asReply(outcome: Outcome, event: BotEvent, bot: Bot): Promise<Reply> {
  return outcome.kind === 'reply' ? outcome : bot.formLater(outcome, event);
}

interface Place {
  readonly how: 'new' | 'update';
  /** Seen by the presser alone. */
  readonly hidden: boolean;
}

/** What others see is changed only by what is public; in direct messages nothing needs hiding. */
function placeOf(
  to: Interaction<BotEvent>,
  reply: Reply | undefined,
  visibility: Visibility,
): Place {
  const isPublic = visibility === 'public' && !reply?.onlyYou;
  const updates = to.message && reply?.mode !== 'new' && (isPublic || to.message.isPrivate);
  const isDm = to.event.channel.kind === 'dm';
  return { how: updates ? 'update' : 'new', hidden: !isDm && !isPublic };
}

/** The person is told, rather than left waiting, where Discord refuses what we made. */
async function fitting(
  reply: Reply,
  log: Log,
  show: (reply: Reply) => Promise<void>,
): Promise<void> {
  try {
    await show(reply);
  } catch (error) {
    if (!doesNotFit(error)) throw error;
    log.error('Discord refused the form of an answer.', {}, error);
    await show(say(unfit, { tone: 'bad' }));
  }
}

const unfit = md`The answer is done, but it does not fit into a Discord message. Whoever runs this bot finds the reason in its log.`;
