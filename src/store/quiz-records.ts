// What is remembered of quizzes. Interfaces only.

import type { GroupId, MemberId } from '../core/ids.ts';
import type { Response } from '../core/quiz/response.ts';

/** What a session is for, by the word that starts it: `quiz`, `review`, `exam`. */
export type Purpose = 'quiz' | 'review' | 'exam' | 'updates';

/** Questions that one member is asked in private; of each purpose at most one is open at a time. */
export interface QuizSession {
  readonly id: string;
  readonly purpose: Purpose;
  /** Of what is asked one at a time: a case stands there with each of its questions. */
  readonly questionIds: readonly string[];
  /** As it was asked for, for the cards' heading. */
  readonly topic?: string;
  /** How many seconds each question has; left out, all the time in the world. */
  readonly secondsEach?: number;
  readonly startedAt: Temporal.Instant;
  readonly open: boolean;
}

/** One question shown to one member. */
export interface Attempt {
  readonly id: string;
  readonly questionId: string;
  /** From 0, within its session. */
  readonly position: number;
  /** `order[0]` is the place in the bank of what was shown as option A. */
  readonly order: readonly number[];
  /** Of now, wherever it was shown before: its time begins again. */
  readonly shownAt: Temporal.Instant;
  /** What was chosen so far, and is not handed in yet. */
  readonly draft?: Response;
  readonly answer?: Answer;
}

export interface Answer {
  readonly response: Response;
  /** From 0 to 1, which is right. */
  readonly credit: number;
  readonly at: Temporal.Instant;
}

export interface SessionScore {
  readonly answered: number;
  readonly right: number;
}

/** A group's question of the day: the same in all its channels. */
export interface DailyQuestion {
  readonly id: string;
  readonly group: GroupId;
  readonly day: Temporal.PlainDate;
  readonly questionId: string;
  readonly order: readonly number[];
  readonly revealed: boolean;
}

export interface QuizRecords {
  openSession(member: MemberId, purpose: Purpose): Promise<QuizSession | undefined>;
  session(member: MemberId, id: string): Promise<QuizSession | undefined>;
  /** The one that ended last. */
  lastSession(member: MemberId, purpose: Purpose): Promise<QuizSession | undefined>;
  /** False where one of that purpose is open already. */
  start(member: MemberId, session: Omit<QuizSession, 'open'>): Promise<boolean>;
  /** Whether it was open. */
  end(member: MemberId, id: string, now: Temporal.Instant): Promise<boolean>;
  /** The attempt at that place, made now if it was not shown yet. */
  show(
    member: MemberId,
    session: string,
    attempt: Omit<Attempt, 'id' | 'draft' | 'answer'>,
  ): Promise<Attempt>;
  latestAttempt(member: MemberId, session: string): Promise<Attempt | undefined>;
  /** All of the session, in their order. */
  attempts(member: MemberId, session: string): Promise<readonly Attempt[]>;
  attempt(
    member: MemberId,
    id: string,
  ): Promise<(Attempt & { readonly session: string }) | undefined>;
  /** False where it was answered already, or its session is over. */
  draft(member: MemberId, id: string, response: Response): Promise<boolean>;
  /** False where it was answered already, or its session is over: the first answer counts. */
  answer(member: MemberId, id: string, answer: Answer): Promise<boolean>;
  score(member: MemberId, session: string): Promise<SessionScore>;
  missed(member: MemberId, session: string): Promise<readonly string[]>;
  /** What this member did not get right the last time, in practice, rounds and daily questions; the latest first. */
  allMissed(member: MemberId): Promise<readonly string[]>;
  /** Ids of questions this member answered, the longest ago first. */
  seen(member: MemberId): Promise<readonly string[]>;

  daily(id: string): Promise<DailyQuestion | undefined>;
  dailyOf(group: GroupId, day: Temporal.PlainDate): Promise<DailyQuestion | undefined>;
  /** What was asked before, the longest ago first. */
  dailyAsked(group: GroupId): Promise<readonly string[]>;
  /** The days on which the group had a question, the longest ago first. */
  dailyAskedOn(group: GroupId): Promise<readonly Temporal.PlainDate[]>;
  addDaily(daily: Omit<DailyQuestion, 'revealed'>): Promise<void>;
  reveal(id: string): Promise<void>;
  /** The group's latest question of the day before that one. */
  lastDaily(group: GroupId, before: Temporal.PlainDate): Promise<DailyQuestion | undefined>;
  /** False where this member answered it already, in whichever channel. */
  answerDaily(
    member: MemberId,
    id: string,
    given: { readonly choice: number; readonly right: boolean; readonly at: Temporal.Instant },
  ): Promise<boolean>;
  dailyAnswer(
    member: MemberId,
    id: string,
  ): Promise<{ readonly choice: number; readonly right: boolean } | undefined>;
  dailyCounts(id: string): Promise<SessionScore>;
  /** The days on which this member answered the group's question. */
  dailyDays(member: MemberId, group: GroupId): Promise<readonly Temporal.PlainDate[]>;
}
