// Whether the torture would notice: protocols that are known to be wrong must fail it.

import { describe, expect, test } from 'vitest';
import { errorsOf, mutantForm, torture } from './torture.ts';
import { variants } from './variants.ts';

const sound = ['discord', 'slack'];
const wrong = Object.keys(variants).filter((name) => !sound.includes(name));

describe.concurrent('the harness finds out', () => {
  test.each(wrong)('%s', { timeout: 900_000 }, async (variant) => {
    const outcome = await torture({ variant, ...mutantForm, seed: 1 });
    expect(errorsOf(outcome)).toBeGreaterThanOrEqual(50);
  });
});
