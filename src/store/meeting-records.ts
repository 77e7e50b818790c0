// What is remembered of a group's meetings. Interfaces only.

import type { GroupId, MemberId } from '../core/ids.ts';
import type { CheckIn, Meeting, MeetingState } from '../core/meetings/meeting.ts';

/** One person on a roster; the id is for taking them off again. */
export interface RosterLine extends CheckIn {
  readonly id: string;
}

/** A meeting at which this member checked in. */
export interface Attended {
  readonly meeting: Meeting;
  readonly at: Temporal.Instant;
}

export interface MeetingRecords {
  add(meeting: Meeting): Promise<void>;
  find(group: GroupId, id: string): Promise<Meeting | undefined>;
  /** For the clock, which knows only the id. */
  byId(id: string): Promise<Meeting | undefined>;
  /** Planned and open ones from that moment on, the earliest first. */
  coming(group: GroupId, from: Temporal.Instant): Promise<readonly Meeting[]>;
  /** Begun before then, or over: a check-in can be ended before its hour. The latest first. */
  past(group: GroupId, before: Temporal.Instant, most: number): Promise<readonly Meeting[]>;
  /** Those whose check-in is open now. */
  open(group: GroupId): Promise<readonly Meeting[]>;
  change(
    id: string,
    changes: Pick<Meeting, 'title' | 'startsAt' | 'channel' | 'credits'>,
  ): Promise<boolean>;
  /** False where it is in none of the states `from`: of two presses at once one gets `true`. */
  move(
    id: string,
    from: readonly MeetingState[],
    to: MeetingState,
    word?: string,
  ): Promise<boolean>;
  noteExport(id: string, at: Temporal.Instant): Promise<void>;

  /** Checked in once: a second time corrects the name. */
  checkIn(meeting: string, member: MemberId, checkIn: CheckIn): Promise<void>;
  checkedIn(meeting: string, member: MemberId): Promise<CheckIn | undefined>;
  withdraw(meeting: string, member: MemberId): Promise<void>;
  roster(meeting: string): Promise<readonly RosterLine[]>;
  count(meeting: string): Promise<number>;
  /** Whether they were on it. */
  takeOff(meeting: string, id: string): Promise<boolean>;
  /** Everybody's names; how many they were. */
  clearRoster(meeting: string): Promise<number>;

  wrongWords(meeting: string, member: MemberId): Promise<number>;
  noteWrongWord(meeting: string, member: MemberId): Promise<void>;
  /** How many members typed as many as may be typed. */
  lockedOut(meeting: string): Promise<number>;
  /** Everybody's: they may try again. */
  forgetWrongWords(meeting: string): Promise<void>;

  /** The latest first. */
  attended(member: MemberId, most: number): Promise<readonly Attended[]>;
}
