// No text makes the detector slow: four times the length takes about four times the time, whatever
// is repeated. Counted in processor time, as the quickest of several runs, not against a clock.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPatientData } from '../../../src/core/patient-data/detect.ts';
import { nearMisses } from '../../bench/patient-data/near-misses.ts';

function timeOf(text: string): number {
  const runs = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage();
    findPatientData(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.max(200, Math.min(...runs));
}

/** 4 where time grows with the length, 16 where it grows with its square. */
function growthOf(fragment: string): number {
  const of = (length: number) => fragment.repeat(Math.ceil(length / fragment.length));
  return timeOf(of(40_000)) / timeOf(of(10_000));
}

/** Other work on the machine can spoil one measurement, not three. */
function growsInProportion(fragment: string): boolean {
  return [1, 2, 3].some(() => growthOf(fragment) < 9);
}

test.each(nearMisses)('repeating %j', (fragment) => {
  expect(growsInProportion(fragment)).toBe(true);
});

test('repeating any mixture of them', { timeout: 60_000 }, () => {
  const mixture = fc
    .array(fc.constantFrom(...nearMisses), { minLength: 2, maxLength: 5 })
    .map((parts) => parts.join(''));
  fc.assert(fc.property(mixture, growsInProportion), { numRuns: 25, seed: 20_261_122 });
});

test('any text at all gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(['string', 'undefined']).toContain(typeof findPatientData(text));
    }),
    { seed: 7 },
  );
});
