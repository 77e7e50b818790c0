import { describe, expect, test } from 'vitest';
import {
  type Apprenticeship,
  promotedCode,
  waysOut,
} from '../../../src/core/ceu/apprenticeship.ts';
import { aapc, day } from './given.ts';

const today = day('2026-11-22');

function ways(told: Apprenticeship) {
  if (!aapc.apprenticeship) throw new Error('AAPC has apprentices.');
  return waysOut(aapc.apprenticeship, told, today);
}

const open = (told: Apprenticeship) => ways(told).map(({ isOpen }) => isOpen);

describe('the A goes', () => {
  test.each<[string, Apprenticeship, readonly boolean[]]>([
    ['with nothing: not yet', {}, [false, false, false]],
    ['after two years of work', { monthsBefore: 24 }, [true, false, false]],
    ['not a month earlier', { monthsBefore: 23 }, [false, false, false]],
    ['after a year and the course', { monthsBefore: 12, course: today }, [false, true, false]],
    ['after a year and Practicode', { monthsBefore: 12, practicode: today }, [false, true, false]],
    [
      'with course and Practicode alone',
      { course: today, practicode: today },
      [false, false, true],
    ],
    ['not with one of them alone', { course: today }, [false, false, false]],
    [
      'not with a course that is still to end',
      { monthsBefore: 12, course: day('2026-11-23') },
      [false, false, false],
    ],
    [
      'counting full months: two years tomorrow are not two years',
      { workingSince: day('2024-11-23') },
      [false, false, false],
    ],
    ['two years today are', { workingSince: day('2024-11-22') }, [true, false, false]],
  ])('%s', (_, told, expected) => {
    expect(open(told)).toEqual(expected);
  });

  test('on a day that is known while one goes on working', () => {
    const [twoYears, oneYear] = ways({
      workingSince: day('2026-05-31'),
      monthsBefore: 3,
      course: today,
    });
    expect(twoYears).toMatchObject({ monthsDone: 8, months: 24 });
    expect(`${twoYears?.reachedOn}`).toBe('2028-02-29');
    expect(`${oneYear?.reachedOn}`).toBe('2027-02-28');
  });
});

test('CPC-A becomes CPC, COC-A becomes COC, and nothing else becomes anything', () => {
  expect(promotedCode(aapc, 'CPC-A')).toBe('CPC');
  expect(promotedCode(aapc, 'COC-A')).toBe('COC');
  expect(promotedCode(aapc, 'CPMA')).toBeUndefined();
});
