// Buttons, selects and links under a message.

import { press } from './do.js';
import { el, icon } from './dom.js';
import { outsideLink } from './markdown.js';

/** @import { Control, PressedOn } from './types.ts' */

/**
 * @param {readonly Control[]} controls
 * @param {PressedOn} on
 */
export function showControls(controls, on) {
  const row = el('div', { class: 'controls' });
  let waiting = 0;
  /**
   * A second press on the same button is taken for a double click.
   *
   * @param {HTMLElement} pressed
   * @param {string} ref
   * @param {string} [value]
   */
  const pressOnce = async (pressed, ref, value) => {
    if (pressed.classList.contains('busy')) return;
    pressed.classList.add('busy');
    waiting += 1;
    row.setAttribute('aria-busy', 'true');
    await press(ref, on, value);
    waiting -= 1;
    if (waiting === 0) row.removeAttribute('aria-busy');
    pressed.classList.remove('busy');
  };
  row.append(...controls.map((control) => showControl(control, pressOnce)));
  return row;
}

/**
 * @param {Control} control
 * @param {(pressed: HTMLElement, ref: string, value?: string) => Promise<void>} pressOnce
 */
function showControl(control, pressOnce) {
  if (control.kind === 'link')
    return outsideLink(control.url, [control.label, icon('out')], { class: 'button' });
  if (control.kind === 'select') return showSelect(control, pressOnce);
  /** @type {HTMLButtonElement} */
  const button = el(
    'button',
    {
      type: 'button',
      class: control.style,
      disabled: control.disabled === true,
      onclick: () => pressOnce(button, control.press),
    },
    control.label,
  );
  return button;
}

/**
 * With a button of its own: arrow keys change a select, and must not answer a question yet.
 *
 * @param {Extract<Control, { kind: 'select' }>} control
 * @param {(pressed: HTMLElement, ref: string, value?: string) => Promise<void>} pressOnce
 */
function showSelect({ label, choices, press: ref }, pressOnce) {
  const select = el(
    'select',
    { 'aria-label': label },
    el('option', { value: '' }, label),
    choices.map((choice) => el('option', { value: choice.value }, choice.label)),
  );
  /** @type {HTMLButtonElement} */
  const button = el(
    'button',
    {
      type: 'button',
      onclick: () => (select.value === '' ? select.focus() : pressOnce(button, ref, select.value)),
    },
    'Choose',
  );
  return el('span', { class: 'select' }, select, button);
}
