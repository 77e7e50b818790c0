import { expect, test } from 'vitest';
import { renderMessage } from '../../../src/platforms/discord/render.ts';
import { everyCard } from '../../contracts/every-card.ts';
import { type Message, problemsOfMessage } from '../../fixtures/discord/house-rules.ts';

test('all of the content is taken by Discord', async () => {
  const misfits = (await everyCard()).flatMap(({ name, reply }) =>
    problemsOfMessage(renderMessage(reply).body as unknown as Message).map(
      (problem) => `${name}: ${problem}`,
    ),
  );
  expect(misfits).toEqual([]);
});
