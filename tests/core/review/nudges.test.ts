import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isQuiet } from '../../../src/core/calendar/quiet-hours.ts';
import { nextNudge } from '../../../src/core/review/nudges.ts';

const time = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => new Temporal.PlainTime(Math.floor(quarter / 4), (quarter % 4) * 15));
const times = fc.record(
  {
    zone: fc.constantFrom('America/Chicago', 'Europe/Berlin', 'Asia/Manila', 'UTC'),
    time,
    quiet: fc
      .tuple(time, time)
      .filter(([from, to]) => !from.equals(to))
      .map(([from, to]) => ({ from, to })),
  },
  { requiredKeys: ['zone', 'time'] },
);
/** Both changes of clocks of 2026 lie in here. */
const moment = fc
  .integer({ min: 0, max: 365 * 24 * 4 })
  .map((quarters) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes: quarters * 15 }));

it('comes at its hour, today or tomorrow', () => {
  const at = { zone: 'America/Chicago', time: Temporal.PlainTime.from('08:00') };
  const next = (after: string) => nextNudge(at, Temporal.Instant.from(after)).toString();
  expect(next('2026-11-22T13:59:00Z')).toBe('2026-11-22T14:00:00Z');
  expect(next('2026-11-22T14:00:00Z')).toBe('2026-11-23T14:00:00Z');
});

it('is always still to come, within some two days, and never in quiet hours', () => {
  fc.assert(
    fc.property(times, moment, (at, after) => {
      const next = nextNudge(at, after);
      const hours = next.since(after).total('hours');
      expect(hours).toBeGreaterThan(0);
      expect(hours).toBeLessThanOrEqual(49);
      const local = next.toZonedDateTimeISO(at.zone).toPlainTime();
      if (at.quiet) expect(isQuiet(local, at.quiet)).toBe(false);
    }),
  );
});
