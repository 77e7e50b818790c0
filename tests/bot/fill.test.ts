import { expect, test } from 'vitest';
import { fill } from '../../src/bot/fill.ts';
import { choice, date, flag, number, type Shape, specsOf, text } from '../../src/bot/shape.ts';

const shape = {
  credits: number('Credits earned', { min: 0.25, max: 40, whole: false }),
  title: text('What it was called', { max: 20 }),
  completed_on: date('The day on the certificate').optional(),
  online: flag('Whether it was online').default(false),
  category: choice('What kind', { core: 'Core', auditing: 'Auditing and compliance' }).optional(),
};

function filled<S extends Shape>(given: S, raw: Readonly<Record<string, unknown>>) {
  return fill(given, specsOf(given), raw);
}

test('strings are brought to their kinds', () => {
  expect(
    filled(shape, {
      credits: '1,5',
      title: ' Audits ',
      completed_on: '11/2/2026',
      online: 'yes',
      category: 'AUDITING',
    }),
  ).toEqual({
    ok: true,
    values: {
      credits: 1.5,
      title: 'Audits',
      completed_on: Temporal.PlainDate.from('2026-11-02'),
      online: true,
      category: 'auditing',
    },
  });
});

test('signs that turn the direction of a text are left out, and do not count', () => {
  const turned = '\u202eAudits\u202c of \u2066E/M\u2069';
  expect(filled({ title: shape.title }, { title: turned })).toEqual({
    ok: true,
    values: { title: 'Audits of E/M' },
  });
  expect(filled({ title: shape.title }, { title: '\u202e \u202c' })).toEqual({
    ok: false,
    problems: { title: 'is missing (what it was called)' },
  });
});

test('every problem is a sentence about its value', () => {
  const result = filled(shape, {
    credits: 'many',
    title: 'x'.repeat(21),
    completed_on: '2026-02-30',
    online: 'perhaps',
    category: 'dance',
    colour: 'red',
  });
  expect(result).toEqual({
    ok: false,
    problems: {
      credits: 'must be a number, such as 1.5',
      title: 'must have at most 20 characters',
      completed_on: 'must be a day, such as 2026-11-22 or 11/22/2026',
      online: 'must be yes or no',
      category: 'must be one of: core, auditing (Auditing and compliance)',
      colour: 'is not something that can be given here',
    },
  });
});

test('what is missing or out of range is said', () => {
  expect(filled(shape, { credits: 41 })).toEqual({
    ok: false,
    problems: {
      credits: 'must be at most 40',
      title: 'is missing (what it was called)',
    },
  });
});

test('a hint that begins in capitals stays so', () => {
  expect(filled({ file: text('CSV or TSV') }, {})).toEqual({
    ok: false,
    problems: { file: 'is missing (CSV or TSV)' },
  });
});

test('specs say what a platform needs to ask for a value', () => {
  expect(specsOf(shape, ['title'])).toEqual([
    {
      name: 'credits',
      is: 'number',
      label: 'Credits',
      hint: 'Credits earned',
      required: true,
      suggests: false,
      min: 0.25,
      max: 40,
    },
    {
      name: 'title',
      is: 'text',
      label: 'Title',
      hint: 'What it was called',
      required: true,
      suggests: true,
      min: 1,
      max: 20,
    },
    {
      name: 'completed_on',
      is: 'date',
      label: 'Completed on',
      hint: 'The day on the certificate',
      required: false,
      suggests: false,
    },
    {
      name: 'online',
      is: 'flag',
      label: 'Online',
      hint: 'Whether it was online',
      required: false,
      suggests: false,
      initial: false,
    },
    {
      name: 'category',
      is: 'choice',
      label: 'Category',
      hint: 'What kind',
      required: false,
      suggests: false,
      choices: [
        { label: 'Core', value: 'core' },
        { label: 'Auditing and compliance', value: 'auditing' },
      ],
    },
  ]);
});
