import { expect, test } from 'vitest';
import { byDay, byTopic, type GivenAnswer } from '../../../src/core/progress/answers.ts';

function answer(question: string, right: boolean, at = '2026-11-22T15:00:00Z'): GivenAnswer {
  return { question, right, at: Temporal.Instant.from(at) };
}

test('topics are counted, the weakest first, and what left the bank does not count', () => {
  const answers = [
    answer('a-1', true),
    answer('a-2', true),
    answer('b-1', false),
    answer('b-1', true),
    answer('gone', true),
  ];
  const topicOf = (question: string) => (question === 'gone' ? undefined : question[0]);
  expect(byTopic(answers, topicOf)).toEqual([
    { topic: 'b', answered: 2, right: 1 },
    { topic: 'a', answered: 2, right: 2 },
  ]);
});

test('an answer belongs to the day that it was where the member lives', () => {
  const answers = [answer('a', true, '2026-11-23T05:30:00Z'), answer('b', true)];
  expect([...byDay(answers, 'America/Chicago')]).toEqual([['2026-11-22', 2]]);
  expect(byDay(answers, 'Europe/Berlin').get('2026-11-23')).toBe(1);
});
