// What is remembered of rounds in a channel. Interfaces only.

import type { ChannelId, GroupId, MemberId } from '../core/ids.ts';
import type { RoundState } from '../core/quiz/round.ts';
import type { SessionScore } from './quiz-records.ts';

/** One at a time runs in a channel. */
export interface Round extends RoundState {
  readonly id: string;
  readonly group: GroupId;
  readonly channel: ChannelId;
  readonly questionIds: readonly string[];
  /** For each question: `order[0]` is the place in the bank of option A. */
  readonly orders: readonly (readonly number[])[];
  readonly topic?: string;
  readonly secondsEach: number;
  readonly startedAt: Temporal.Instant;
}

export interface RoundCounts {
  /** Who joined this round, or answered any of its questions. */
  readonly joined: number;
  /** This question. */
  readonly answered: number;
  readonly right: number;
}

/** What became of a press: the first is `locked`, one other letter may follow. */
export type Locked = 'locked' | 'changed' | 'same' | 'final';

export interface RoundRecords {
  round(id: string): Promise<Round | undefined>;
  running(channel: ChannelId): Promise<Round | undefined>;
  /** The one that was saved last, where it was not taken up again. */
  saved(channel: ChannelId): Promise<Round | undefined>;
  /** False where one runs in the channel already. Whoever starts it has joined. */
  begin(round: Round, starter: MemberId): Promise<boolean>;
  /** Where it still stands as it was read: false where somebody else was faster. */
  move(round: Round, to: RoundState): Promise<boolean>;
  /** Ids of what was asked in the group's latest rounds, the longest ago first. */
  asked(group: GroupId): Promise<readonly string[]>;

  /** Whether they had not joined before. */
  join(member: MemberId, round: string): Promise<boolean>;
  isStarter(member: MemberId, round: string): Promise<boolean>;
  lock(
    member: MemberId,
    round: Round,
    given: { readonly choice: number; readonly right: boolean; readonly at: Temporal.Instant },
  ): Promise<Locked>;
  /** Place in the bank of what they chose. */
  choice(member: MemberId, round: string, position: number): Promise<number | undefined>;
  counts(round: string, position: number): Promise<RoundCounts>;
  /** How many chose each option, by its place in the bank. */
  choices(round: string, position: number): Promise<ReadonlyMap<number, number>>;
  answers(
    round: string,
    position: number,
  ): Promise<readonly { readonly member: MemberId; readonly right: boolean }[]>;
  /** Of those who agreed to be shown, the best first. */
  shownScores(
    round: string,
    most: number,
  ): Promise<readonly (SessionScore & { readonly member: MemberId })[]>;
  score(member: MemberId, round: string): Promise<SessionScore>;
  missed(member: MemberId, round: string): Promise<readonly string[]>;
}
