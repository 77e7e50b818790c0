// What is remembered, as the rest of the house sees it. Interfaces only.

import type { ChannelId, GroupId, MemberId, PlatformName, UserId } from '../core/ids.ts';
import type { Theme } from '../core/theme.ts';
import type { AnswerRecords } from './answer-records.ts';
import type { BankRecords } from './bank-records.ts';
import type { BoardRecords } from './board-records.ts';
import type { EducationRecords } from './education-records.ts';
import type { ExamRecords } from './exam-records.ts';
import type { FlagRecords } from './flag-records.ts';
import type { GroupRecords } from './group-records.ts';
import type { MeetingRecords } from './meeting-records.ts';
import type { PlanRecords } from './plan-records.ts';
import type { ProgressRecords } from './progress-records.ts';
import type { QuizRecords } from './quiz-records.ts';
import type { RegradingRecords } from './regrading-records.ts';
import type { ReviewRecords } from './review-records.ts';
import type { RoundRecords } from './round-records.ts';
import type { UndeliveredRecords } from './undelivered-records.ts';

/** Every repository takes the member or the group whose records it touches. */
export interface Repositories {
  readonly members: Members;
  readonly groups: GroupRecords;
  readonly drafts: Drafts;
  readonly alarms: Alarms;
  readonly outbox: OutboxRecords;
  readonly quizzes: QuizRecords;
  readonly rounds: RoundRecords;
  readonly progress: ProgressRecords;
  readonly reviews: ReviewRecords;
  readonly boards: BoardRecords;
  readonly plans: PlanRecords;
  readonly exams: ExamRecords;
  readonly flags: FlagRecords;
  readonly education: EducationRecords;
  readonly answers: AnswerRecords;
  readonly meetings: MeetingRecords;
  readonly bank: BankRecords;
  readonly regrading: RegradingRecords;
  readonly undelivered: UndeliveredRecords;
  readonly privacy: Privacy;
}

/** The repositories inside one transaction. It commits as a whole or not at all. */
export interface Transaction extends Repositories {
  readonly transaction?: never;
}

export interface Store extends Repositories {
  /**
   * `work` awaits nothing but `tx`: there is one connection, and whoever calls the store meanwhile
   * waits. Calling the store itself from inside throws.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

export interface Member {
  readonly id: MemberId;
  /** IANA name; absent until the member says so. */
  readonly zone?: string;
  /** Local times between which nothing is sent. */
  readonly quiet?: { readonly from: Temporal.PlainTime; readonly to: Temporal.PlainTime };
  readonly remindersByDm: boolean;
  /** For boards, instead of the platform's name. */
  readonly nickname?: string;
  /** Whether boards may show this member. */
  readonly onBoard: boolean;
  /** Of pictures; absent: light. */
  readonly theme?: Theme;
  /** Where they are told of a direct message that was refused, if they chose so. */
  readonly fallbackChannel?: ChannelId;
  /** Where their direct messages belong: the group last used, or the one they chose. */
  readonly homeGroup?: GroupId;
}

export type MemberSettings = Omit<Member, 'id' | 'homeGroup'>;

export interface Members {
  find(user: UserId): Promise<Member | undefined>;
  read(member: MemberId): Promise<Member | undefined>;
  /** Writes a member down, with a key of their own, and the group they were last seen in. */
  ensure(member: MemberId, user: UserId, group: GroupId | undefined): Promise<void>;
  /** An absent key is left as it is; `null` clears it. */
  change(
    member: MemberId,
    settings: { readonly [K in keyof MemberSettings]?: MemberSettings[K] | null },
  ): Promise<void>;
  /** Pins the home group, so that using another one no longer moves it. */
  chooseHomeGroup(member: MemberId, group: GroupId): Promise<void>;
  /** The accounts of one person, first used first. */
  accounts(member: MemberId): Promise<readonly UserId[]>;
}

/** Values that wait for a confirmation or a correction; gone after an hour. */
export interface Drafts {
  /** The id is unguessable and opens for its member alone. */
  keep(
    member: MemberId,
    action: string,
    values: Readonly<Record<string, unknown>>,
    now: Temporal.Instant,
  ): Promise<string>;
  read(
    member: MemberId,
    id: string,
    now: Temporal.Instant,
  ): Promise<
    { readonly action: string; readonly values: Readonly<Record<string, unknown>> } | undefined
  >;
  /** Whether it was there: of two presses at once one gets `true`. */
  drop(member: MemberId, id: string): Promise<boolean>;
}

/** Unique by job and subject. */
export interface Alarm {
  readonly job: string;
  readonly subject: string;
  readonly at: Temporal.Instant;
}

export interface Alarms {
  /** Sets or moves it, in the transaction of the change. `member` or `group`: gone with them. */
  set(alarm: Alarm, owner: { readonly member?: MemberId; readonly group?: GroupId }): Promise<void>;
  clear(job: string, subject: string): Promise<void>;
  /** When it rings; a moment that is past has not rung yet. */
  find(job: string, subject: string): Promise<Temporal.Instant | undefined>;
}

export type DeliveryState = 'pending' | 'sending' | 'sent' | 'closed' | 'missed';

/** A message as it is written down; the payload is the reply as JSON, empty once it is over. */
export interface OutboxRow {
  readonly key: string;
  readonly to: { readonly channel: ChannelId } | { readonly user: UserId };
  readonly payload: string;
  readonly due: Temporal.Instant;
  readonly notAfter?: Temporal.Instant;
  readonly edits?: string;
  readonly thread?: string;
  readonly member?: MemberId;
  readonly group?: GroupId;
}

export interface OutboxRecords {
  /**
   * False where the key exists already: that message stays as it is. An edit takes the place of
   * those of the same message that still wait. A direct message belongs to its member.
   */
  add(row: OutboxRow): Promise<boolean>;
  /** Takes back what has not been sent under keys that begin so; says how many they were. */
  void(keyPrefix: string, reason: string): Promise<number>;
  /** Keys of what waits and begins so. */
  waiting(keyPrefix: string): Promise<readonly string[]>;
  /** What became of a group's messages, latest first. */
  ofGroup(group: GroupId, most: number, skip?: number): Promise<readonly DeliveryRecord[]>;
  countOfGroup(group: GroupId): Promise<number>;
  /** Nobody can tell whether these arrived: an organizer has to look. */
  heldOfGroup(group: GroupId): Promise<readonly DeliveryRecord[]>;
  /** What the organizer found. False where it is not held any more. */
  release(
    group: GroupId,
    key: string,
    found: 'it arrived' | 'it is not there',
    now: Temporal.Instant,
  ): Promise<boolean>;
}

export interface DeliveryRecord {
  readonly key: string;
  readonly state: DeliveryState;
  readonly due: Temporal.Instant;
  readonly sentAt?: Temporal.Instant;
  readonly attempts: number;
  /** In doubt until an organizer says whether it is there. */
  readonly isHeld: boolean;
  readonly isEdit: boolean;
  readonly reason?: string;
  readonly channel?: ChannelId;
}

/** Everything about one person, from every table that has a `member_id`. */
export interface Privacy {
  /** Number of rows by table, for those that have any. */
  count(member: MemberId): Promise<Readonly<Record<string, number>>>;
  export(member: MemberId): Promise<Readonly<Record<string, readonly object[]>>>;
  /** Deletes the rows and destroys the member's key, so that no copy can be read either. */
  delete(member: MemberId): Promise<void>;
}

/** What must read across members and groups: for jobs and their sender alone. */
export interface AllOf {
  /** The earliest alarm, or message for one of these platforms: when the clock has work next. */
  nextMoment(platforms: readonly PlatformName[]): Promise<Temporal.Instant | undefined>;
  dueAlarms(now: Temporal.Instant, most: number): Promise<readonly Alarm[]>;
  /** Whether the alarm still stands as it was read: a command may have moved or cleared it. */
  stands(alarm: Alarm): Promise<boolean>;
  /** Does nothing where it no longer stands. */
  moveAlarm(alarm: Alarm, to: Temporal.Instant): Promise<void>;
  /** Rings again at `until`, still for the moment that it was set for. */
  restAlarm(alarm: Alarm, until: Temporal.Instant): Promise<void>;
  /**
   * Those in doubt (`sending`) first, then in order of due. The wall clock only says when it is
   * worth asking: what was last tried in its future is among them.
   */
  dueMessages(
    platform: PlatformName,
    now: Temporal.Instant,
    most: number,
  ): Promise<readonly QueuedMessage[]>;
  message(key: string): Promise<QueuedMessage | undefined>;
  /**
   * Written down before the request. Where nothing more is written, it is due again at `again`.
   * False where it was taken back meanwhile.
   */
  markSending(key: string, now: Temporal.Instant, again: Temporal.Instant): Promise<boolean>;
  markSent(key: string, at: Temporal.Instant, channel: ChannelId, messageId: string): Promise<void>;
  /** Not before `next`; `sending` where an earlier request may have arrived. */
  markWaiting(
    key: string,
    state: 'pending' | 'sending',
    next: Temporal.Instant,
    reason: string,
  ): Promise<void>;
  markEnded(key: string, state: 'closed' | 'missed', reason: string): Promise<void>;
  /** The clock was set back: the last attempt is in its future no more. */
  markTried(key: string, at: Temporal.Instant): Promise<void>;
  /** In doubt until an organizer says what to do: it is not due again by itself. */
  hold(key: string, reason: string): Promise<void>;
}

export interface QueuedMessage extends OutboxRow {
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly firstAttemptAt?: Temporal.Instant;
  readonly lastAttemptAt?: Temporal.Instant;
  readonly channel?: ChannelId;
  readonly messageId?: string;
  /** Where the direct messages of `to.user` are, if a message of ours ever arrived there. */
  readonly directChannel?: ChannelId;
}

/** The store as jobs see it. */
export interface JobStore {
  transaction<T>(work: (tx: Transaction & { readonly all: AllOf }) => Promise<T>): Promise<T>;
  readonly all: AllOf;
  /** Removes drafts, messages and other things whose time is over. */
  sweep(now: Temporal.Instant): Promise<void>;
}
