import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weeklyPlan } from '../../../src/core/plan/weekly.ts';

const sunday = Temporal.PlainDate.from('2026-11-22');
const topics = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 14 })
  .chain((names) =>
    fc.tuple(
      ...names.map((topic) =>
        fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }).map((share) => ({
          topic,
          ...(share !== undefined && { share }),
        })),
      ),
    ),
  );
const daysAhead = fc.integer({ min: 0, max: 500 });

it('the weakest first, all of it mixed before the exam, and a light last week', () => {
  const standings = [
    { topic: 'strong', share: 0.9 },
    { topic: 'weak', share: 0.3 },
    { topic: 'unknown' },
  ];
  const plan = weeklyPlan(standings, sunday, Temporal.PlainDate.from('2027-01-05'));
  expect(plan.map(({ starts, kind, topics: of }) => `${starts} ${kind} ${of}`.trim())).toEqual([
    '2026-11-22 learn weak',
    '2026-11-23 learn unknown',
    '2026-11-30 learn strong',
    '2026-12-07 learn weak',
    '2026-12-14 learn unknown',
    '2026-12-21 mixed',
    '2026-12-28 mixed',
    '2027-01-04 light',
  ]);
});

it('an exam that is over has no plan', () => {
  expect(weeklyPlan([{ topic: 'a' }], sunday, sunday.subtract({ days: 1 }))).toEqual([]);
});

it('the weeks follow each other from today to the exam', () => {
  fc.assert(
    fc.property(topics, daysAhead, (standings, days) => {
      const exam = sunday.add({ days });
      const plan = weeklyPlan(standings, sunday, exam);
      expect(plan[0]?.starts).toEqual(sunday);
      for (const { starts } of plan.slice(1)) expect(starts.dayOfWeek).toBe(1);
      const last = plan.at(-1)?.starts ?? sunday;
      const left = last.until(exam, { largestUnit: 'days' }).days;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThan(7);
      expect(plan.at(-1)?.kind).toBe('light');
    }),
  );
});

it('every topic has its week where there is one for learning, and none much more than others', () => {
  fc.assert(
    fc.property(topics, daysAhead, (standings, days) => {
      const plan = weeklyPlan(standings, sunday, sunday.add({ days }));
      const learning = plan.filter(({ kind }) => kind === 'learn');
      for (const week of learning) expect(week.topics.length).toBeGreaterThan(0);
      if (learning.length === 0) return;
      const times = standings.map(
        ({ topic }) => learning.filter((week) => week.topics.includes(topic)).length,
      );
      expect(Math.min(...times)).toBeGreaterThan(0);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
    }),
  );
});
