import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  channel,
  choice,
  date,
  file,
  flag,
  longText,
  number,
  role,
  specsOf,
  text,
  user,
} from '../../../src/bot/shape.ts';
import { errorsOf, modalOf, suggestionsOf } from '../../../src/platforms/slack/form.ts';
import { problemsOfModal } from './block-kit.ts';

const specs = specsOf(
  {
    title: text('What the course was called', { max: 80 }),
    topic: text('Which topic').optional(),
    notes: longText('Anything to remember').optional(),
    credits: number('How many', { min: 0.5, max: 40, whole: false }),
    pages: number('Whole ones'),
    completed_on: date('The day'),
    level: choice('For whom', { starter: 'Starter', auditor: 'Auditor' }),
    sure: flag('Whether you are sure'),
    who: user('Who goes with you'),
    where: channel('Where'),
    rank: role('On Discord alone').optional(),
    paper: file('The certificate').optional(),
  },
  ['topic'],
);
const metadata = { submit: 'ceu.save?entry=7', channel: 'C1', dm: false, place: 'p' };
const modalWith = (values: Readonly<Record<string, unknown>>) =>
  modalOf({ kind: 'form', title: 'Add an entry', submit: 'ceu.save', specs, values }, metadata);
const elementNamed = (name: string, values: Readonly<Record<string, unknown>> = {}) =>
  modalWith(values).blocks.find((block) => block.block_id === name);

describe('a form on Slack', () => {
  test('has an input for every kind of value, but none for roles', () => {
    const kinds = modalWith({}).blocks.map((block) => `${block.block_id}: ${block.element.type}`);
    expect(kinds).toEqual([
      'title: plain_text_input',
      'topic: external_select',
      'notes: plain_text_input',
      'credits: number_input',
      'pages: number_input',
      'completed_on: datepicker',
      'level: static_select',
      'sure: checkboxes',
      'who: users_select',
      'where: conversations_select',
      'paper: file_input',
    ]);
  });

  test('shows what is known already', () => {
    const values = { credits: 2.5, completed_on: '2026-11-20', level: 'auditor', sure: true };
    expect(elementNamed('credits', values)).toMatchObject({ element: { initial_value: '2.5' } });
    expect(elementNamed('completed_on', values)).toMatchObject({
      element: { initial_date: '2026-11-20' },
    });
    expect(elementNamed('level', values)).toMatchObject({
      element: { initial_option: { value: 'auditor' } },
    });
    expect(elementNamed('sure', values)).toMatchObject({
      element: { initial_options: [{ value: 'yes' }] },
    });
    expect(elementNamed('who', { who: 'slack:T1/U5' })).toMatchObject({
      element: { initial_user: 'U5' },
    });
  });

  test('lets a required yes or no be no', () => {
    expect(elementNamed('sure')).toMatchObject({ optional: true });
  });

  test('whatever was typed before, Slack can open it again', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('2026-02-30', '1e9', '-0', 'slack:T1/U1', 'discord:1', 'x'.repeat(5000)),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    const values = fc.record(Object.fromEntries(specs.map((spec) => [spec.name, anything])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(values, (given) => {
        expect(problemsOfModal(modalWith(given))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('mistakes', () => {
  const form = { kind: 'form', title: 't', submit: 's', specs } as const;

  test('stand beside their fields; those of no field at the first one', () => {
    const problems = {
      credits: 'must be at most 40',
      colour: 'is not something',
      rank: 'is missing',
    };
    expect(errorsOf({ kind: 'invalid', problems, form })).toEqual({
      credits: 'must be at most 40',
      title: 'colour: is not something; rank: is missing',
    });
  });
});

describe('suggestions', () => {
  const choices = [{ label: 'E/M', value: 'em' }];

  test('have what was typed first, since any text may be given', () => {
    const values = (typed: string) => suggestionsOf(typed, choices).map((option) => option.value);
    expect(values('evaluation')).toEqual(['evaluation', 'em']);
    expect(values(' ')).toEqual(['em']);
    expect(values('em')).toEqual(['em']);
    expect(values('x'.repeat(151))).toEqual(['em']);
  });
});
