// What a person does here: types, presses, submits. Each is one event, and its outcome is shown.

import { postEvent, whyOf } from './api.js';
import { openForm } from './form-dialog.js';
import { addOwn, changeOwn, dropOwn, here, state } from './state.js';

/** @import { FormJson, OutcomeJson, PressedOn } from './types.ts' */

/** Before this the answer is as good as there, and "Thinking…" would only flicker. */
const patience = 350;

/** @param {string} line */
export async function typeLine(line) {
  const from = here();
  const where = { person: state.person, place: state.place };
  const typed = addOwn({ kind: 'typed', text: line, ...where });
  const thinking = { id: '' };
  const late = setTimeout(() => {
    thinking.id = addOwn({ kind: 'thinking', ...where }).id;
  }, patience);
  try {
    const outcome = await postEvent({ ...from, kind: 'line', line });
    if (outcome.kind === 'reply' && outcome.posted) dropOwn(typed.id);
    showOutcome(outcome, from, {});
  } catch (error) {
    addOwn({ kind: 'failed', text: whyOf(error), ...where });
  } finally {
    clearTimeout(late);
    dropOwn(thinking.id);
  }
}

/**
 * The last press on each message that still waits for its answer.
 *
 * @type {Map<string, Promise<void>>}
 */
const turns = new Map();

/**
 * Presses on one message are sent one after the other, so that quick ones all count and no late
 * answer is drawn over a later one.
 *
 * @param {string} ref
 * @param {PressedOn} on
 * @param {string} [value] what a select chose
 */
export async function press(ref, on, value) {
  const from = here();
  const message = on.kept ?? on.own ?? '';
  const turn = (turns.get(message) ?? Promise.resolve()).then(() =>
    sendPress(ref, on, from, value),
  );
  turns.set(message, turn);
  await turn;
  if (turns.get(message) === turn) turns.delete(message);
}

/**
 * @param {string} ref
 * @param {PressedOn} on
 * @param {From} from
 * @param {string} [value]
 */
async function sendPress(ref, on, from, value) {
  try {
    const message = on.kept;
    const outcome = await postEvent({ ...from, kind: 'press', ref, value, message });
    showOutcome(outcome, from, on);
  } catch (error) {
    addOwn({
      kind: 'failed',
      text: whyOf(error),
      person: from.user.id,
      place: from.channel.id,
    });
  }
}

/** @typedef {ReturnType<typeof here>} From */

/**
 * @param {OutcomeJson} outcome
 * @param {From} from
 * @param {PressedOn} on
 */
function showOutcome(outcome, from, on) {
  if (outcome.kind === 'form') return askForm(outcome, {}, from, on);
  if (outcome.kind === 'invalid') return askForm(outcome.form, outcome.problems, from, on);
  if (outcome.posted) return;
  if (on.own && outcome.mode !== 'new') return changeOwn(on.own, { reply: outcome });
  addOwn({ kind: 'reply', reply: outcome, person: from.user.id, place: from.channel.id });
}

/**
 * @param {FormJson} form
 * @param {Readonly<Record<string, string>>} problems
 * @param {From} from
 * @param {PressedOn} on
 */
function askForm(form, problems, from, on) {
  openForm(form, problems, from, async (fields) => {
    const outcome = await postEvent({
      ...from,
      kind: 'submit',
      ref: form.submit,
      fields,
      message: on.kept,
    });
    if (outcome.kind === 'invalid') return outcome.problems;
    showOutcome(outcome, from, on);
    return undefined;
  });
}
