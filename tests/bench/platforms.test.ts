import { expect, test } from 'vitest';
import { measurePlatforms } from './platforms.ts';

test('the bot and bare bots answer under load on both platforms, and each has its figures', {
  timeout: 400_000,
}, async () => {
  const once = { most: 1, milliseconds: 0 };
  const rows = await measurePlatforms({
    starts: once,
    warmUp: once,
    loads: once,
    crowd: { people: 2, each: 4 },
    restMilliseconds: 0,
  });
  expect(rows.filter(({ aim }) => aim !== undefined)).toHaveLength(10);
  for (const { what, bot, floor } of rows)
    expect([what, bot > 0, floor > 0]).toEqual([what, true, true]);
});
