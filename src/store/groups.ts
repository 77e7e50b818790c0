// Study groups: their settings, organizers and schedules.

import { assumedZone } from '../core/calendar/assumed-zone.ts';
import type { ChannelId, GroupId, MemberId, UserId } from '../core/ids.ts';
import type {
  DailySchedule,
  GroupChanges,
  GroupRecords,
  GroupSettings,
  NoticeSchedule,
} from './group-records.ts';
import { addMember, memberIdOf } from './members.ts';
import type { Sealer } from './sealing.ts';
import type { Sql, SqlValue } from './sql.ts';

interface Row {
  readonly group_id: GroupId;
  readonly zone: string | null;
  readonly channel: ChannelId | null;
  readonly organizer_role: string | null;
  readonly paused: number;
}

export function makeGroups(sql: Sql, sealer: Sealer): GroupRecords {
  const find = async (group: GroupId) => {
    const row = await sql.get<Row>('SELECT * FROM study_groups WHERE group_id = ?', group);
    return row && settingsOf(row);
  };
  const settings = async (group: GroupId) => (await find(group)) ?? unwritten(group);
  const ensure = (group: GroupId) =>
    sql.run('INSERT INTO study_groups (group_id) VALUES (?) ON CONFLICT DO NOTHING', group);
  return {
    find,
    settings,
    async change(group, changes) {
      await ensure(group);
      for (const [column, value] of columnsOf(changes))
        await sql.run(`UPDATE study_groups SET ${column} = ? WHERE group_id = ?`, value, group);
      return settings(group);
    },

    async isOrganizer(group, member) {
      const row = await sql.get(
        'SELECT 1 FROM group_organizers WHERE group_id = ? AND member_id = ?',
        group,
        member,
      );
      return row !== undefined;
    },
    async organizers(group) {
      const rows = await sql.all<{ user_id: UserId }>(
        'SELECT user_id FROM group_organizers WHERE group_id = ? ORDER BY user_id',
        group,
      );
      return rows.map((row) => row.user_id);
    },
    async addOrganizer(group, user) {
      await ensure(group);
      const known = await memberIdOf(sql, user);
      const member = known ?? (crypto.randomUUID() as MemberId);
      if (!known) await addMember(sql, sealer, member, user);
      await sql.run(
        `INSERT INTO group_organizers (group_id, member_id, user_id) VALUES (?, ?, ?)
         ON CONFLICT DO NOTHING`,
        group,
        member,
        user,
      );
    },
    async removeOrganizer(group, user) {
      const changed = await sql.run(
        `DELETE FROM group_organizers WHERE group_id = ? AND member_id IN
         (SELECT member_id FROM identities WHERE user_id = ?)`,
        group,
        user,
      );
      return changed > 0;
    },

    async daily(group) {
      const rows = await sql.all<DailyRow>(
        'SELECT * FROM daily_schedules WHERE group_id = ? ORDER BY channel',
        group,
      );
      return rows.map(dailyOf);
    },
    async setDaily(schedule) {
      await ensure(schedule.group);
      await sql.run(
        `INSERT INTO daily_schedules (channel, group_id, time, weekdays_only, topic, reveal_time)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (channel) DO UPDATE SET group_id = excluded.group_id, time = excluded.time,
           weekdays_only = excluded.weekdays_only, topic = excluded.topic,
           reveal_time = excluded.reveal_time`,
        schedule.channel,
        schedule.group,
        schedule.time.toString(),
        schedule.weekdaysOnly ? 1 : 0,
        schedule.topic ?? null,
        schedule.revealTime?.toString() ?? null,
      );
    },
    async removeDaily(group, channel) {
      const statement = 'DELETE FROM daily_schedules WHERE group_id = ? AND channel = ?';
      return (await sql.run(statement, group, channel)) > 0;
    },

    async notices(group) {
      const rows = await sql.all<NoticeRow>(
        'SELECT * FROM notice_schedules WHERE group_id = ? ORDER BY channel',
        group,
      );
      return rows.map(noticesOf);
    },
    async setNotices(schedule) {
      await ensure(schedule.group);
      await sql.run(
        `INSERT INTO notice_schedules (channel, group_id, time, code_sets, lead_days, role)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (channel) DO UPDATE SET group_id = excluded.group_id, time = excluded.time,
           code_sets = excluded.code_sets, lead_days = excluded.lead_days, role = excluded.role`,
        schedule.channel,
        schedule.group,
        schedule.time.toString(),
        JSON.stringify(schedule.codeSets),
        JSON.stringify(schedule.leadDays),
        schedule.role ?? null,
      );
    },
    async removeNotices(group, channel) {
      const statement = 'DELETE FROM notice_schedules WHERE group_id = ? AND channel = ?';
      return (await sql.run(statement, group, channel)) > 0;
    },
  };
}

function unwritten(group: GroupId): GroupSettings {
  return { id: group, zone: assumedZone, zoneChosen: false, paused: false };
}

function settingsOf(row: Row): GroupSettings {
  return {
    id: row.group_id,
    zone: row.zone ?? assumedZone,
    zoneChosen: row.zone !== null,
    paused: row.paused === 1,
    ...(row.channel !== null && { channel: row.channel }),
    ...(row.organizer_role !== null && { organizerRole: row.organizer_role }),
  };
}

function columnsOf(changes: GroupChanges): readonly (readonly [string, SqlValue])[] {
  const { zone, channel, organizerRole, paused } = changes;
  const columns: [string, SqlValue | undefined][] = [
    ['zone', zone],
    ['channel', channel],
    ['organizer_role', organizerRole],
    ['paused', paused === undefined ? undefined : paused ? 1 : 0],
  ];
  return columns.filter((column): column is [string, SqlValue] => column[1] !== undefined);
}

interface DailyRow {
  readonly channel: ChannelId;
  readonly group_id: GroupId;
  readonly time: string;
  readonly weekdays_only: number;
  readonly topic: string | null;
  readonly reveal_time: string | null;
}

function dailyOf(row: DailyRow): DailySchedule {
  return {
    group: row.group_id,
    channel: row.channel,
    time: Temporal.PlainTime.from(row.time),
    weekdaysOnly: row.weekdays_only === 1,
    ...(row.topic !== null && { topic: row.topic }),
    ...(row.reveal_time !== null && { revealTime: Temporal.PlainTime.from(row.reveal_time) }),
  };
}

interface NoticeRow {
  readonly channel: ChannelId;
  readonly group_id: GroupId;
  readonly time: string;
  readonly code_sets: string;
  readonly lead_days: string;
  readonly role: string | null;
}

function noticesOf(row: NoticeRow): NoticeSchedule {
  return {
    group: row.group_id,
    channel: row.channel,
    time: Temporal.PlainTime.from(row.time),
    codeSets: JSON.parse(row.code_sets) as string[],
    leadDays: JSON.parse(row.lead_days) as number[],
    ...(row.role !== null && { role: row.role }),
  };
}
