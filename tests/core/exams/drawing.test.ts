import { describe, expect, test } from 'vitest';
import type { Length } from '../../../src/core/exams/blueprint.ts';
import { isOf } from '../../../src/core/exams/blueprint.ts';
import { drawSet } from '../../../src/core/exams/drawing.ts';
import { itemIds } from '../../../src/core/quiz/items.ts';
import { realContent } from '../../world.ts';

const { exams, questions } = realContent();
const on = Temporal.PlainDate.from('2026-01-01');
const byId = new Map(questions.flatMap((each) => itemIds(each).map((id) => [id, each] as const)));

function draw(exam: string, length: Length, seen: readonly string[] = []) {
  const blueprint = exams.find((each) => each.exam === exam);
  if (!blueprint) throw new Error(`There is no ${exam}.`);
  return { blueprint, drawn: drawSet(blueprint, length, questions, { on, seen }, Math.random) };
}

describe.each(exams.map(({ exam }) => exam))('a set for %s', (exam) => {
  test.each(['full', 'half', 'quarter'] as const)(
    '%s: each question belongs to its domain, none comes twice',
    (length) => {
      const { blueprint, drawn } = draw(exam, length);
      expect(drawn.questionIds.length).toBeGreaterThan(5);
      expect(new Set(drawn.questionIds).size).toBe(drawn.questionIds.length);
      expect(drawn.domains).toHaveLength(drawn.questionIds.length);
      for (const [position, id] of drawn.questionIds.entries()) {
        const question = byId.get(id);
        const domain = blueprint.domains[drawn.domains[position] ?? -1];
        expect(question && domain && isOf(domain, exam, question)).toBe(true);
        expect(question && blueprint.kinds.includes(question.kind)).toBe(true);
      }
    },
  );
});

test('the CPC set keeps to the shares that are known: 4, 4 and 28 of the 36 without CPT', () => {
  const { drawn } = draw('CPC', 'full');
  const count = (domain: number) => drawn.domains.filter((each) => each === domain).length;
  expect([count(0), count(1), count(2)]).toEqual([4, 4, 28]);
  expect(drawn.short).toEqual([]);
});

test('what was not met before comes first', () => {
  const { drawn: first } = draw('CPC', 'quarter');
  const { drawn: second } = draw('CPC', 'quarter', first.questionIds);
  expect(second.questionIds.filter((id) => first.questionIds.includes(id))).toEqual([]);
});
