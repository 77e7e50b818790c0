// What the picture of a member's progress shows.

import { byDay, byTopic, type GivenAnswer, shareOf } from '../../src/core/progress/answers.ts';
import { bars } from '../../src/pictures/bars.ts';
import { columns } from '../../src/pictures/columns.ts';
import type { Panel } from '../../src/pictures/picture.ts';
import { weekGrid } from '../../src/pictures/week-grid.ts';

/** So many fit a phone, and the picture's alternative text. */
const topicsShown = 7;
export const forecastDays = 14;

export interface Progress {
  readonly answers: readonly GivenAnswer[];
  readonly topicOf: (question: string) => string | undefined;
  readonly titleOf: (topic: string) => string;
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  /** What waits today, the days before included; and by day what comes after. */
  readonly dueNow: number;
  readonly dueByDay: ReadonlyMap<string, number>;
}

export function progressPanels(progress: Progress): readonly Panel[] {
  const { answers, zone, today } = progress;
  return [
    ...topicPanel(progress),
    weekGrid('Activity over 12 weeks', byDay(answers, zone), today, 'answer'),
    columns('Due for review, 14 days', forecast(progress), 'nothing within 14 days.'),
  ];
}

function topicPanel({ answers, topicOf, titleOf }: Progress): readonly Panel[] {
  const topics = byTopic(answers, topicOf);
  if (topics.length === 0) return [];
  const rows = topics.slice(0, topicsShown).map((score) => {
    const figure = `${Math.round(shareOf(score) * 100)}%`;
    return {
      label: titleOf(score.topic),
      share: shareOf(score),
      figure,
      told: `${figure} of ${score.answered}`,
    };
  });
  const more = topics.length - rows.length;
  return [
    bars(
      'Right answers by topic',
      rows,
      more > 0 ? `The weakest first; ${more} more are not shown.` : undefined,
    ),
  ];
}

function forecast({ today, dueNow, dueByDay }: Progress) {
  return Array.from({ length: forecastDays }, (_, index) => {
    const day = today.add({ days: index });
    return {
      label: index === 0 ? 'now' : String(day.day),
      told: index === 0 ? 'today' : day.toLocaleString('en-US', { month: 'short', day: 'numeric' }),
      count: index === 0 ? dueNow : (dueByDay.get(day.toString()) ?? 0),
      ...(index === 0 && { stands: 'out' as const }),
    };
  });
}
