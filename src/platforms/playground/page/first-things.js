// What to try first, in a place where nothing has been said yet.

import { isDm, me, placeName, state } from './state.js';

/** Shown where such a command exists. */
const inChannel = ['/quiz start', '/ask How many CEUs does one AAPC credential need?', '/help'];
const inDm = ['/credential add', '/ceu status', '/quiz start', '/help'];
const asOrganizer = ['/group setup', '/updates next', '/help'];

export function firstThings() {
  const { name, organizer } = me();
  const dm = isDm(state.place);
  const announces = state.place.endsWith('announcements');
  const wanted = dm ? inDm : organizer || announces ? asOrganizer : inChannel;
  return {
    heading: dm ? `Hello ${name}` : `Welcome to ${placeName(state.place)}`,
    text: textFor(dm, announces),
    lines: existing(organizer ? wanted : wanted.filter((line) => line !== '/group setup')),
  };
}

/**
 * @param {boolean} dm
 * @param {boolean} announces
 */
function textFor(dm, announces) {
  if (dm) return 'Here the bot answers you alone, and here your reminders arrive.';
  if (announces)
    return 'Notices of new code sets and the daily question are posted here. Move the clock to see one.';
  return 'Practice, ask about coding and certification, or keep track of your CEUs. Answers are for your eyes only, until you share them.';
}

/** @param {readonly string[]} lines */
function existing(lines) {
  const known = lines.filter((line) =>
    state.commands.some(({ path }) => `${line} `.startsWith(`/${path} `)),
  );
  const shortest = [...state.commands].sort((a, b) => a.specs.length - b.specs.length);
  return known.length > 0 ? known : shortest.slice(0, 3).map(({ path }) => `/${path}`);
}
