// What is remembered of the groups' own questions. Interfaces only.

import type { GroupId, MemberId } from '../core/ids.ts';
import type { Answerable } from '../core/quiz/question.ts';

/** Questions that came together: a file, or one that somebody wrote. */
export interface Contribution {
  readonly id: string;
  readonly group: GroupId;
  /** Where they are from, in the words of whoever brought them. */
  readonly provenance: string;
}

/** `staged` waits for whoever brought it, `proposed` for an organizer. */
export type Waiting = 'staged' | 'proposed';

export interface NewQuestion {
  readonly question: Answerable;
  /** Equal for questions that are the same: a group has each once. */
  readonly sameness: string;
}

export interface Proposal {
  readonly contribution: string;
  readonly question: Answerable;
  readonly provenance: string;
  readonly at: Temporal.Instant;
  /** Absent where whoever proposed it has left. */
  readonly member?: MemberId;
}

export interface BankRecords {
  /** What waits for a confirmation goes after an hour. */
  begin(member: MemberId, contribution: Contribution, now: Temporal.Instant): Promise<void>;
  put(contribution: Contribution, questions: readonly NewQuestion[], state: Waiting): Promise<void>;
  /** Which of them the group has already. */
  known(group: GroupId, samenesses: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whose it is, while it waits for them. */
  staged(member: MemberId, contribution: string): Promise<GroupId | undefined>;
  /**
   * All of it at once, without what the group has meanwhile; how many they were. Nothing where it does
   * not wait any more: of two presses at once one publishes.
   */
  publish(group: GroupId, contribution: string, now: Temporal.Instant): Promise<number | undefined>;
  /** Gives it to the organizers. False where it does not wait any more. */
  propose(group: GroupId, contribution: string, now: Temporal.Instant): Promise<boolean>;
  /** False where it does not wait any more. */
  discard(group: GroupId, contribution: string): Promise<boolean>;
  /** Oldest first. */
  proposals(group: GroupId, most: number): Promise<readonly Proposal[]>;
  /** How many questions of this member wait for an organizer of the group. */
  proposedBy(member: MemberId, group: GroupId): Promise<number>;

  /** Published ones in the order of their ids, retired ones among them, from after an id on. */
  page(group: GroupId, after: string, most: number): Promise<readonly Answerable[]>;
  /** Wherever it is asked; retired ones too, since results refer to them. */
  question(id: string): Promise<(Answerable & { readonly group: GroupId }) | undefined>;
  /** False where it is gone. */
  rewrite(group: GroupId, changed: NewQuestion): Promise<boolean>;
  /** Ids of the group's own and of built-in questions that it does not want to be asked. */
  retired(group: GroupId): Promise<readonly string[]>;
  /** False where it was already. */
  retire(group: GroupId, question: string, now: Temporal.Instant): Promise<boolean>;
  bringBack(group: GroupId, question: string): Promise<boolean>;
  /** Another one whenever what the group can be asked may have changed. */
  revision(group: GroupId): Promise<string>;
}
