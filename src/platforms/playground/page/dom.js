// Makes elements. Everything is set as text or attribute, nothing is read as HTML.

/** @typedef {Node | string | undefined | false} Child */

/**
 * A function is what happens on an event: `{ onclick: press }`.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | undefined | ((event: any) => unknown)>} attributes
 * @param {...(Child | readonly Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return element;
}

/**
 * An element of index.html.
 *
 * @template {HTMLElement} E
 * @param {string} id
 * @param {new () => E} kind
 * @returns {E}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`index.html has no ${kind.name} called ${id}.`);
}

const svg = 'http://www.w3.org/2000/svg';

/** Drawn on 24 by 24, with lines of 2. */
const icons = {
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zm0-14v5l3.5 2',
  send: 'M4 12h15m-6-6 6 6-6 6',
  file: 'M14 3H6v18h12V7zm0 0v4h4M12 11v6m-3-3 3 3 3-3',
  out: 'M8 5H5v14h14v-3M13 5h6v6m0-6-9 9',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  thread: 'M5 4v7a4 4 0 0 0 4 4h10m-4-4 4 4-4 4',
  form: 'M5 4h14v16H5zm3 5h8m-8 4h8m-8 4h4',
  good: 'M4.5 12.5l5 5 10-11',
  bad: 'M6 6l12 12M18 6 6 18',
  warning: 'M12 4v10m0 5v.5',
};

/** @param {keyof typeof icons} name */
export function icon(name) {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', icons[name]);
  drawing.append(path);
  return drawing;
}
