// What is remembered of a study group. Interfaces only.

import type { ChannelId, GroupId, MemberId, UserId } from '../core/ids.ts';

export interface GroupSettings {
  readonly id: GroupId;
  /** IANA name. */
  readonly zone: string;
  /** Whether an organizer said so, or it is assumed. */
  readonly zoneChosen: boolean;
  /** Where rounds, daily questions and notices go unless they have a channel of their own. */
  readonly channel?: ChannelId;
  /** The platform's id of the role whose holders are organizers. */
  readonly organizerRole?: string;
  /** Nothing is posted in its channels while paused; members' own reminders go on. */
  readonly paused: boolean;
}

type Changeable = Omit<GroupSettings, 'id' | 'zoneChosen'>;
export type GroupChanges = { readonly [K in keyof Changeable]?: Changeable[K] | null };

export interface DailySchedule {
  readonly group: GroupId;
  readonly channel: ChannelId;
  /** In the group's zone. */
  readonly time: Temporal.PlainTime;
  readonly weekdaysOnly: boolean;
  /** Left out: all topics. */
  readonly topic?: string;
  /** When its answer comes; left out, with the next question. */
  readonly revealTime?: Temporal.PlainTime;
}

export interface NoticeSchedule {
  readonly group: GroupId;
  readonly channel: ChannelId;
  readonly time: Temporal.PlainTime;
  /** Ids of code sets. */
  readonly codeSets: readonly string[];
  /** Days ahead of the effective date: 30 and 0 by default. */
  readonly leadDays: readonly number[];
  /** The platform's id of the role to ping with each notice. */
  readonly role?: string;
}

export interface GroupRecords {
  find(group: GroupId): Promise<GroupSettings | undefined>;
  /** Of a group that was never written down: what is assumed. */
  settings(group: GroupId): Promise<GroupSettings>;
  /** Writes the group down if it is new, then the changes; `null` clears. */
  change(group: GroupId, changes: GroupChanges): Promise<GroupSettings>;
  isOrganizer(group: GroupId, member: MemberId): Promise<boolean>;
  organizers(group: GroupId): Promise<readonly UserId[]>;
  /** Named by account, since the person may never have used the bot. */
  addOrganizer(group: GroupId, user: UserId): Promise<void>;
  removeOrganizer(group: GroupId, user: UserId): Promise<boolean>;
  daily(group: GroupId): Promise<readonly DailySchedule[]>;
  setDaily(schedule: DailySchedule): Promise<void>;
  removeDaily(group: GroupId, channel: ChannelId): Promise<boolean>;
  notices(group: GroupId): Promise<readonly NoticeSchedule[]>;
  setNotices(schedule: NoticeSchedule): Promise<void>;
  removeNotices(group: GroupId, channel: ChannelId): Promise<boolean>;
}
