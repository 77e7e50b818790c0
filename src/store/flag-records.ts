// What is remembered of questions that members flagged. Interfaces only.

import type { GroupId, MemberId } from '../core/ids.ts';

export interface QuestionFlag {
  readonly id: string;
  readonly question: string;
  readonly member: MemberId;
  /** In the member's words. */
  readonly reason: string;
  readonly at: Temporal.Instant;
}

/** What became of a flag: the question was mended, or is right as it stands. */
export type FlagOutcome = 'mended' | 'kept';

export interface FlagRecords {
  /** One open flag of each member for each question: another reason takes the place of the first. */
  flag(
    member: MemberId,
    flag: { readonly group: GroupId; readonly question: string; readonly reason: string },
    now: Temporal.Instant,
  ): Promise<void>;
  /** The group's open ones, oldest first. */
  openFlags(group: GroupId, most: number): Promise<readonly QuestionFlag[]>;
  /** Of those of a question that are still open; of two organizers at once one settles each. */
  settleFlags(
    group: GroupId,
    question: string,
    outcome: FlagOutcome,
    now: Temporal.Instant,
  ): Promise<readonly MemberId[]>;
}
