// Asks for several values at once, and shows what is wrong beside each.

import { whyOf } from './api.js';
import { el, icon } from './dom.js';
import { makeField } from './field.js';

/** @import { FormJson } from './types.ts' */

/**
 * @param {FormJson} form
 * @param {Readonly<Record<string, string>>} problems
 * @param {ReturnType<typeof import('./state.js').here>} from
 * @param {(fields: Record<string, unknown>) => Promise<Readonly<Record<string, string>> | undefined>} submit
 *   the problems, if there are any
 */
export function openForm(form, problems, from, submit) {
  const path = form.submit.split('?')[0]?.replace(/^\//, '') ?? '';
  const fields = form.specs.map((spec) => makeField(spec, form.values?.[spec.name], from, path));
  const sends = el('button', { type: 'submit', class: 'primary' }, 'Send');
  const trouble = el('p', { class: 'trouble', role: 'alert' });
  const before = document.activeElement;

  /** @type {HTMLDialogElement} */
  const dialog = el(
    'dialog',
    { class: 'form-dialog', 'aria-labelledby': 'form-title' },
    el(
      'form',
      { method: 'dialog', novalidate: true, onsubmit: sendAll },
      el(
        'header',
        {},
        el('h2', { id: 'form-title' }, form.title),
        el(
          'button',
          { type: 'button', class: 'bare', 'aria-label': 'Close', onclick: () => dialog.close() },
          icon('close'),
        ),
      ),
      el(
        'div',
        { class: 'fields' },
        trouble,
        fields.map((field) => field.element),
      ),
      el(
        'footer',
        {},
        el('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel'),
        sends,
      ),
    ),
  );

  /** @param {Readonly<Record<string, string>>} found */
  function showProblems(found) {
    for (const field of fields) field.setProblem(found[field.name]);
    const elsewhere = Object.entries(found).filter(
      ([name]) => !fields.some((field) => field.name === name),
    );
    trouble.textContent = elsewhere.map(([name, problem]) => `${name} ${problem}.`).join(' ');
    fields.find((field) => found[field.name])?.focus();
  }

  /** @param {Event} event */
  async function sendAll(event) {
    event.preventDefault();
    if (sends.disabled) return;
    sends.disabled = true;
    try {
      const values = await Promise.all(
        fields.map(async (field) => [field.name, await field.read()]),
      );
      const found = await submit(
        Object.fromEntries(values.filter(([, value]) => value !== undefined)),
      );
      if (found) showProblems(found);
      else dialog.close();
    } catch (error) {
      trouble.textContent = whyOf(error);
    } finally {
      sends.disabled = false;
    }
  }

  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  showProblems(problems);
  if (Object.keys(problems).length === 0) fields[0]?.focus();
}
