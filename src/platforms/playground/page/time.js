// Times as people read them. `Date`, since not every browser has Temporal yet.

const day = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
});
const shortDay = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });
const minute = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const { timeZone } = minute.resolvedOptions();

/** The reader's own zone: "America/New_York". */
export const zone = timeZone.replaceAll('_', ' ');

/** @param {string} instant */
export const dayOf = (instant) => day.format(new Date(instant));

/** @param {string} instant */
export const minuteOf = (instant) => minute.format(new Date(instant));

/**
 * For where there is little room: "Nov 22 · 3:00 PM".
 *
 * @param {string} instant
 */
export const shortMomentOf = (instant) =>
  `${shortDay.format(new Date(instant))} · ${minuteOf(instant)}`;

/** @param {string} instant */
export const momentOf = (instant) => `${dayOf(instant)}, ${minuteOf(instant)}`;

/**
 * For `<input type="datetime-local">`, which knows no zones.
 *
 * @param {string} instant
 */
export function localInput(instant) {
  const date = new Date(instant);
  const shifted = date.getTime() - date.getTimezoneOffset() * 60_000;
  return new Date(shifted).toISOString().slice(0, 16);
}

/** @param {string} local */
export const instantOfInput = (local) => new Date(local).toISOString();

/**
 * Today in the reader's zone, as a form wants it.
 *
 * @param {string} instant
 */
export const isoDay = (instant) => localInput(instant).slice(0, 10);
