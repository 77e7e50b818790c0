// The short form of `npm run torture`.

import { expect, test } from 'vitest';
import { shortForm, tortureBoth } from './torture.ts';

test('killed fifty times while it sends 2,000 reminders it loses none and repeats none', {
  timeout: 900_000,
}, async () => {
  const outcomes = await tortureBoth(shortForm, 1);
  for (const outcome of Object.values(outcomes)) {
    expect(outcome).toMatchObject({ lost: 0, repeated: 0, wrong: 0, stuck: 0, integrity: 'ok' });
    expect(outcome.killsInFlight).toBeGreaterThan(shortForm.kills / 2);
  }
});
