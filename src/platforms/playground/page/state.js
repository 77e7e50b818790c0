// What the page knows, and who wants to hear when that changes.

/** @import { Clock, Command, Group, MessageJson, OwnEntry, Person } from './types.ts' */

/** What the person in front of the page is, where, and what lies unread. */
export const state = {
  /** @type {Group} */
  group: /** @type {any} */ (undefined),
  /** @type {readonly Command[]} */
  commands: [],
  person: 'playground:member-1',
  place: 'playground:study-hall',
  /** @type {Map<string, number>} by place */
  unread: new Map(),
  /** @type {Clock & { readAt: number }} */
  clock: { now: '2000-01-01T00:00:00Z', readAt: 0 },
  connected: true,
};

/** @type {Map<string, { order: number, message?: MessageJson, own?: OwnEntry }>} */
const entries = new Map();
/** @type {Set<() => void>} */
const listeners = new Set();
let order = 0;
let told = false;

/** @param {() => void} listener */
export function onChange(listener) {
  listeners.add(listener);
}

/** Several changes in one go are told once. */
export function changed() {
  if (told) return;
  told = true;
  queueMicrotask(() => {
    told = false;
    for (const listener of listeners) listener();
  });
}

/** @returns {Person} */
export function me() {
  const person = state.group.people.find(({ id }) => id === state.person);
  if (!person) throw new Error(`Nobody here is called ${state.person}.`);
  return person;
}

/** @param {string} place */
export function isDm(place) {
  return state.group.people.some(({ dm }) => dm === place);
}

/** @param {string} id */
export function personName(id) {
  return state.group.people.find((person) => person.id === id)?.name ?? id.split(':')[1] ?? id;
}

/** @param {string} id */
export function placeName(id) {
  const channel = state.group.channels.find((one) => one.id === id);
  return channel ? `#${channel.name}` : 'Coderounds';
}

/** Who does something, and where: the beginning of every event. */
export function here() {
  const { id, name } = me();
  return {
    user: { id, name },
    channel: { id: state.place, kind: isDm(state.place) ? 'dm' : 'channel' },
    group: state.group.id,
  };
}

/** @param {MessageJson} message */
export function keepMessage(message) {
  const known = entries.get(message.id);
  if ((known?.message?.revision ?? 0) >= message.revision) return false;
  entries.set(message.id, { order: known?.order ?? ++order, message });
  changed();
  return !known;
}

/** @param {Omit<OwnEntry, 'id' | 'at' | 'text'> & { text?: string }} entry */
export function addOwn(entry) {
  order += 1;
  const own = { text: '', ...entry, id: `own-${order}`, at: currentTime() };
  entries.set(own.id, { order, own });
  changed();
  return own;
}

/**
 * @param {string} id
 * @param {Partial<OwnEntry>} change
 */
export function changeOwn(id, change) {
  const known = entries.get(id);
  if (known?.own) entries.set(id, { ...known, own: { ...known.own, ...change } });
  changed();
}

/** @param {string} id */
export function dropOwn(id) {
  entries.delete(id);
  changed();
}

/** What this person sees in this place, oldest first. */
export function transcript() {
  return [...entries.values()]
    .filter(({ message, own }) =>
      message
        ? message.channel === state.place
        : own?.place === state.place && own.person === state.person,
    )
    .sort((a, b) => a.order - b.order);
}

/**
 * @param {string} person
 * @param {string} place
 */
export function goTo(person, place) {
  state.person = person;
  state.place = place;
  state.unread.delete(place);
  changed();
}

/** @param {Clock} clock */
export function setClock(clock) {
  state.clock = { ...clock, readAt: performance.now() };
  changed();
}

/** Runs on from where it was last moved to. `Date`, since not every browser has Temporal yet. */
export function currentTime() {
  const { now, readAt } = state.clock;
  return new Date(Date.parse(now) + performance.now() - readAt).toISOString();
}
