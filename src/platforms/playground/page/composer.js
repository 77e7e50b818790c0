// Where commands are typed: suggests as you type, and is used by keyboard alone.

import { postSuggest } from './api.js';
import { asSuggestion, complete } from './completion.js';
import { press, typeLine } from './do.js';
import { byId, el, icon } from './dom.js';
import { currentTime, here, state } from './state.js';
import { isoDay } from './time.js';

/** @import { Completion, Suggestion } from './types.ts' */

const form = byId('composer', HTMLFormElement);
const input = byId('line', HTMLInputElement);
const list = byId('suggestions', HTMLElement);
const usage = byId('usage', HTMLElement);
const slash = byId('slash', HTMLButtonElement);

/** @type {Completion} */
let completion = { suggestions: [], eager: false };
/** @type {readonly Suggestion[]} */
let shown = [];
let active = -1;
let asking = new AbortController();
/** @type {string[]} what was sent, latest last */
const sent = [];
let recalled = 0;

export function startComposer() {
  input.addEventListener('input', typed);
  input.addEventListener('keydown', keyed);
  input.addEventListener('blur', closeList);
  input.addEventListener('focus', () => input.value !== '' && typed());
  form.addEventListener('submit', submitted);
  slash.addEventListener('click', () => setLine('/'));
  showUsage();
}

/** @param {string} line */
export function setLine(line) {
  input.value = line;
  input.focus();
  typed();
}

/** @param {Event} event */
function submitted(event) {
  event.preventDefault();
  const line = input.value.trim();
  if (line === '') return input.focus();
  sent.push(line);
  recalled = sent.length;
  input.value = '';
  typed();
  void typeLine(line);
}

function typed() {
  const known = { commands: state.commands, group: state.group, today: isoDay(currentTime()) };
  completion = complete(input.value, known);
  show(completion.suggestions);
  showUsage();
  void askBot(completion);
}

/** @param {Completion} now */
async function askBot({ ask, suggestions }) {
  asking.abort();
  if (!ask) return;
  asking = new AbortController();
  const { path, option, typed: text, lineWith } = ask;
  try {
    const event = { ...here(), kind: 'suggest', path, option, typed: text };
    const choices = await postSuggest(event, asking.signal);
    const told = choices.map((choice) => asSuggestion(choice, lineWith));
    show([...told, ...suggestions].slice(0, 25));
  } catch {
    // Somebody typed on, or the playground is gone: people can type without suggestions.
  }
}

/** @param {KeyboardEvent} event */
function keyed(event) {
  if (event.isComposing) return;
  const open = shown.length > 0;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return arrow(event, open);
  if (!open) return;
  if (event.key === 'Escape') return stop(event, closeList);
  const taken = shown[active] ?? (event.key === 'Tab' ? shown[0] : undefined);
  if ((event.key === 'Enter' || event.key === 'Tab') && taken && !event.shiftKey)
    stop(event, () => setLine(taken.line));
}

/**
 * @param {KeyboardEvent} event
 * @param {boolean} open
 */
function arrow(event, open) {
  const step = event.key === 'ArrowDown' ? 1 : -1;
  if (open) return stop(event, () => activate((active + step + shown.length) % shown.length));
  const recalls = sent.length > 0 && (input.value === '' || input.value === sent[recalled]);
  if (recalls) return stop(event, () => recall(step));
  if (step === 1) stop(event, () => (input.value === '' ? setLine('/') : typed()));
}

/**
 * @param {Event} event
 * @param {() => void} then
 */
function stop(event, then) {
  event.preventDefault();
  then();
}

/** @param {number} step */
function recall(step) {
  recalled = Math.max(0, Math.min(sent.length, recalled + step));
  input.value = sent[recalled] ?? '';
  closeList();
  showUsage();
}

/** @param {readonly Suggestion[]} suggestions */
function show(suggestions) {
  shown = suggestions;
  list.replaceChildren(...suggestions.map(suggestionRow));
  list.hidden = suggestions.length === 0;
  input.setAttribute('aria-expanded', String(suggestions.length > 0));
  activate(completion.eager && suggestions.length > 0 ? 0 : -1);
}

function closeList() {
  asking.abort();
  show([]);
}

/**
 * @param {Suggestion} suggestion
 * @param {number} index
 */
function suggestionRow(suggestion, index) {
  return el(
    'div',
    {
      id: `suggestion-${index}`,
      role: 'option',
      'aria-selected': 'false',
      // Before `blur`, which would close the list under the pointer.
      onmousedown: (/** @type {Event} */ event) => stop(event, () => setLine(suggestion.line)),
    },
    el('span', { class: 'suggestion-label' }, suggestion.label),
    el('span', { class: 'suggestion-hint' }, suggestion.hint),
    suggestion.note && el('span', { class: 'tag' }, suggestion.note),
  );
}

/** @param {number} index */
function activate(index) {
  active = index;
  for (const [i, row] of [...list.children].entries())
    row.setAttribute('aria-selected', String(i === index));
  list.children[index]?.scrollIntoView({ block: 'nearest' });
  if (index < 0) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', `suggestion-${index}`);
}

/** What the command takes, with the option that is being typed, and the way to its form. */
function showUsage() {
  const { command, option } = completion;
  usage.hidden = command === undefined;
  if (!command) return usage.replaceChildren();
  usage.replaceChildren(
    el(
      'p',
      {},
      el('code', {}, `/${command.path}`),
      command.specs.map(({ name, required }) =>
        el(
          'code',
          { class: name === option?.name ? 'current' : required ? 'required' : 'optional' },
          required ? name : `[${name}]`,
        ),
      ),
      el('span', { class: 'usage-hint' }, option?.hint ?? command.summary),
    ),
    (command.specs.length > 0 &&
      el(
        'button',
        { type: 'button', class: 'quiet', onclick: () => openCommandForm(command.path) },
        icon('form'),
        'Fill in a form',
      )) ||
      '',
  );
}

/** @param {string} path */
function openCommandForm(path) {
  input.value = '';
  typed();
  void press(`/${path}…`, {});
}
