// The short form of `npm run torture`, and whether it would notice: protocols that are known to be
// wrong must fail it.

import { describe, expect, test } from 'vitest';
import { errorsOf, mutantForm, shortForm, torture, tortureBoth } from './torture.ts';
import { variants } from './variants.ts';

const sound = ['discord', 'slack'];
const wrong = Object.keys(variants).filter((name) => !sound.includes(name));

test('killed fifty times while it sends 2,000 reminders it loses none and repeats none', {
  timeout: 400_000,
}, async () => {
  const outcomes = await tortureBoth(shortForm, 1);
  for (const outcome of Object.values(outcomes)) {
    expect(outcome).toMatchObject({ lost: 0, repeated: 0, wrong: 0, stuck: 0, integrity: 'ok' });
    expect(outcome.killsInFlight).toBeGreaterThan(shortForm.kills / 2);
  }
});

describe.concurrent('the harness finds out', () => {
  test.each(wrong)('%s', { timeout: 400_000 }, async (variant) => {
    const outcome = await torture({ variant, ...mutantForm, seed: 1 });
    expect(errorsOf(outcome)).toBeGreaterThanOrEqual(50);
  });
});
