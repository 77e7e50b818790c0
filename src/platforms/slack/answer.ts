// Answers in time: Slack waits three seconds for its acknowledgement, and then tells people that
// the app did not respond.

import type { Bot } from '../../bot/bot.ts';
import type { Visibility } from '../../bot/command.ts';
import type { BotEvent, From } from '../../bot/event.ts';
import { inTime } from '../../bot/in-time.ts';
import type { Log } from '../../bot/log.ts';
import type { Pressed } from '../../bot/pressed.ts';
import type { Form, Outcome, Reply } from '../../bot/reply.ts';
import { hasFiles } from './files.ts';
import { errorsOf, modalOf, suggestionsOf } from './form.ts';
import { codeOf } from './outcomes.ts';
import type { People } from './people.ts';
import type { Places } from './places.ts';
import type { Incoming, Place } from './read.ts';
import type { IncomingSuggestion } from './read-form.ts';
import { ackBody, type Speaker, whyNot } from './speak.ts';
import type { Web } from './web.ts';

/** Tells Slack that it was heard; what may be said with it depends on what was heard. */
export type Ack = (body?: unknown) => Promise<void>;

export interface Answering {
  readonly bot: Bot;
  readonly web: Web;
  readonly people: People;
  readonly places: Places;
  readonly speaker: Speaker;
  readonly pressed: Pressed;
  readonly team: string;
  readonly log: Log;
  /** Half of what Slack gives, in milliseconds. */
  readonly lateAfter: number;
}

interface Answer {
  readonly outcome: Outcome;
  readonly visibility: Visibility;
  readonly from: From;
  /** Now known to be a direct message or not. */
  readonly place: Place;
}

const thinking = { response_type: 'ephemeral', text: 'Thinking…' } as const;

/** A slash command: the answer goes with the acknowledgement where it can. */
export async function answerSlash(parts: Answering, incoming: Incoming, ack: Ack): Promise<void> {
  const work = answerTo(parts, incoming);
  const early = await inTime(work, parts.lateAfter);
  const body = early ? slashBody(early) : thinking;
  const heard = await acked(parts, ack, body);
  if (early && body && heard) return;
  await show(parts, await work);
}

/** Nothing where the answer is a form or has files: those go by requests of their own. */
function slashBody({ outcome, visibility, place }: Answer): object | undefined {
  if (outcome.kind !== 'reply' || hasFiles(outcome)) return undefined;
  return ackBody(outcome, place.dm ? 'public' : shownTo(outcome, visibility));
}

/** A refusal is not for everybody, even where the answer would have been. */
function shownTo(reply: Reply, visibility: Visibility): Visibility {
  return reply.onlyYou ? 'private' : visibility;
}

/** A press: nothing can be said with its acknowledgement, so that goes first. */
export async function answerPress(parts: Answering, incoming: Incoming, ack: Ack): Promise<void> {
  const { pressed, place } = incoming;
  const channel = `slack:${parts.team}/${place.channel}` as const;
  if (pressed) parts.pressed.note(pressed.blocks, { channel, messageId: pressed.ts });
  await acked(parts, ack);
  await show(parts, await answerTo(parts, incoming));
}

/** A line typed to the bot; Bolt has acknowledged it already. */
export async function answerLine(parts: Answering, incoming: Incoming): Promise<void> {
  await show(parts, await answerTo(parts, incoming));
}

/** A form: mistakes and a next form are shown in its window, if they are known in time. */
export async function answerSubmit(parts: Answering, incoming: Incoming, ack: Ack): Promise<void> {
  const work = answerTo(parts, incoming);
  const early = await inTime(work, parts.lateAfter);
  const body = early && windowBody(parts, early);
  const heard = await acked(parts, ack, body);
  if (body && heard) return;
  await show(parts, await work);
}

/** Keys in a field that suggests. */
export async function answerSuggestion(
  parts: Answering,
  { what, place }: IncomingSuggestion,
  ack: Ack,
): Promise<void> {
  const suggest = async () => {
    const choices = await parts.bot.suggest({ ...(await parts.people.from(place)), ...what });
    return suggestionsOf(what.typed, choices);
  };
  const options = await inTime(suggest(), parts.lateAfter);
  await acked(parts, ack, { options: options ?? suggestionsOf(what.typed, []) });
}

async function answerTo(parts: Answering, { what, place }: Incoming): Promise<Answer> {
  const from = await parts.people.from(place);
  const event: BotEvent = { ...from, ...what };
  const visibility = parts.bot.visibility(event);
  const outcome = await parts.bot.handle(event);
  return { outcome, visibility, from, place: { ...place, dm: from.channel.kind === 'dm' } };
}

function windowBody(parts: Answering, { outcome, place }: Answer): object | undefined {
  if (outcome.kind === 'form')
    return { response_action: 'update', view: viewOf(parts, outcome, place) };
  if (outcome.kind !== 'invalid') return undefined;
  const errors = errorsOf(outcome);
  return Object.keys(errors).length > 0 ? { response_action: 'errors', errors } : undefined;
}

async function show(parts: Answering, answer: Answer): Promise<void> {
  const { outcome, visibility, from, place } = answer;
  if (outcome.kind === 'form' && (await opens(parts, outcome, place))) return;
  const reply: Reply =
    outcome.kind === 'reply' ? outcome : await parts.bot.formLater(outcome, from);
  const shown = outcome.kind === 'reply' ? shownTo(outcome, visibility) : 'private';
  await parts.speaker.say(reply, place, shown);
}

/** False where Slack does not let a form open any more: the trigger lives for three seconds. */
async function opens(parts: Answering, form: Form, place: Place): Promise<boolean> {
  if (!place.trigger) return false;
  try {
    const view = viewOf(parts, form, place);
    await parts.web.views.open({ trigger_id: place.trigger, view });
    return true;
  } catch (error) {
    parts.log.warn('A form did not open.', { code: codeOf(error), why: whyNot(error) });
    return false;
  }
}

function viewOf({ places }: Answering, form: Form, place: Place) {
  return modalOf(form, {
    submit: form.submit,
    channel: place.channel,
    dm: place.dm ?? false,
    place: places.remember(place),
  });
}

/** False where the connection was lost meanwhile; the answer then takes another way. */
async function acked({ log }: Answering, ack: Ack, body?: unknown): Promise<boolean> {
  try {
    await ack(body);
    return true;
  } catch (error) {
    log.warn('Slack could not be told that it was heard.', { why: whyNot(error) });
    return false;
  }
}
