// What is remembered of questions that the guide did not answer, and of a group's own passages.
// Interfaces only.

import type { GroupPassage } from '../core/answers/group-passage.ts';
import type { GroupId, MemberId } from '../core/ids.ts';

/** A question that a member passed on to the organizers. */
export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  readonly member: MemberId;
  readonly askedAt: Temporal.Instant;
}

/** Of one member, as it is sent. */
export interface NewQuestion {
  readonly id: string;
  readonly group: GroupId;
  readonly text: string;
}

export interface Vote {
  readonly passage: string;
  readonly group?: GroupId;
  readonly isHelpful: boolean;
}

/** How many members of a group found a passage not helpful, and no organizer has looked yet. */
export interface Complaint {
  readonly passage: string;
  readonly votes: number;
}

export type PassageText = Pick<
  GroupPassage,
  'title' | 'text' | 'source' | 'verified' | 'validThrough'
>;

export interface AnswerRecords extends QuestionRecords, PassageRecords, VoteRecords {}

export interface QuestionRecords {
  /** One more question found no answer. Who asked, and what, is not written down. */
  countUnanswered(group: GroupId, day: Temporal.PlainDate): Promise<void>;
  unanswered(group: GroupId, since: Temporal.PlainDate): Promise<number>;
  /** False where this member passed one on since then: of two presses at once one gets `true`. */
  passOn(
    member: MemberId,
    question: NewQuestion,
    now: Temporal.Instant,
    noneSince: Temporal.Instant,
  ): Promise<boolean>;
  lastPassedOn(member: MemberId): Promise<Temporal.Instant | undefined>;
  /** Oldest first. */
  waiting(group: GroupId, most: number): Promise<readonly AskedQuestion[]>;
  /** Those of them that still waited: of two organizers at once only one gets them. */
  answered(
    group: GroupId,
    questions: readonly AskedQuestion[],
    passage: string,
  ): Promise<readonly AskedQuestion[]>;
  /** Deletes those that still wait, and says which they were. */
  dismiss(group: GroupId, questions: readonly AskedQuestion[]): Promise<readonly AskedQuestion[]>;
  /** An organizer looked at what waits. */
  noteReading(group: GroupId, now: Temporal.Instant): Promise<void>;
  lastRead(group: GroupId): Promise<Temporal.Instant | undefined>;
}

export interface PassageRecords {
  /** By title, those that rest too. */
  ownPassages(group: GroupId): Promise<readonly GroupPassage[]>;
  ownPassage(group: GroupId, id: string): Promise<GroupPassage | undefined>;
  /** The same for a member whose question it answered, wherever they are. */
  answerFor(member: MemberId, id: string): Promise<GroupPassage | undefined>;
  /** The questions that a passage answered, by its id: how members ask for it. */
  wordings(group: GroupId): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Another one whenever what is found in the group's passages may have changed. */
  revision(group: GroupId): Promise<string>;
  addPassage(
    member: MemberId,
    passage: PassageText & Pick<GroupPassage, 'id' | 'group' | 'author' | 'writtenOn'>,
  ): Promise<void>;
  /** False where it is gone. */
  rewrite(group: GroupId, id: string, text: PassageText): Promise<boolean>;
  verify(
    group: GroupId,
    id: string,
    verified: Temporal.PlainDate,
    validThrough: Temporal.PlainDate,
  ): Promise<boolean>;
  /** With the questions that it answered. */
  removePassage(group: GroupId, id: string): Promise<boolean>;
}

export interface VoteRecords {
  /** One of each member for each passage; the last one counts. */
  vote(member: MemberId, vote: Vote, now: Temporal.Instant): Promise<void>;
  /** Most votes first. */
  complaints(group: GroupId): Promise<readonly Complaint[]>;
  /** Says how many there were. */
  settle(group: GroupId, passage: string): Promise<number>;
}
