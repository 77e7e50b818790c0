// A form as a Slack modal, and what was typed into it as plain values.

import type { types } from '@slack/bolt';
import { z } from 'zod';
import { limits } from '../../bot/limits.ts';
import type { Form, Invalid } from '../../bot/reply.ts';
import type { Spec } from '../../bot/shape.ts';
import { localId } from '../../core/ids.ts';
import { optionOf, plainObject } from './render.ts';

type Element = types.InputBlock['element'];

/** What the modal carries through to its submission: where it was opened, and what it submits to. */
export const formMetadata = z.object({
  submit: z.string(),
  channel: z.string(),
  dm: z.boolean(),
  /** Under which the place is remembered, as long as the process lives. */
  place: z.string(),
});
export type FormMetadata = z.output<typeof formMetadata>;

export const formCallback = 'form';
const mostOptionValue = 150;

type Modal = Omit<types.ModalView, 'blocks'> & { blocks: types.InputBlock[] };

export function modalOf(form: Form, metadata: FormMetadata): Modal {
  return {
    type: 'modal',
    callback_id: formCallback,
    title: plainObject(form.title, limits.formTitle.most),
    submit: plainObject('Send', limits.formTitle.most),
    close: plainObject('Cancel', limits.formTitle.most),
    private_metadata: JSON.stringify(metadata),
    blocks: fieldsOf(form).map((spec) => inputOf(spec, form.values?.[spec.name] ?? spec.initial)),
  };
}

/** Roles exist on Discord alone. */
function fieldsOf(form: Form): readonly Spec[] {
  return form.specs.filter((spec) => spec.is !== 'role');
}

function inputOf(spec: Spec, given: unknown): types.InputBlock {
  return {
    type: 'input',
    block_id: spec.name,
    label: plainObject(spec.label, limits.fieldName.most),
    hint: plainObject(spec.hint, limits.hint.most),
    /** A checkbox that must be ticked could never say no. */
    optional: !spec.required || spec.is === 'flag',
    element: elementOf(spec, given),
  };
}

function elementOf(spec: Spec, given: unknown): Element {
  const action_id = spec.name;
  const typed = given === undefined || given === null ? '' : String(given);
  switch (spec.is) {
    case 'text':
    case 'longText':
    case 'role':
      return spec.suggests && typed.length <= mostOptionValue
        ? suggesting(spec, typed)
        : textInput(spec, typed);
    case 'number':
      return numberInput(spec, typed);
    case 'date':
      return { type: 'datepicker', action_id, ...(isDay(typed) && { initial_date: typed }) };
    case 'choice':
      return spec.suggests ? suggesting(spec, typed) : choiceInput(spec, typed);
    case 'flag':
      return flagInput(spec, given);
    case 'user':
      return {
        type: 'users_select',
        action_id,
        ...(isOurs(typed) && { initial_user: own(typed) }),
      };
    case 'channel':
      return {
        type: 'conversations_select',
        action_id,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(isOurs(typed) && { initial_conversation: own(typed) }),
      };
    case 'file':
      return { type: 'file_input', action_id, max_files: 1 };
  }
}

function textInput(spec: Spec, typed: string): types.PlainTextInput {
  const most = Math.min(spec.max ?? limits.longText.most, limits.longText.most);
  const initial = typed.slice(0, limits.longText.most);
  return {
    type: 'plain_text_input',
    action_id: spec.name,
    multiline: spec.is === 'longText',
    ...(spec.min !== undefined && spec.min > 0 && { min_length: spec.min }),
    /** What came back too long is shown whole, so that it can be shortened. */
    ...(initial.length <= most && { max_length: most }),
    ...(initial && { initial_value: initial }),
  };
}

function numberInput(spec: Spec, typed: string): types.NumberInput {
  return {
    type: 'number_input',
    action_id: spec.name,
    is_decimal_allowed: !spec.whole,
    ...(spec.min !== undefined && { min_value: String(spec.min) }),
    ...(spec.max !== undefined && { max_value: String(spec.max) }),
    ...(/^-?\d+(?:\.\d+)?$/.test(typed) && { initial_value: typed }),
  };
}

function choiceInput(spec: Spec, typed: string): types.StaticSelect {
  const options = (spec.choices ?? []).map(optionOf);
  const initial = options.find((option) => option.value === typed);
  return {
    type: 'static_select',
    action_id: spec.name,
    options,
    ...(initial && { initial_option: initial }),
  };
}

function flagInput(spec: Spec, given: unknown): types.Checkboxes {
  const yes = [optionOf({ label: 'Yes', value: 'yes' })];
  return {
    type: 'checkboxes',
    action_id: spec.name,
    options: yes,
    ...((given === true || given === 'true' || given === 'yes') && { initial_options: yes }),
  };
}

/** Asks us at every key; what was typed is always among the answers, so any text can be given. */
function suggesting(spec: Spec, typed: string): types.ExternalSelect {
  return {
    type: 'external_select',
    action_id: spec.name,
    min_query_length: 0,
    ...(typed && { initial_option: optionOf({ label: typed, value: typed }) }),
  };
}

/** The options of a field that suggests: what was typed first, then what fits it. */
export function suggestionsOf(
  typed: string,
  choices: readonly { readonly label: string; readonly value: string }[],
): types.PlainTextOption[] {
  const own = typed.trim();
  const fitting = choices.filter(({ label, value }) => label && value.length <= mostOptionValue);
  const isOffered = fitting.some(({ value }) => value === own);
  const free = own && !isOffered && own.length <= mostOptionValue;
  return [...(free ? [{ label: own, value: own }] : []), ...fitting].map(optionOf);
}

/** Mistakes beside their fields; what belongs to no field here is said at the first one. */
export function errorsOf({ problems, form }: Invalid): Record<string, string> {
  const fields = fieldsOf(form);
  const errors: Record<string, string> = {};
  for (const [name, problem] of Object.entries(problems)) {
    const field = fields.find((spec) => spec.name === name);
    const at = field?.name ?? fields[0]?.name;
    if (at === undefined) continue;
    const sentence = field ? problem : `${name}: ${problem}`;
    errors[at] = errors[at] === undefined ? sentence : `${errors[at]}; ${sentence}`;
  }
  return errors;
}

function isDay(typed: string): boolean {
  try {
    return Temporal.PlainDate.from(typed).toString() === typed;
  } catch {
    return false;
  }
}

function isOurs(typed: string): typed is `slack:${string}` {
  return /^slack:[^/\s]+\/\S+$/.test(typed);
}

function own(id: `slack:${string}`): string {
  return localId(id).split('/')[1] ?? '';
}
