import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterRefusal,
  afterRestart,
  afterUnknown,
  type DeliveryRules,
  nextStep,
  unsent,
} from '../../../src/core/delivery/protocol.ts';
import { designs, mutants, scripts, timesSeen } from '../../torture/model.ts';

const discord: DeliveryRules = { repeatableFor: 60_000, quietPeriod: 30_000 };
const slack: DeliveryRules = { ...discord, repeatableFor: 0 };

describe('what to do next', () => {
  test('a message that was never tried is sent', () => {
    expect(nextStep(unsent(0), 0, slack)).toEqual({ do: 'send' });
  });

  test('in doubt it is repeated for a minute from the first request, then left alone, then looked for', () => {
    const first = afterUnknown(unsent(0), 0, 10_000);
    const second = afterUnknown(first, 55_000, 65_000);
    expect(nextStep(first, 59_999, discord)).toEqual({ do: 'send' });
    expect(nextStep(second, 65_000, discord)).toEqual({ do: 'wait', for: 30_000 });
    expect(nextStep(second, 95_000, discord)).toEqual({ do: 'look' });
  });

  test('where no repetition is known it is never repeated unseen', () => {
    const doubt = afterUnknown(unsent(0), 0, 10_000);
    expect(nextStep(afterUnknown(unsent(0), 0, 0), 0, slack).do).toBe('wait');
    expect(nextStep(doubt, 39_999, slack)).toEqual({ do: 'wait', for: 1 });
    expect(nextStep(doubt, 40_000, slack)).toEqual({ do: 'look' });
  });

  test('a restart forgets since when, so that it is looked for after a quiet period', () => {
    expect(nextStep(afterRestart(0), 0, discord)).toEqual({ do: 'wait', for: 30_000 });
    expect(nextStep(afterUnknown(afterRestart(0), 5, 9), 20_000, discord).do).toBe('wait');
    expect(nextStep(afterRestart(0), 30_000, discord)).toEqual({ do: 'look' });
  });

  test('a refusal leaves a doubt as it is, and makes none', () => {
    const doubt = afterUnknown(unsent(0), 0, 10_000);
    expect(afterRefusal(doubt, 20_000)).toMatchObject({ inDoubt: true, doubtSince: 0 });
    expect(afterRefusal(unsent(0), 20_000).inDoubt).toBe(false);
  });
});

describe('in virtual time, whatever happens on the way', () => {
  test.each(Object.entries(designs))('as on %s a message is seen once', (_, design) => {
    const once = fc.property(scripts, (script) => timesSeen(design, script) === 1);
    fc.assert(once, { numRuns: 30_000 });
  });

  test.each(Object.entries(mutants))('the model finds out: %s', (_, mutant) => {
    const once = fc.property(scripts, (script) => timesSeen(mutant, script) === 1);
    expect(fc.check(once, { numRuns: 30_000, seed: 1 }).failed).toBe(true);
  });
});
