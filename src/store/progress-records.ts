// What members answered, wherever they were asked. Interfaces only.

import type { MemberId } from '../core/ids.ts';
import type { GivenAnswer } from '../core/progress/answers.ts';

export interface ProgressRecords {
  /** In practice, reviews, exams, rounds and daily questions, in no particular order. */
  answers(member: MemberId, since: Temporal.Instant): Promise<readonly GivenAnswer[]>;
}
