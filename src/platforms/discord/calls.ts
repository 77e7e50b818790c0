// The four calls that answer an interaction. Its token opens them: the bot's own stays out of it.

import {
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
  type REST,
  Routes,
  InteractionResponseType as Type,
} from 'discord.js';
import type { Choice } from '../../bot/reply.ts';
import { isAlreadyAnswered, wasAnswered } from './outcomes.ts';
import type { Interaction } from './read.ts';
import type { Rendered } from './render.ts';

export interface Calls {
  /** A first answer: a message of its own, or in the place of the one that was pressed. */
  show(to: Interaction, how: 'new' | 'update', rendered: Rendered, hidden: boolean): Promise<void>;
  open(to: Interaction, modal: APIModalInteractionResponseCallbackData): Promise<void>;
  suggest(to: Interaction, choices: readonly Choice[]): Promise<void>;
  /** "Thinking…", or (after a press) just that it was noticed. */
  defer(to: Interaction, how: 'new' | 'update', hidden: boolean): Promise<void>;
  /** After `defer`: fills in what it promised. */
  complete(to: Interaction, rendered: Rendered): Promise<void>;
  /** After `defer`: something besides. */
  add(to: Interaction, rendered: Rendered, hidden: boolean): Promise<void>;
}

/** `application` is known once the gateway is ready. */
export function makeCalls(rest: REST, application: () => string): Calls {
  const call = async (to: Interaction, type: Type, data?: object, files?: Rendered['files']) => {
    const route = Routes.interactionCallback(to.id, to.token);
    const body = { type, ...(data && { data }) };
    const post = () => rest.post(route, { auth: false, body, ...(files && { files }) });
    await twice(post).catch(unlessAnswered);
  };
  return {
    show: (to, how, { body, files }, hidden) =>
      how === 'update'
        ? call(to, Type.UpdateMessage, body, files)
        : call(to, Type.ChannelMessageWithSource, flagged(body, hidden), files),
    open: (to, modal) => call(to, Type.Modal, modal),
    suggest: (to, choices) =>
      call(to, Type.ApplicationCommandAutocompleteResult, {
        choices: choices.map((choice) => suggestion(choice, to.isNumeric ?? false)),
      }),
    defer: (to, how, hidden) =>
      how === 'update'
        ? call(to, Type.DeferredMessageUpdate)
        : call(to, Type.DeferredChannelMessageWithSource, {
            flags: hidden ? MessageFlags.Ephemeral : 0,
          }),
    complete: async ({ token }, { body, files }) => {
      const route = Routes.webhookMessage(application(), token, '@original');
      await twice(() => rest.patch(route, { auth: false, body, files }));
    },
    add: async ({ token }, { body, files }, hidden) => {
      const route = Routes.webhook(application(), token);
      await rest.post(route, { auth: false, body: flagged(body, hidden), files });
    },
  };
}

/** A connection that breaks off is tried anew; only for calls that may be made twice. */
async function twice(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    if (wasAnswered(error)) throw error;
    return call();
  }
}

/** Ours came through before, only its receipt was lost. */
function unlessAnswered(error: unknown): void {
  if (!isAlreadyAnswered(error)) throw error;
}

/** Fields for which suggestions are numbers take numbers only. */
function suggestion({ label, value }: Choice, isNumeric: boolean) {
  return { name: label.slice(0, 100), value: isNumeric ? Number(value) : value.slice(0, 100) };
}

function flagged(body: Rendered['body'], hidden: boolean): Rendered['body'] {
  return hidden ? { ...body, flags: body.flags | MessageFlags.Ephemeral } : body;
}
