// Starts the page: reads what there is, then listens.

import { listen, readClock, readCommands, readGroup, readMessages, whyOf } from './api.js';
import { startComposer } from './composer.js';
import { byId } from './dom.js';
import { startSidebar } from './sidebar.js';
import { changed, keepMessage, setClock, state } from './state.js';
import { startTimeMachine } from './time-machine.js';
import { startTranscript } from './transcript.js';

const lost = byId('lost', HTMLElement);
/** Which process the page talks to: another one knows nothing of what was said here. */
let run = '';
let started = false;
const greeted = Promise.withResolvers();

async function start() {
  const [group, commands, clock] = await Promise.all([readGroup(), readCommands(), readClock()]);
  state.group = group;
  state.commands = commands;
  setClock(clock);
  startSidebar();
  startTranscript();
  startComposer();
  startTimeMachine();
  listen({ onMessage: hear, onClock: setClock, onHello: greet, onLost: () => showLost(true) });
  await greeted.promise;
  const before = await Promise.all([
    ...group.channels.map(({ id }) => readMessages({ channel: id })),
    ...group.people.map(({ id }) => readMessages({ user: id })),
  ]);
  for (const message of before.flat()) keepMessage(message);
  started = true;
  changed();
  byId('app', HTMLElement).removeAttribute('aria-busy');
}

/** @param {import('./types.ts').MessageJson} message */
function hear(message) {
  const isNew = keepMessage(message);
  const elsewhere = message.channel !== state.place;
  if (!isNew || !started || !elsewhere) return;
  state.unread.set(message.channel, (state.unread.get(message.channel) ?? 0) + 1);
  changed();
}

/** @param {string} current */
function greet(current) {
  if (run !== '' && run !== current) location.reload();
  run = current;
  greeted.resolve(undefined);
  showLost(false);
}

/** @param {boolean} isLost */
function showLost(isLost) {
  lost.hidden = !isLost;
}

start().catch((error) => {
  lost.textContent = `The playground could not be opened. ${whyOf(error)}`;
  lost.hidden = false;
});
