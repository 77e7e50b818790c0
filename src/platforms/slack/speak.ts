// Brings an answer to the person who asked, by the first way that Slack still allows.

import type { Visibility } from '../../bot/command.ts';
import type { Log } from '../../bot/log.ts';
import type { Reply } from '../../bot/reply.ts';
import { hasFiles, sendFiles } from './files.ts';
import { failureOf } from './outcomes.ts';
import type { People } from './people.ts';
import type { Place } from './read.ts';
import { type Message, messageOf } from './render.ts';
import type { Web } from './web.ts';

export interface Speaker {
  /** Never rejects: an answer that reached nobody is logged. */
  say(answer: Reply, place: Place, visibility: Visibility): Promise<void>;
}

interface Way {
  readonly name: string;
  go(): Promise<unknown>;
}

const tenSeconds = 10_000;
const noPreviews = { unfurl_links: false, unfurl_media: false } as const;
/** Nothing in our text is a name or an address by chance. */
export const asTyped = { link_names: false, parse: 'none' } as const;
export const literal = { ...noPreviews, ...asTyped } as const;

export function makeSpeaker(web: Web, people: People, log: Log): Speaker {
  const deliver = async (ways: readonly Way[]) => {
    for (const way of ways) {
      try {
        await way.go();
        return;
      } catch (error) {
        log.warn('An answer takes another way.', { way: way.name, why: whyNot(error) });
      }
    }
    log.error('An answer reached nobody.', { ways: ways.length });
  };
  const sent = async (answer: Reply, to: { channel: string; thread?: string }) => {
    try {
      await sendFiles(web, answer, to);
      return true;
    } catch (error) {
      log.warn('A file could not be sent.', { why: whyNot(error) });
      return false;
    }
  };
  /**
   * Before the words, which stay beneath it or say where it is: an ephemeral message can carry no
   * file, and an older message is changed without one.
   */
  const sendAhead = async (answer: Reply, place: Place, here: boolean) => {
    const what = answer.image ? 'picture' : 'file';
    if (here && (await sent(answer, place))) return undefined;
    const channel = await people.dmOf(place.user).catch(() => undefined);
    return channel !== undefined && (await sent(answer, { channel }))
      ? `The ${what} is in your direct messages with me.`
      : `The ${what} could not be sent. Please ask again in a direct message to me.`;
  };
  const waysTo = (message: Message, answer: Reply, place: Place, visibility: Visibility): Way[] => [
    ...(replaces(answer, place, visibility) ? waysToReplace(web, message, place) : []),
    ...(visibility === 'public' || place.dm
      ? waysToPost(web, message, place)
      : waysToWhisper(web, message, place)),
    {
      name: 'direct message',
      go: async () => post(web, message, { channel: await people.dmOf(place.user) }),
    },
  ];
  return {
    async say(answer, place, visibility) {
      const here = place.dm === true || visibility === 'public';
      const note = hasFiles(answer) ? await sendAhead(answer, place, here) : undefined;
      const isBeneath = hasFiles(answer) && note === undefined;
      const words: Reply = isBeneath ? { ...answer, mode: 'new' } : answer;
      await deliver(waysTo(messageOf(answer, note), words, place, visibility));
    },
  };
}

/** What an acknowledgement of a command may carry: the answer itself, without a further request. */
export function ackBody(answer: Reply, shown: Visibility) {
  const response_type = shown === 'public' ? 'in_channel' : 'ephemeral';
  return { response_type, ...messageOf(answer), ...literal } as const;
}

/** What others can read is never replaced by what one person may see. */
function replaces(answer: Reply, place: Place, visibility: Visibility): boolean {
  if (!place.message || answer.mode === 'new') return false;
  return visibility === 'public' || place.dm === true || place.message.ephemeral;
}

/** An ephemeral message can be replaced by its `response_url` alone. */
function waysToReplace(web: Web, message: Message, place: Place): Way[] {
  const { message: old, channel } = place;
  const edit = old && {
    name: 'edit',
    go: () => web.chat.update({ channel, ts: old.ts, ...message, ...asTyped }),
  };
  return [
    ...respondWith(place, { ...message, replace_original: true }),
    ...(edit && !old.ephemeral ? [edit] : []),
  ];
}

function waysToPost(web: Web, message: Message, place: Place): Way[] {
  return [
    ...respondWith(place, { ...message, ...anew(place), response_type: 'in_channel' }),
    { name: 'message', go: () => post(web, message, place) },
  ];
}

function waysToWhisper(web: Web, message: Message, place: Place): Way[] {
  const { channel, user } = place;
  const inThread = threadOf(place);
  return [
    ...respondWith(place, { ...message, ...anew(place), response_type: 'ephemeral' }),
    {
      name: 'ephemeral message',
      go: () => web.chat.postEphemeral({ channel, user, ...message, ...asTyped, ...inThread }),
    },
  ];
}

function anew(place: Place) {
  return { replace_original: false, ...threadOf(place) };
}

function threadOf({ thread }: { readonly thread?: string }) {
  return thread ? { thread_ts: thread } : {};
}

function post(web: Web, message: Message, to: { channel: string; thread?: string }) {
  return web.chat.postMessage({ channel: to.channel, ...message, ...literal, ...threadOf(to) });
}

function respondWith({ responseUrl }: Place, body: object): Way[] {
  if (!responseUrl) return [];
  return [{ name: 'response_url', go: () => respond(responseUrl, { ...body, ...literal }) }];
}

/** Slack takes five of these within half an hour, then answers 404 with a reason. */
async function respond(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(tenSeconds),
  });
  const text = await response.text();
  if (!response.ok || /"ok"\s*:\s*false/.test(text))
    throw new Error(`Slack did not take the answer (${response.status}).`);
}

/** Names no address and no text. */
export function whyNot(error: unknown): string {
  const isOurs = error instanceof Error && error.message.startsWith('Slack ');
  return isOurs ? error.message : failureOf(error).detail;
}
