// One question of each kind, for tests.

import type {
  CaseStudy,
  Ordering,
  SelectAll,
  SingleChoice,
  TypedCode,
} from '../../../src/core/quiz/question.ts';

const common = {
  topic: 'sums',
  rationale: 'It can be counted.',
  source: { title: 'A book on sums, chapter 1' },
  level: 1,
  exams: [],
  author: 'Somebody',
  reviewed: Temporal.PlainDate.from('2026-11-22'),
} as const;

const wrong = (text: string) => ({ text, right: false, why: `${text} is something else.` });
const right = (text: string) => ({ text, right: true });

export const single: SingleChoice = {
  ...common,
  kind: 'single',
  id: 'sums-1',
  stem: 'How much are two and two?',
  options: [wrong('Three'), right('Four'), wrong('Five')],
};

export const selectAll: SelectAll = {
  ...common,
  kind: 'select-all',
  id: 'sums-2',
  stem: 'Which of these are even?',
  options: [right('Two'), wrong('Seven'), right('Six'), wrong('Nine')],
};

export const ordering: Ordering = {
  ...common,
  kind: 'order',
  id: 'sums-3',
  stem: 'Put them in order, the least first.',
  items: [
    { text: 'One', why: 'None is smaller.' },
    { text: 'Ten' },
    { text: 'Eleven' },
    { text: 'A dozen' },
  ],
};

export const typed: TypedCode = {
  ...common,
  kind: 'typed',
  id: 'sums-4',
  stem: 'Which codes are meant?',
  answers: [['E11.9'], ['I12.9', 'N18.4']],
};

export const caseStudy: CaseStudy = {
  ...common,
  kind: 'case',
  id: 'sums-5',
  stem: 'A day at the market',
  note: 'Six apples were bought.\nTwo were eaten.',
  questions: [
    {
      ...single,
      id: 'sums-5-1',
      stem: 'How many are left?',
      options: [right('Four'), wrong('Two'), wrong('Eight')],
    },
    { ...typed, id: 'sums-5-2', stem: 'Which code is on the bag?', answers: [['E11.9']] },
  ],
};
