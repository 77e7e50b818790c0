import { expect, test } from 'vitest';
import { measureCrowd } from './quiz/crowd.ts';
import { measurePresses } from './quiz/presses.ts';

test('presses and a crowd are measured in a store that is filled', async () => {
  const costs = await measurePresses(200, 1);
  for (const what of ['start', 'answer', 'next'] as const) expect(costs[what]).toBeGreaterThan(0);
  const crowd = await measureCrowd(3, 200);
  expect(crowd.counted).toMatch(/^3 answered/);
  expect(crowd.edits).toBe(2);
});
