import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choice, date, number, specsOf, text } from '../../src/bot/shape.ts';
import { readOptions } from '../../src/bot/typed-line.ts';

const add = specsOf({
  credits: number('How many', { whole: false }),
  title: text('What it was called'),
  completed_on: date('When').optional(),
});
const start = specsOf({
  topic: text('A topic').optional(),
  count: number('How many').default(10),
});

test('bare words fill the required options in order, and the last takes the rest', () => {
  expect(readOptions('2 E/M audits in depth', add)).toEqual({
    credits: '2',
    title: 'E/M audits in depth',
  });
});

test('named values go where they say, in any order, with smart quotes too', () => {
  expect(readOptions('title:“E/M audits” credits:2', add)).toEqual({
    credits: '2',
    title: 'E/M audits',
  });
  expect(readOptions('completed_on:2026-11-01 1.5 Query writing', add)).toEqual({
    credits: '1.5',
    title: 'Query writing',
    completed_on: '2026-11-01',
  });
});

test('with nothing required, bare words fill the first option only', () => {
  expect(readOptions('anatomy and physiology', start)).toEqual({ topic: 'anatomy and physiology' });
  expect(readOptions('count:5', start)).toEqual({ count: '5' });
});

test('after a name out of a list, days and choices at the end go where they fit', () => {
  const exam = specsOf(
    {
      exam: text('Which exam'),
      length: choice('How long', { full: 'The whole set', half: 'Half' }).optional(),
      level: choice('How hard', { 1: 'Basic', 2: 'Advanced' }).optional(),
      on: date('When').optional(),
    },
    ['exam'],
  );
  expect(readOptions('cpc half 2027-01-20', exam)).toEqual({
    exam: 'cpc',
    length: 'half',
    on: '2027-01-20',
  });
  expect(readOptions('cpc 1/20/2027 advanced', exam)).toEqual({
    exam: 'cpc',
    level: 'advanced',
    on: '1/20/2027',
  });
  expect(readOptions('half', exam)).toEqual({ exam: 'half' });
  expect(readOptions('cpc 2', exam)).toEqual({ exam: 'cpc 2' });
  expect(readOptions('cpc "half"', exam)).toEqual({ exam: 'cpc "half"' });
  expect(readOptions('2 A day like 2026-11-01', add)).toEqual({
    credits: '2',
    title: 'A day like 2026-11-01',
  });
});

test('after a text in quotes, days and choices go where they fit', () => {
  expect(readOptions('2 "E/M audits" 2026-11-01', add)).toEqual({
    credits: '2',
    title: 'E/M audits',
    completed_on: '2026-11-01',
  });
  expect(readOptions('2 "E/M" audits', add)).toEqual({ credits: '2', title: '"E/M" audits' });
});

test('a colon that names no option is part of the text', () => {
  expect(readOptions('1 Sepsis: the basics', add)).toEqual({
    credits: '1',
    title: 'Sepsis: the basics',
  });
});

test('a word too many is not swallowed', () => {
  const only = specsOf({ count: number('How many') });
  expect(readOptions('5 6', only)).toEqual({ count: '5', '6': '6' });
});

test('quotes mixed on one line still close', () => {
  expect(readOptions('2 title:“E/M audits"', add)).toEqual({ credits: '2', title: 'E/M audits' });
});

test('any line is read without throwing, and invents nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (line) => {
      for (const value of Object.values(readOptions(line, add))) expect(line).toContain(value);
    }),
    { numRuns: 3000 },
  );
});
