// One field of a form: the input that fits its kind, with its hint and what is wrong with it.

import { postSuggest } from './api.js';
import { el } from './dom.js';
import { state } from './state.js';

/** @import { Choice, Spec } from './types.ts' */

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {HTMLElement} element
 * @property {() => Promise<unknown>} read undefined, if it was left empty
 * @property {(problem: string | undefined) => void} setProblem
 * @property {() => void} focus
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Input */

const mostFileBytes = 10_000_000;

/**
 * @param {Spec} spec
 * @param {unknown} value
 * @param {object} from who fills it in, and where
 * @param {string} path what suggestions are asked with
 * @returns {Field}
 */
export function makeField(spec, value, from, path) {
  const id = `field-${spec.name}`;
  const described = { 'aria-describedby': `${id}-hint ${id}-problem` };
  const input = inputFor(spec, { id, name: spec.name, ...described });
  const given = value ?? spec.initial;
  if (input instanceof HTMLInputElement && input.type === 'checkbox')
    input.checked = given === true || given === 'true';
  else if (given !== undefined && spec.is !== 'file') input.value = String(given);
  const problem = el('p', { id: `${id}-problem`, class: 'problem' });
  const label = el(
    'label',
    { for: id },
    spec.label,
    !spec.required && el('span', { class: 'optional' }, ' optional'),
  );
  const hint = el('p', { id: `${id}-hint`, class: 'hint' }, spec.hint);
  const suggestions = spec.suggests && el('datalist', { id: `${id}-list` });
  if (suggestions && input instanceof HTMLInputElement)
    suggestInto(input, suggestions, { ...from, kind: 'suggest', path, option: spec.name });
  return {
    name: spec.name,
    element: el(
      'div',
      { class: spec.is === 'flag' ? 'field flag' : 'field' },
      ...(spec.is === 'flag' ? [input, label] : [label, input]),
      hint,
      suggestions,
      problem,
    ),
    read: () => readInput(spec, input),
    setProblem(text) {
      problem.textContent = text ? `This ${text}.` : '';
      if (text) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    },
    focus: () => input.focus(),
  };
}

/**
 * @param {Spec} spec
 * @param {Record<string, string>} attributes
 * @returns {Input}
 */
function inputFor(spec, attributes) {
  const required = { ...attributes, 'aria-required': spec.required && 'true' };
  switch (spec.is) {
    case 'longText':
      return el('textarea', { ...required, rows: 4 });
    case 'number':
      return el('input', {
        ...required,
        type: 'number',
        step: spec.whole ? 1 : 'any',
        min: spec.min,
        max: spec.max,
        inputmode: spec.whole ? 'numeric' : 'decimal',
      });
    case 'date':
      return el('input', { ...required, type: 'date' });
    case 'flag':
      return el('input', { ...attributes, type: 'checkbox' });
    case 'file':
      return el('input', { ...required, type: 'file' });
    case 'choice':
    case 'user':
    case 'channel':
      return el('select', required, optionsOf(spec));
    default:
      return el('input', { ...required, type: 'text', autocomplete: 'off' });
  }
}

/** @param {Spec} spec */
function optionsOf(spec) {
  const none = spec.required ? 'Choose one' : 'None';
  return [{ label: none, value: '' }, ...choicesOf(spec)].map(({ label, value }) =>
    el('option', { value }, label),
  );
}

/**
 * @param {Spec} spec
 * @returns {readonly Choice[]}
 */
function choicesOf(spec) {
  if (spec.is === 'user')
    return state.group.people.map(({ id, name }) => ({ label: name, value: id }));
  if (spec.is === 'channel')
    return state.group.channels.map(({ id, name }) => ({ label: `#${name}`, value: id }));
  return spec.choices ?? [];
}

/**
 * @param {Spec} spec
 * @param {Input} input
 */
async function readInput(spec, input) {
  if (input instanceof HTMLInputElement) {
    if (spec.is === 'flag') return input.checked;
    if (spec.is === 'file') return readFile(spec, input.files?.[0]);
    if (input.validity.badInput)
      throw new Error(`${spec.label} cannot be read. Please enter it anew.`);
  }
  return input.value.trim() === '' ? undefined : input.value;
}

/**
 * @param {Spec} spec
 * @param {File | undefined} file
 */
async function readFile(spec, file) {
  if (!file) return undefined;
  if (file.size > mostFileBytes)
    throw new Error(`${spec.label}: ${file.name} is larger than 10 MB. Choose a smaller file.`);
  const { promise, resolve, reject } = Promise.withResolvers();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result));
  reader.onerror = () => reject(new Error(`${file.name} could not be read.`));
  reader.readAsDataURL(file);
  const bytes = String(await promise).split(',')[1] ?? '';
  return { name: file.name, mediaType: file.type || 'application/octet-stream', bytes };
}

/**
 * @param {HTMLInputElement} input
 * @param {HTMLDataListElement} list
 * @param {object} event
 */
function suggestInto(input, list, event) {
  let asking = new AbortController();
  input.setAttribute('list', list.id);
  const ask = async () => {
    asking.abort();
    asking = new AbortController();
    try {
      const choices = await postSuggest({ ...event, typed: input.value }, asking.signal);
      list.replaceChildren(
        ...choices.map(({ label, value }) => el('option', { value }, label === value ? '' : label)),
      );
    } catch {
      // Somebody typed on: the next answer fills the list.
    }
  };
  input.addEventListener('focus', ask);
  input.addEventListener('input', ask);
}
