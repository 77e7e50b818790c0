// Talks to the playground's HTTP interface.

/** @import { Choice, Clock, Command, Group, MessageJson, OutcomeJson } from './types.ts' */

/**
 * @param {string} path
 * @param {object} [body] posted, if there is one
 * @param {AbortSignal} [signal]
 */
async function ask(path, body, signal) {
  const response = await fetch(path, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    ...(signal && { signal }),
  });
  const told = await response.json();
  if (!response.ok) throw new Error(told.error);
  return told;
}

/** @returns {Promise<Group>} */
export const readGroup = () => ask('/api/group');

/** @returns {Promise<Command[]>} */
export async function readCommands() {
  const groups = await ask('/api/commands');
  return groups.flatMap((/** @type {{ commands: Command[] }} */ words) => words.commands);
}

/**
 * @param {{ user: string } | { channel: string }} address
 * @returns {Promise<MessageJson[]>}
 */
export const readMessages = (address) => ask(`/api/messages?${new URLSearchParams(address)}`);

/**
 * @param {object} event
 * @returns {Promise<OutcomeJson>}
 */
export const postEvent = (event) => ask('/api/events', event);

/**
 * @param {object} event
 * @param {AbortSignal} [signal]
 * @returns {Promise<Choice[]>}
 */
export const postSuggest = (event, signal) => ask('/api/suggest', event, signal);

/** @returns {Promise<Clock>} */
export const readClock = () => ask('/api/clock');

/**
 * @param {{ now: string } | { forward: string } | { to: 'next' }} move
 * @returns {Promise<Clock & { messages: MessageJson[] }>}
 */
export const moveClock = (move) => ask('/api/clock', move);

/**
 * @param {object} heard
 * @param {(message: MessageJson) => void} heard.onMessage
 * @param {(clock: Clock) => void} heard.onClock
 * @param {(run: string) => void} heard.onHello each time it (re)connects; another run is another process
 * @param {() => void} heard.onLost
 */
export function listen({ onMessage, onClock, onHello, onLost }) {
  const stream = new EventSource('/api/stream');
  stream.addEventListener('message', (event) => onMessage(JSON.parse(event.data)));
  stream.addEventListener('clock', (event) => onClock(JSON.parse(event.data)));
  stream.addEventListener('hello', (event) => onHello(JSON.parse(event.data).run));
  stream.addEventListener('error', onLost);
}

/**
 * In a sentence for the person.
 *
 * @param {unknown} error
 */
export function whyOf(error) {
  if (error instanceof TypeError) return 'The playground does not answer. Is it still running?';
  return error instanceof Error ? error.message : String(error);
}
