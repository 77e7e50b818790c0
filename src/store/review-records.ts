// What is remembered of spaced repetition. Interfaces only.

import type { MemberId } from '../core/ids.ts';
import type { Memory } from '../core/review/memory.ts';
import type { Due } from '../core/review/spreading.ts';

/** How a question came to be reviewed. */
export type WhyReviewed = 'missed' | 'saved' | 'topic';

export interface ReviewCard {
  readonly question: string;
  readonly why: WhyReviewed;
  readonly due: Temporal.PlainDate;
  /** Absent until it is reviewed for the first time. */
  readonly memory?: Memory;
}

export interface ReviewSettings {
  /** How many questions a day at most. */
  readonly perDay: number;
  /** Whether the member rates how well they knew it; otherwise wrong is again and right is good. */
  readonly fourRatings: boolean;
  /** Local time of the nudge; absent: none is sent. */
  readonly nudgeAt?: Temporal.PlainTime;
  /** The last day of a vacation that has begun. */
  readonly awayUntil?: Temporal.PlainDate;
  /** The day on which the member did not want to hear of it. */
  readonly notToday?: Temporal.PlainDate;
  /** Ids of topics from which new questions come. */
  readonly topics: readonly string[];
}

export interface ReviewRecords {
  settings(member: MemberId): Promise<ReviewSettings>;
  /** An absent key is left as it is; `null` clears it. */
  change(
    member: MemberId,
    changes: { readonly [K in keyof ReviewSettings]?: ReviewSettings[K] | null },
  ): Promise<void>;
  /** False where it is there already: that card stays as it is. */
  add(
    member: MemberId,
    card: {
      readonly question: string;
      readonly why: WhyReviewed;
      readonly due: Temporal.PlainDate;
    },
    today: Temporal.PlainDate,
  ): Promise<boolean>;
  /** Adds it, or has a card that was due later come on that day. */
  bringForward(
    member: MemberId,
    question: string,
    due: Temporal.PlainDate,
    today: Temporal.PlainDate,
  ): Promise<void>;
  /** Whether it was there. */
  remove(member: MemberId, question: string): Promise<boolean>;
  card(member: MemberId, question: string): Promise<ReviewCard | undefined>;
  /** What is due by that day, the longest waiting first. */
  due(member: MemberId, by: Temporal.PlainDate, most: number): Promise<readonly ReviewCard[]>;
  countDue(member: MemberId, by: Temporal.PlainDate): Promise<number>;
  /** How many are due on each day, from the first to the last, both included. */
  dueByDay(
    member: MemberId,
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
  ): Promise<ReadonlyMap<string, number>>;
  count(member: MemberId): Promise<number>;
  /** How many were rated on that day. */
  reviewedOn(member: MemberId, day: Temporal.PlainDate): Promise<number>;
  /** How many came from topics on that day. */
  newOn(member: MemberId, day: Temporal.PlainDate): Promise<number>;
  /** False where it was rated meanwhile: it then had more reviews than `before`. */
  rate(member: MemberId, question: string, before: number, memory: Memory): Promise<boolean>;
  /** Every card with its day. */
  all(member: MemberId): Promise<readonly Due[]>;
  move(member: MemberId, dues: readonly Due[]): Promise<void>;
}
