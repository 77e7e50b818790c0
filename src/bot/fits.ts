// Whether a reply or a form fits every platform: tests ask this of all that the bot says.

import { type Limit, limits } from './limits.ts';
import type { Control, Form, Reply } from './reply.ts';
import type { Spec } from './shape.ts';

const buttonsPerRow = 5;

/** One sentence for each limit that is broken; none where it fits. */
export function checkReply(reply: Reply): readonly string[] {
  const { title, text, fields = [], controls = [], footnote, image } = reply;
  return [
    ...(text.trim() === '' ? ['There is no text.'] : []),
    ...tooLong('text', text, limits.text),
    ...tooLong('title', title, limits.title),
    ...tooLong('footnote', footnote, limits.footnote),
    ...tooLong('alt text', image?.alt, limits.alt),
    ...tooMany('fields', fields, limits.fields),
    ...fields.flatMap(({ label, value }) => [
      ...tooLong('label', label, limits.fieldLabel),
      ...tooLong(`value of ${label}`, value, limits.fieldValue),
    ]),
    ...checkControls(controls),
  ];
}

export function checkForm({ title, submit, specs }: Form): readonly string[] {
  return [
    ...(specs.length === 0 ? ['The form asks for nothing.'] : []),
    ...tooLong('form title', title, limits.formTitle),
    ...tooLong('reference', submit, limits.reference),
    ...tooMany('form fields', specs, limits.formFields),
    ...specs.flatMap(checkSpec),
  ];
}

function checkSpec({ label, hint, choices = [] }: Spec): readonly string[] {
  return [
    ...tooLong('label', label, limits.fieldName),
    ...tooLong(`hint of ${label}`, hint, limits.hint),
    ...tooMany(`choices of ${label}`, choices, limits.choices),
  ];
}

function checkControls(controls: readonly Control[]): readonly string[] {
  const selects = controls.filter(({ kind }) => kind === 'select').length;
  const rows = selects + Math.ceil((controls.length - selects) / buttonsPerRow);
  const references = controls.flatMap((each) => (each.kind === 'link' ? [] : [each.press]));
  const repeated = references.find((each, index) => references.indexOf(each) !== index);
  return [
    ...tooMany('controls', controls, limits.controls),
    ...(rows > limits.rows.most ? [`There are ${rows} rows of controls.`] : []),
    ...(repeated === undefined ? [] : [`Two controls refer to ${repeated}.`]),
    ...references.flatMap((each) => tooLong('reference', each, limits.reference)),
    ...controls.flatMap(checkControl),
  ];
}

function checkControl(control: Control): readonly string[] {
  if (control.kind !== 'select') return tooLong('button', control.label, limits.buttonLabel);
  const values = control.choices.map(({ value }) => value);
  return [
    ...(values.length === 0 ? [`“${control.label}” has no choices.`] : []),
    ...(new Set(values).size < values.length ? [`“${control.label}” repeats a value.`] : []),
    ...tooLong('select', control.label, limits.selectLabel),
    ...tooMany('choices', control.choices, limits.choices),
    ...control.choices.flatMap(({ label, value }) => [
      ...tooLong('choice', label, limits.choiceLabel),
      ...tooLong(`value of ${label}`, value, limits.choiceValue),
    ]),
  ];
}

function tooLong(what: string, text: string | undefined, { most }: Limit): readonly string[] {
  const length = text?.length ?? 0;
  return length > most ? [`The ${what} has ${length} characters, ${most} fit.`] : [];
}

function tooMany(what: string, items: readonly unknown[], { most }: Limit): readonly string[] {
  return items.length > most ? [`There are ${items.length} ${what}, ${most} fit.`] : [];
}
