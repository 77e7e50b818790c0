// The places of the group, and the person that you are just now.

import { byId, el } from './dom.js';
import { avatar } from './message.js';
import { goTo, isDm, me, onChange, state } from './state.js';

const places = byId('places', HTMLElement);
const people = byId('people', HTMLElement);
const groupName = byId('group', HTMLElement);
const sidebar = byId('sidebar', HTMLElement);
const menu = byId('menu', HTMLButtonElement);
const shade = byId('shade', HTMLElement);

export function startSidebar() {
  menu.addEventListener('click', () => open(menu.getAttribute('aria-expanded') !== 'true'));
  shade.addEventListener('click', () => open(false));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !shade.hidden) open(false);
  });
  onChange(draw);
}

/** On a phone it lies over the conversation. */
function open(/** @type {boolean} */ isOpen) {
  menu.setAttribute('aria-expanded', String(isOpen));
  sidebar.classList.toggle('open', isOpen);
  shade.hidden = !isOpen;
  if (isOpen) places.querySelector('button')?.focus();
  else if (sidebar.contains(document.activeElement)) menu.focus();
}

function draw() {
  const focused = document.activeElement?.id;
  groupName.textContent = state.group.name;
  const own = me();
  places.replaceChildren(
    el('h2', {}, 'Channels'),
    ...state.group.channels.map(({ id, name }) => placeButton(id, name, '#')),
    el('h2', {}, 'Direct messages'),
    placeButton(own.dm, 'Coderounds', '@'),
  );
  people.replaceChildren(...state.group.people.map(personRow));
  menu.classList.toggle(
    'unread',
    [...state.unread.values()].some((count) => count > 0),
  );
  if (focused) document.getElementById(focused)?.focus();
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} sign
 */
function placeButton(id, name, sign) {
  const unread = state.unread.get(id) ?? 0;
  return el(
    'button',
    {
      id: `place-${id}`,
      type: 'button',
      class: 'place',
      'aria-current': state.place === id && 'page',
      onclick: () => {
        goTo(state.person, id);
        open(false);
      },
    },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    el('span', { class: 'name' }, name),
    unread > 0 && el('span', { class: 'badge' }, String(unread), hidden(' unread')),
  );
}

/** @param {(typeof state.group.people)[number]} person */
function personRow({ id, name, organizer, dm }) {
  const unread = id === state.person ? 0 : (state.unread.get(dm) ?? 0);
  return el(
    'label',
    { class: 'person' },
    el('input', {
      id: `person-${id}`,
      type: 'radio',
      name: 'person',
      checked: id === state.person,
      onchange: () => goTo(id, isDm(state.place) ? dm : state.place),
    }),
    avatar(id),
    el('span', { class: 'name' }, name),
    el('span', { class: 'role' }, organizer ? 'Organizer' : 'Member'),
    unread > 0 && el('span', { class: 'badge' }, String(unread), hidden(' unread')),
  );
}

/** @param {string} text for those who listen */
function hidden(text) {
  return el('span', { class: 'visually-hidden' }, text);
}
