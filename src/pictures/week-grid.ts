// Twelve weeks as columns of seven days, Sunday on top: the darker (on a dark ground, the lighter),
// the more was done.

import type { Palette } from './palette.ts';
import { type Panel, panelWidth } from './picture.ts';
import { box, label } from './svg.ts';

const gridWeeks = 12;

const left = 34;
const top = 18;
const cell = 15;
const pitchX = (panelWidth - left) / gridWeeks;
const pitchY = 18;

/** The Sunday with which the grid begins that ends in the week of `today`. */
export function gridStart(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ days: (today.dayOfWeek % 7) + 7 * (gridWeeks - 1) });
}

/** `counts` by day, `2026-11-22`; days without are left out. `unit`: `answer`. */
export function weekGrid(
  title: string,
  counts: ReadonlyMap<string, number>,
  today: Temporal.PlainDate,
  unit: string,
): Panel {
  const start = gridStart(today);
  const days = Array.from({ length: gridWeeks * 7 }, (_, index) => start.add({ days: index }))
    .filter((day) => Temporal.PlainDate.compare(day, today) <= 0)
    .map((day) => ({ day, count: counts.get(day.toString()) ?? 0 }));
  const most = Math.max(1, ...days.map(({ count }) => count));
  return {
    title,
    height: top + 7 * pitchY,
    words: inWords(days, unit),
    draw: (palette) => {
      const cells = days.map(({ count }, index) =>
        box(
          left + Math.floor(index / 7) * pitchX,
          top + (index % 7) * pitchY,
          pitchX - 3,
          cell,
          colourOf(count, most, palette),
          3,
        ),
      );
      return [...cells, ...months(start, palette), ...weekdays(palette)].join('');
    },
  };
}

function colourOf(count: number, most: number, { track, steps }: Palette): string {
  if (count === 0) return track;
  const step = Math.ceil((count / most) * steps.length) - 1;
  return steps[step] ?? track;
}

/** Above the first week of each month; not where the one before is too near. */
function months(start: Temporal.PlainDate, { muted }: Palette): readonly string[] {
  const firsts = Array.from({ length: gridWeeks }, (_, week) => ({
    week,
    day: start.add({ weeks: week }),
  })).filter(({ week, day }) => week === 0 || day.subtract({ weeks: 1 }).month !== day.month);
  return firsts
    .filter(({ week }, index) => (firsts[index + 1]?.week ?? week + 2) - week > 1)
    .map(({ week, day }) =>
      label(day.toLocaleString('en-US', { month: 'short' }), left + week * pitchX, 11, {
        fill: muted,
        size: 12,
      }),
    );
}

function weekdays({ muted }: Palette): readonly string[] {
  return ['Sun', 'Tue', 'Thu', 'Sat'].map((name, index) =>
    label(name, 0, top + 2 * index * pitchY + 12, { fill: muted, size: 12 }),
  );
}

function inWords(
  days: readonly { readonly day: Temporal.PlainDate; readonly count: number }[],
  unit: string,
): string {
  const sum = (some: typeof days) => some.reduce((total, { count }) => total + count, 0);
  const weeks = Array.from({ length: gridWeeks }, (_, week) =>
    sum(days.slice(week * 7, week * 7 + 7)),
  );
  const active = days.filter(({ count }) => count > 0);
  if (active.length === 0) return `no ${unit}s yet.`;
  return `${counted(sum(days), unit)} on ${counted(active.length, 'day')}; by week, the oldest first: ${weeks.join(', ')}.`;
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
