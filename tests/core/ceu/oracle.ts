// Due dates once more, the slow and simple way: text, a table of month lengths, no Temporal inside.

import fc from 'fast-check';

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of 1960 to 2079, February 29 and month ends far more often than chance has them. */
export const days: fc.Arbitrary<Temporal.PlainDate> = fc.oneof(
  fc
    .integer({ min: 0, max: 43_000 })
    .map((count) => Temporal.PlainDate.from('1960-01-01').add({ days: count })),
  fc.integer({ min: 490, max: 519 }).map((four) => new Temporal.PlainDate(four * 4, 2, 29)),
  fc
    .record({ year: fc.integer({ min: 1960, max: 2079 }), month: fc.integer({ min: 1, max: 12 }) })
    .map(({ year, month }) => Temporal.PlainDate.from({ year, month, day: 31 })),
);

export function naiveParityDue(membershipEnds: string, today: string): string {
  const [, month, dayOfMonth] = numbers(membershipEnds);
  for (let year = numbers(today)[0]; ; year += 1) {
    const due = write(year, month, dayOfMonth);
    if (year % 2 === month % 2 && due >= today) return due;
  }
}

export function naiveAhimaDue(exam: string, today: string): string {
  const [examYear, month, dayOfMonth] = numbers(exam);
  for (let year = examYear + 2; ; year += 2) {
    const due = dayBefore(write(year, month, dayOfMonth));
    if (due >= today) return due;
  }
}

/** The anniversary itself, every so many years, the first one `from` years on. */
export function naiveYearDue(anchor: string, today: string, years: number, from: number): string {
  const [anchorYear, month, dayOfMonth] = numbers(anchor);
  for (let year = anchorYear + from; ; year += years) {
    const due = write(year, month, dayOfMonth);
    if (due >= today) return due;
  }
}

/** December 31, the first one not before the anniversary of the exam. */
export function naiveYearEnd(exam: string, today: string): string {
  const [examYear, month, dayOfMonth] = numbers(exam);
  const earliest = write(examYear + 1, month, dayOfMonth);
  for (let year = examYear; ; year += 1) {
    const due = write(year, 12, 31);
    if (due >= today && due >= earliest) return due;
  }
}

function numbers(text: string): [number, number, number] {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
  return [year, month, dayOfMonth];
}

function lengthOf(year: number, month: number): number {
  const isLeap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
  return month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0);
}

function write(year: number, month: number, dayOfMonth: number): string {
  const clipped = Math.min(dayOfMonth, lengthOf(year, month));
  return [`${year}`, `${month}`.padStart(2, '0'), `${clipped}`.padStart(2, '0')].join('-');
}

function dayBefore(text: string): string {
  const [year, month, dayOfMonth] = numbers(text);
  if (dayOfMonth > 1) return write(year, month, dayOfMonth - 1);
  return month > 1 ? write(year, month - 1, 31) : write(year - 1, 12, 31);
}
