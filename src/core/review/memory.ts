// How well a member knows one question, and when it is due again: FSRS-6, by the library ts-fsrs.
// Reckoned in calendar days of the member, so that a question answered late in the evening is not
// due late in the evening: what wants a `Date` gets the midnight of the day in UTC.

import { type Card, createEmptyCard, fsrs, type Grade, Rating as Grades, State } from 'ts-fsrs';

export interface Memory {
  /** Days after which it is recalled nine times in ten. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  readonly due: Temporal.PlainDate;
  readonly reviewed: Temporal.PlainDate;
  /** How often it was reviewed, and how often it was forgotten then. */
  readonly reviews: number;
  readonly lapses: number;
}

export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

const grades: Readonly<Record<Rating, Grade>> = {
  again: Grades.Again,
  hard: Grades.Hard,
  good: Grades.Good,
  easy: Grades.Easy,
};

/** The library's own steps of one and ten minutes would ask for a second look within the hour. */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: true });

/** `memory` is absent the first time. A day before the last review counts as that day. */
export function review(
  memory: Memory | undefined,
  rating: Rating,
  today: Temporal.PlainDate,
): Memory {
  const known = memory && isSound(memory) ? memory : undefined;
  const reviewed = known ? laterOf(today, known.reviewed) : today;
  const { card } = scheduler.next(cardOf(known), dateOf(reviewed), grades[rating]);
  const { reviews = 0, lapses = 0 } = memory ?? {};
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    due: reviewed.add({ days: Math.max(1, card.scheduled_days) }),
    reviewed,
    reviews: reviews + 1,
    lapses: lapses + (rating === 'again' && reviews > 0 ? 1 : 0),
  };
}

/** In how many days it would be due after each rating, as `review` would have it. */
export function intervals(
  memory: Memory | undefined,
  today: Temporal.PlainDate,
): Readonly<Record<Rating, number>> {
  const days = (rating: Rating) => {
    const next = review(memory, rating, today);
    return next.reviewed.until(next.due, { largestUnit: 'days' }).days;
  };
  return { again: days('again'), hard: days('hard'), good: days('good'), easy: days('easy') };
}

/** Whether the library can go on from it; a row that somebody damaged begins afresh instead. */
export function isSound({ stability, difficulty, due, reviewed }: Memory): boolean {
  return (
    Number.isFinite(stability) &&
    stability > 0 &&
    difficulty >= 1 &&
    difficulty <= 10 &&
    Temporal.PlainDate.compare(reviewed, due) <= 0
  );
}

/** Clocks may go back, and members move west; the library throws where they do. */
function laterOf(day: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(day, other) < 0 ? other : day;
}

function cardOf(memory: Memory | undefined): Card {
  if (!memory) return createEmptyCard(new Date(0));
  const { stability, difficulty, due, reviewed, reviews, lapses } = memory;
  return {
    due: dateOf(due),
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: reviewed.until(due, { largestUnit: 'days' }).days,
    learning_steps: 0,
    reps: reviews,
    lapses,
    state: State.Review,
    last_review: dateOf(reviewed),
  };
}

function dateOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime('UTC').epochMilliseconds);
}
