import { describe, expect, test } from 'vitest';
import type { Form } from '../../../src/bot/reply.ts';
import {
  channel,
  choice,
  date,
  file,
  flag,
  longText,
  number,
  role,
  type Shape,
  specsOf,
  text,
  user,
} from '../../../src/bot/shape.ts';
import { renderModal } from '../../../src/platforms/discord/modal.ts';
import { type Modal, problemsOfModal } from '../../fixtures/discord/house-rules.ts';
import { readDescription } from '../../fixtures/discord/openapi.ts';

function form(shape: Shape, values: Form['values'] = {}): Form {
  const specs = specsOf(shape);
  return { kind: 'form', title: 'Add CEUs', submit: 'ceu.save?entry=7', specs, values };
}

function objections(given: Form): readonly string[] {
  const data = renderModal(given);
  const body = { type: 9, data };
  return [
    ...problemsOfModal(data as unknown as Modal),
    ...(readDescription()?.request('POST', '/interactions/1/token/callback', body) ?? []),
  ];
}

/** The component of a form's only field. */
function only(shape: Shape, value?: unknown) {
  const [name = ''] = Object.keys(shape);
  const given = form(shape, value === undefined ? {} : { [name]: value });
  expect(objections(given)).toEqual([]);
  const [label] = renderModal(given).components;
  return label && 'component' in label ? label.component : undefined;
}

const levels = { starter: 'Starter', working: 'Working coder' };
const many = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`t${i}`, `Topic ${i}`]));

describe('a form as a Discord modal', () => {
  test('keeps its title, its reference, and for each field label and hint', () => {
    const given = form({ title: text('What the course was called'), on: date('The day') });
    expect(renderModal(given)).toMatchObject({
      title: 'Add CEUs',
      custom_id: 'ceu.save?entry=7',
      components: [
        { type: 18, label: 'Title', description: 'What the course was called' },
        { type: 18, label: 'On' },
      ],
    });
    expect(objections(given)).toEqual([]);
  });

  test('asks for words, many words, numbers and days in text inputs', () => {
    expect(only({ title: text('Words', { min: 2, max: 80 }) }, 'E/M')).toMatchObject({
      type: 4,
      style: 1,
      required: true,
      value: 'E/M',
      min_length: 2,
      max_length: 80,
    });
    expect(only({ notes: longText('Words').optional() })).toMatchObject({
      style: 2,
      required: false,
      min_length: 0,
    });
    expect(only({ credits: number('How many', { max: 40 }) }, 2.5)).toMatchObject({ value: '2.5' });
    const day = Temporal.PlainDate.from('2026-11-22');
    expect(only({ on: date('Which day') }, day)).toMatchObject({ value: '2026-11-22' });
  });

  test('offers few choices as radio buttons, and many or optional ones as a select', () => {
    expect(only({ level: choice('Which', levels) }, 'working')).toMatchObject({
      type: 21,
      options: [
        { label: 'Starter', value: 'starter' },
        { label: 'Working coder', value: 'working', default: true },
      ],
    });
    expect(only({ level: choice('Which', levels).optional() })).toMatchObject({
      type: 3,
      required: false,
      min_values: 0,
    });
    expect(only({ topic: choice('Which', many) }, 't7')).toMatchObject({ type: 3, min_values: 1 });
  });

  test('asks for yes or no with a checkbox', () => {
    expect(only({ sure: flag('Sure?') }, true)).toEqual({
      type: 23,
      custom_id: 'sure',
      default: true,
    });
  });

  test('lets members, channels and roles be picked, the known one picked already', () => {
    expect(only({ who: user('Who') }, 'discord:12')).toMatchObject({
      type: 5,
      default_values: [{ id: '12', type: 'user' }],
    });
    expect(only({ where: channel('Where') }, 'discord:31')).toMatchObject({
      type: 8,
      default_values: [{ id: '31', type: 'channel' }],
    });
    expect(only({ rank: role('Which') }, '44')).toMatchObject({
      type: 6,
      default_values: [{ id: '44', type: 'role' }],
    });
  });

  test('takes a file', () => {
    expect(only({ paper: file('The certificate') })).toMatchObject({ type: 19, required: true });
  });

  test('shortens what would not fit into the field, so that the form opens at all', () => {
    const input = only({ title: text('Words', { max: 10 }) }, 'x'.repeat(5000));
    expect(input).toMatchObject({ value: 'xxxxxxxxxx' });
  });
});
