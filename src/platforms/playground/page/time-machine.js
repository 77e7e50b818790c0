// Moves the playground's clock, and tells what happened on the way.

import { moveClock, readClock, whyOf } from './api.js';
import { byId, el } from './dom.js';
import {
  currentTime,
  goTo,
  isDm,
  onChange,
  personName,
  placeName,
  setClock,
  state,
} from './state.js';
import {
  dayOf,
  instantOfInput,
  localInput,
  minuteOf,
  momentOf,
  shortMomentOf,
  zone,
} from './time.js';

/** @import { Clock, MessageJson } from './types.ts' */

const long = byId('clock-long', HTMLElement);
const short = byId('clock-short', HTMLElement);
const panel = byId('clock', HTMLElement);
const now = byId('clock-now', HTMLElement);
const next = byId('clock-next', HTMLButtonElement);
const picked = byId('clock-picked', HTMLInputElement);
const pick = byId('clock-pick', HTMLFormElement);
const trouble = byId('clock-trouble', HTMLElement);
const journeys = byId('journeys', HTMLElement);
const status = byId('status', HTMLElement);

export function startTimeMachine() {
  for (const step of panel.querySelectorAll('button[data-forward]'))
    step.addEventListener('click', () =>
      travel({ forward: step.getAttribute('data-forward') ?? '' }, step.textContent.trim()),
    );
  next.addEventListener('click', () => travel({ to: 'next' }, 'Next event'));
  pick.addEventListener('submit', (event) => {
    event.preventDefault();
    if (picked.value) void travel({ now: instantOfInput(picked.value) }, 'Date picked');
  });
  panel.addEventListener('toggle', opened);
  onChange(drawTime);
  setInterval(drawTime, 1000);
}

/** What falls due next may have changed since the page looked. */
async function opened() {
  picked.value = localInput(currentTime());
  if (!panel.matches(':popover-open')) return;
  try {
    setClock(await readClock());
  } catch (error) {
    trouble.textContent = whyOf(error);
  }
}

function drawTime() {
  const time = currentTime();
  setText(long, `${dayOf(time)} · ${minuteOf(time)}`);
  setText(short, shortMomentOf(time));
  setText(now, `${momentOf(time)} (${zone})`);
  const due = state.clock.next;
  setText(next, due ? `Next event: ${momentOf(due)}` : 'Nothing is planned yet');
  next.disabled = due === undefined;
}

/**
 * @param {HTMLElement} element
 * @param {string} text
 */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {Parameters<typeof moveClock>[0]} move
 * @param {string} what
 */
async function travel(move, what) {
  if (panel.getAttribute('aria-busy') === 'true') return;
  panel.setAttribute('aria-busy', 'true');
  trouble.textContent = '';
  try {
    const journey = await moveClock(move);
    setClock(journey);
    tell(what, journey);
  } catch (error) {
    trouble.textContent = whyOf(error);
  } finally {
    panel.removeAttribute('aria-busy');
    picked.value = localInput(currentTime());
  }
}

/**
 * @param {string} what
 * @param {Clock & { messages: readonly MessageJson[] }} journey
 */
function tell(what, journey) {
  const count = journey.messages.length;
  const said =
    count === 0 ? 'Nothing was said.' : count === 1 ? 'One message.' : `${count} messages.`;
  status.textContent = `It is ${momentOf(journey.now)}. ${said}`;
  journeys.prepend(
    el(
      'li',
      {},
      el('p', {}, el('strong', {}, what), ` to ${momentOf(journey.now)}. ${said}`),
      journey.messages.slice(-8).map(messageLink),
    ),
  );
}

/** @param {MessageJson} message */
function messageLink(message) {
  const { to } = message;
  const where = to.kind === 'dm' ? `DM to ${personName(to.user)}` : placeName(to.channel);
  const about = message.title ?? firstWords(message.text);
  return el(
    'button',
    { type: 'button', class: 'happened', onclick: () => show(message) },
    el('span', { class: 'tag' }, where),
    el('span', {}, about),
  );
}

/** @param {string} text */
function firstWords(text) {
  const plain = text.replaceAll(/[*_`\\]/g, '');
  return plain.length > 70 ? `${plain.slice(0, 69)}…` : plain;
}

/** @param {MessageJson} message */
function show({ to, channel }) {
  const person = to.kind === 'dm' ? to.user : state.person;
  panel.hidePopover();
  goTo(person, to.kind === 'dm' || !isDm(channel) ? channel : state.place);
}
