// The conversation of one place: redraws only what changed, and follows what is new.

import { typeLine } from './do.js';
import { byId, el } from './dom.js';
import { firstThings } from './first-things.js';
import { showEntry } from './message.js';
import { isDm, onChange, placeName, state, transcript } from './state.js';
import { dayOf } from './time.js';

/** @import { MessageJson, OwnEntry } from './types.ts' */

const log = byId('log', HTMLElement);
const scroller = byId('scroller', HTMLElement);
const title = byId('place', HTMLElement);
const about = byId('about', HTMLElement);

/** @type {Map<string, { said: MessageJson | OwnEntry, element: HTMLElement }>} */
let drawn = new Map();
let showing = '';

export function startTranscript() {
  onChange(draw);
}

function draw() {
  const here = `${state.person} in ${state.place}`;
  const moved = here !== showing;
  if (moved) drawn = new Map();
  showing = here;
  const lastBefore = drawn.get([...drawn.keys()].at(-1) ?? '');
  const entries = transcript();
  const newest = entries.at(-1)?.own;
  const isMine = newest !== undefined && !drawn.has(newest.id);
  const follows = moved || isMine || nearTheEnd();
  const before = drawn;
  const focused = focusedEntry(before);
  drawn = new Map(
    entries.flatMap((entry) => {
      const said = entry.message ?? entry.own;
      if (!said) return [];
      const known = before.get(said.id);
      const element = known?.said === said ? known.element : showEntry(entry);
      if (!known && !moved) element.classList.add('new');
      return [[said.id, { said, element }]];
    }),
  );
  place(moved);
  if (moved) showPlace();
  if (entries.length === 0) showNothingYet();
  if (focused) refocus(focused);
  const last = [...drawn.values()].at(-1);
  if (moved) scroller.scrollTop = scroller.scrollHeight;
  else if (follows && last && last.said !== lastBefore?.said) showFromItsTop(last.element);
}

/** @param {boolean} moved */
function place(moved) {
  const wanted = withDays([...drawn.values()]);
  if (moved) return log.replaceChildren(...wanted);
  const keep = new Set(wanted);
  for (const child of [...log.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((element, index) => {
    if (log.children[index] !== element) log.insertBefore(element, log.children[index] ?? null);
  });
}

/** @type {Map<string, HTMLElement>} */
const dayRows = new Map();

/**
 * A line between the days, of which the time machine makes many.
 *
 * @param {readonly { said: MessageJson | OwnEntry, element: HTMLElement }[]} rows
 * @returns {Element[]}
 */
function withDays(rows) {
  let last = '';
  return rows.flatMap(({ said, element }) => {
    const day = dayOf(said.at);
    if (day === last) return [element];
    last = day;
    const key = `${showing} ${said.id}`;
    const row = dayRows.get(key) ?? el('p', { class: 'day' }, el('span', {}, day));
    dayRows.set(key, row);
    return [row, element];
  });
}

/** @param {typeof drawn} before */
function focusedEntry(before) {
  const found = [...before].find(([, { element }]) => element.contains(document.activeElement));
  return found && { id: found[0], element: found[1].element };
}

/**
 * A pressed button is gone with the message that it was on; the keyboard stays where it was.
 *
 * @param {{ id: string, element: HTMLElement }} focused
 */
function refocus({ id, element }) {
  const now = drawn.get(id)?.element;
  if (!now || now === element) return;
  const button = now.querySelector('.controls button:not(:disabled)');
  if (button instanceof HTMLElement) button.focus({ preventScroll: true });
  else now.focus({ preventScroll: true });
}

/**
 * To the end, but no further than the beginning of what is new: that is where one reads on.
 *
 * @param {HTMLElement} element
 */
function showFromItsTop(element) {
  const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const end = scroller.scrollHeight - scroller.clientHeight;
  scroller.scrollTop = Math.min(end, scroller.scrollTop + top - 12);
}

function nearTheEnd() {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 160;
}

function showPlace() {
  const dm = isDm(state.place);
  title.textContent = placeName(state.place);
  about.textContent = dm
    ? 'Your direct messages with the bot'
    : state.place.endsWith('announcements')
      ? 'Notices and the daily question'
      : 'Where the group practices';
  document.title = `${placeName(state.place)} · Coderounds`;
}

function showNothingYet() {
  const { heading, text, lines } = firstThings();
  log.replaceChildren(
    el(
      'section',
      { class: 'nothing-yet' },
      el('img', { src: '/mark.svg', alt: '', width: 56, height: 56 }),
      el('h2', {}, heading),
      el('p', {}, text),
      el(
        'div',
        { class: 'controls' },
        lines.map((line) =>
          el('button', { type: 'button', class: 'try', onclick: () => typeLine(line) }, line),
        ),
      ),
    ),
  );
}
