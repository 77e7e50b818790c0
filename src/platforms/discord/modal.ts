// Turns our form into a Discord modal: one labelled component for each field.

import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { Choice, Form } from '../../bot/reply.ts';
import type { Spec } from '../../bot/shape.ts';
import { channelTypes } from './tell.ts';

export function renderModal(form: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: form.submit,
    title: form.title,
    components: form.specs.map((spec) => labelled(spec, valueIn(form, spec))),
  };
}

/** What the field shows at first, as text; `undefined` where it is empty. */
function valueIn(form: Form, spec: Spec): string | undefined {
  const value = form.values?.[spec.name] ?? spec.initial;
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

function labelled(spec: Spec, value: string | undefined): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: spec.label,
    description: spec.hint,
    component: component(spec, value),
  };
}

function component(spec: Spec, value: string | undefined): APIComponentInLabel {
  const shared = { custom_id: spec.name, required: spec.required };
  const localId = value?.replace(/^discord:/, '');
  switch (spec.is) {
    case 'flag':
      return { type: ComponentType.Checkbox, custom_id: spec.name, default: value === 'true' };
    case 'choice':
      return choices(spec, value);
    case 'user':
      return {
        ...shared,
        type: ComponentType.UserSelect,
        ...(localId && {
          default_values: [{ id: localId, type: SelectMenuDefaultValueType.User }],
        }),
      };
    case 'channel':
      return {
        ...shared,
        type: ComponentType.ChannelSelect,
        channel_types: [...channelTypes],
        ...(localId && {
          default_values: [{ id: localId, type: SelectMenuDefaultValueType.Channel }],
        }),
      };
    case 'role':
      return {
        ...shared,
        type: ComponentType.RoleSelect,
        ...(localId && {
          default_values: [{ id: localId, type: SelectMenuDefaultValueType.Role }],
        }),
      };
    case 'file':
      return { ...shared, type: ComponentType.FileUpload, min_values: spec.required ? 1 : 0 };
    default:
      return input(spec, value);
  }
}

/** What all choices fit into is shown whole; an optional choice must be possible to take back. */
const mostRadios = 6;

function choices(spec: Spec, value: string | undefined): APIComponentInLabel {
  const { required, choices: given = [] } = spec;
  const options = given.map((choice) => option(choice, value));
  const asRadios = required && options.length >= 2 && options.length <= mostRadios;
  return asRadios
    ? { type: ComponentType.RadioGroup, custom_id: spec.name, required, options }
    : {
        type: ComponentType.StringSelect,
        custom_id: spec.name,
        required,
        min_values: required ? 1 : 0,
        options,
      };
}

function option({ label, value }: Choice, chosen: string | undefined) {
  return { label, value, ...(value === chosen && { default: true }) };
}

const mostTyped = 4000;

function input(spec: Spec, value: string | undefined): APIComponentInLabel {
  const isText = spec.is === 'text' || spec.is === 'longText';
  const most = Math.min((isText && spec.max) || mostTyped, mostTyped);
  return {
    type: ComponentType.TextInput,
    custom_id: spec.name,
    style: spec.is === 'longText' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: spec.required,
    ...(spec.is === 'date' && { placeholder: 'YYYY-MM-DD or MM/DD/YYYY' }),
    ...(isText && { min_length: spec.required ? (spec.min ?? 1) : 0, max_length: most }),
    ...(value !== undefined && { value: value.slice(0, most) }),
  };
}
