import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../../src/core/ceu/reminders.ts';
import {
  cycleToShow,
  deadlineKey,
  deadlinesAround,
  type Mark,
  nextReminderDay,
  openDeadlines,
  reminderNow,
  snoozeEnd,
  type Watched,
} from '../../../src/core/ceu/watch.ts';
import { aapc, ahima, day, holds } from './given.ts';

const coder: Watched = {
  held: holds({ CPC: '2020-05-01' }),
  membershipEnds: day('2027-03-31'),
  addedOn: day('2026-11-22'),
};
const due = day('2027-03-31');

function mark(more: Partial<Mark>): Mark {
  return { due, submitted: false, accepted: false, paid: false, stopped: false, ...more };
}

function say(deadlines: readonly Deadline[]): readonly string[] {
  return deadlines.map((each) => `${each.kind} ${each.due}`);
}

function next(marks: readonly Mark[], after: string): string | undefined {
  const open = openDeadlines(aapc, coder, marks, day(after));
  return nextReminderDay(aapc, open, marks, day(after))?.toString();
}

function now(marks: readonly Mark[], since: string, today: string): string | undefined {
  const [cycle] = openDeadlines(aapc, coder, marks, day(today));
  return cycle && reminderNow(aapc, cycle, marks[0], day(since), day(today))?.name;
}

describe('what is watched', () => {
  test('is the present and the next cycle and the dues of both years, none from before', () => {
    expect(say(deadlinesAround(aapc, coder, day('2026-11-22')))).toEqual([
      'cycle 2027-03-31',
      'cycle 2029-03-31',
      'membership 2027-03-31',
      'membership 2028-03-31',
    ]);
  });

  test('goes on after the due date until it is settled', () => {
    expect(say(openDeadlines(aapc, coder, [], day('2027-04-20')))).toContain('cycle 2027-03-31');
  });

  test('is also a date of the past that the member confirmed: they are late and know it', () => {
    const late = { ...coder, confirmed: { due: day('2026-10-31') } };
    const { membershipEnds: _none, ...standing } = late;
    expect(say(deadlinesAround(aapc, standing, day('2026-11-22')))).toContain('cycle 2026-10-31');
  });

  test('leaves dues to the cycle of the same day', () => {
    expect(say(openDeadlines(aapc, coder, [], day('2026-11-22')))).toEqual([
      'cycle 2027-03-31',
      'cycle 2029-03-31',
      'membership 2028-03-31',
    ]);
  });

  test('keeps the dues where only the credits are settled', () => {
    const open = openDeadlines(aapc, coder, [mark({ accepted: true })], day('2027-03-05'));
    expect(say(open)).toContain('membership 2027-03-31');
    expect(say(open)).not.toContain('cycle 2027-03-31');
  });

  test('is nothing of that day once credits and dues are settled, or reminders are stopped', () => {
    const settled = [mark({ accepted: true, paid: true }), mark({ stopped: true })];
    for (const each of settled)
      expect(say(openDeadlines(aapc, coder, [each], day('2027-03-05'))).join()).not.toContain(
        '2027-03-31',
      );
  });

  test('of a body without dues is the cycle alone', () => {
    const ccs: Watched = { held: holds({ CCS: '2025-03-01' }), addedOn: day('2026-11-22') };
    expect(say(openDeadlines(ahima, ccs, [], day('2026-11-22')))).toEqual([
      'cycle 2027-02-28',
      'cycle 2029-02-28',
    ]);
  });
});

describe('the next day', () => {
  test('is the next step of the ladder', () => {
    expect(next([], '2027-02-28')).toBe('2027-03-01');
  });

  test('after the last step is the half year before the next dues', () => {
    expect(next([mark({ accepted: true, paid: true })], '2027-03-01')).toBe('2027-10-03');
  });

  test('is the end of a snooze, not the steps before it', () => {
    expect(next([mark({ snoozedUntil: day('2027-03-19') })], '2027-03-12')).toBe('2027-03-19');
    expect(next([mark({ snoozedUntil: day('2027-03-19') })], '2027-03-19')).toBe('2027-03-24');
  });
});

describe('what is said now', () => {
  test('is nothing while it snoozes, and again when that ends', () => {
    const snoozed = [mark({ snoozedUntil: day('2027-03-19') })];
    expect(now(snoozed, '2027-03-16', '2027-03-17')).toBeUndefined();
    expect(now(snoozed, '2027-03-18', '2027-03-19')).toBe('snoozed-2027-03-19');
    expect(now(snoozed, '2027-03-19', '2027-03-20')).toBeUndefined();
  });

  test('is the step of that day where a snooze ends on one', () => {
    expect(now([mark({ snoozedUntil: day('2027-03-24') })], '2027-03-23', '2027-03-24')).toBe('7');
  });

  test('has keys that no other due date shares', () => {
    const [cycle] = openDeadlines(aapc, coder, [], day('2026-11-22'));
    expect(cycle && deadlineKey(cycle)).toBe('aapc:cycle:2027-03-31:');
  });
});

describe('the cycle to show', () => {
  const shown = (today: string, marks: readonly Mark[] = []) =>
    cycleToShow(aapc, coder, marks, day(today))?.due.toString();

  test('is the present one', () => {
    expect(shown('2026-11-22')).toBe('2027-03-31');
    expect(shown('2027-03-31')).toBe('2027-03-31');
  });

  test('is the last one while it is late: until the body accepts it, or would have revoked', () => {
    expect(shown('2027-04-01')).toBe('2027-03-31');
    expect(shown('2027-06-29')).toBe('2027-03-31');
    expect(shown('2027-06-30')).toBe('2029-03-31');
    expect(shown('2027-04-01', [mark({ accepted: true })])).toBe('2029-03-31');
  });
});

describe('a snooze', () => {
  test('lasts as long as asked', () => {
    expect(snoozeEnd(due, 7, day('2027-03-01'))?.toString()).toBe('2027-03-08');
  });

  test('never goes past the due date', () => {
    expect(snoozeEnd(due, 7, day('2027-03-30'))?.toString()).toBe('2027-03-31');
    expect(snoozeEnd(due, 1, day('2027-03-31'))).toBeUndefined();
    expect(snoozeEnd(due, 1, day('2027-04-02'))).toBeUndefined();
  });
});
