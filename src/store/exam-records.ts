// What is remembered of exams that members sat. Interfaces only.

import type { Sitting } from '../core/exams/sitting.ts';
import type { MemberId } from '../core/ids.ts';

export interface ExamRecords {
  /** Beside the quiz session of the same id. */
  begin(member: MemberId, sitting: Sitting): Promise<void>;
  sitting(member: MemberId, session: string): Promise<Sitting | undefined>;
  /** Those that were handed in, the latest first. */
  past(member: MemberId, most: number): Promise<readonly Sitting[]>;
  /** False where it rests already, or is over. */
  pause(member: MemberId, session: string, now: Temporal.Instant): Promise<boolean>;
  /** False where it runs already, or is over. */
  goOn(member: MemberId, session: string, now: Temporal.Instant): Promise<boolean>;
  mark(member: MemberId, session: string, position: number, on: boolean): Promise<void>;
  /** Of two at once, by press and by clock, one gets `true`. */
  handIn(member: MemberId, session: string, now: Temporal.Instant): Promise<boolean>;
}
