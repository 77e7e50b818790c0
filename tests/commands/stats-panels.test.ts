// The picture's words must fit its alternative text, however much there is to say.

import { expect, test } from 'vitest';
import { progressPanels } from '../../commands/stats/panels.ts';
import { limits } from '../../src/bot/limits.ts';
import { wordsOf } from '../../src/pictures/picture.ts';

const today = Temporal.PlainDate.from('2026-11-28');

test('the longest titles and the busiest weeks fit', () => {
  const topics = Array.from({ length: 30 }, (_, index) => String(index));
  const answers = topics.flatMap((topic, index) =>
    Array.from({ length: 1500 }, (_, at) => ({
      question: topic,
      right: at < 1000 + index,
      at: Temporal.Instant.from('2026-11-28T12:00:00Z').subtract({ hours: (at % 83) * 24 }),
    })),
  );
  const panels = progressPanels({
    answers,
    topicOf: (question) => question,
    titleOf: () => 'x'.repeat(60),
    zone: 'UTC',
    today,
    dueNow: 12_345,
    dueByDay: new Map(
      Array.from({ length: 14 }, (_, index) => [today.add({ days: index }).toString(), 1234]),
    ),
  });
  expect(wordsOf(panels).length).toBeLessThanOrEqual(limits.alt.most);
});
