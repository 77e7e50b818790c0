// Meetings and who checked in; names and numbers sealed under each member's own key.

import { toCredits, toQuarters } from '../core/ceu/credits.ts';
import type { ChannelId, GroupId, MemberId } from '../core/ids.ts';
import {
  type CheckIn,
  type Meeting,
  type MeetingState,
  mostWrongWords,
} from '../core/meetings/meeting.ts';
import { writeDown } from './asked-questions.ts';
import type { MeetingRecords, RosterLine } from './meeting-records.ts';
import type { Sealer } from './sealing.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';

interface MeetingRow {
  readonly meeting_id: string;
  readonly group_id: GroupId;
  readonly channel: ChannelId;
  readonly title: string;
  readonly starts_at: number;
  readonly quarters: number | null;
  readonly state: MeetingState;
  readonly word: string | null;
  readonly exported_at: number | null;
}

interface CheckInRow {
  readonly check_in_id: string;
  readonly member_id: MemberId;
  readonly first_name_sealed: string;
  readonly last_name_sealed: string;
  readonly member_number_sealed: string | null;
  readonly checked_in_at: number;
}

export function makeMeetings(sql: Sql, sealer: Sealer): MeetingRecords {
  const meetings = async (where: string, ...values: (string | number)[]) => {
    const rows = await sql.all<MeetingRow>(`SELECT * FROM meetings WHERE ${where}`, ...values);
    return rows.map(meetingOf);
  };
  return {
    async add(meeting) {
      await writeDown(sql, meeting.group);
      await sql.run(
        `INSERT INTO meetings (meeting_id, group_id, channel, title, starts_at, quarters, state)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        meeting.id,
        meeting.group,
        meeting.channel,
        meeting.title,
        millisecondsOf(meeting.startsAt),
        meeting.credits === undefined ? null : toQuarters(meeting.credits),
        meeting.state,
      );
    },
    find: async (group, id) => (await meetings('group_id = ? AND meeting_id = ?', group, id))[0],
    byId: async (id) => (await meetings('meeting_id = ?', id))[0],
    coming: (group, from) =>
      meetings(
        `group_id = ? AND state IN ('planned', 'open') AND starts_at >= ? ORDER BY starts_at`,
        group,
        millisecondsOf(from),
      ),
    past: (group, before, most) =>
      meetings(
        `group_id = ? AND (state = 'closed' OR state <> 'cancelled' AND starts_at < ?)
         ORDER BY starts_at DESC LIMIT ?`,
        group,
        millisecondsOf(before),
        most,
      ),
    open: (group) => meetings(`group_id = ? AND state = 'open' ORDER BY starts_at`, group),
    async change(id, { title, startsAt, channel, credits }) {
      const changed = await sql.run(
        `UPDATE meetings SET title = ?, starts_at = ?, channel = ?, quarters = ?
         WHERE meeting_id = ? AND state = 'planned'`,
        title,
        millisecondsOf(startsAt),
        channel,
        credits === undefined ? null : toQuarters(credits),
        id,
      );
      return changed > 0;
    },
    async move(id, from, to, word) {
      const marks = from.map(() => '?').join(', ');
      const changed = await sql.run(
        `UPDATE meetings SET state = ?, word = ? WHERE meeting_id = ? AND state IN (${marks})`,
        to,
        word ?? null,
        id,
        ...from,
      );
      return changed > 0;
    },
    async noteExport(id, at) {
      const statement = 'UPDATE meetings SET exported_at = ? WHERE meeting_id = ?';
      await sql.run(statement, millisecondsOf(at), id);
    },

    async checkIn(meeting, member, { firstName, lastName, memberNumber, at }) {
      const names = [await sealer.seal(member, firstName), await sealer.seal(member, lastName)];
      await sql.run(
        `INSERT INTO check_ins (check_in_id, meeting_id, member_id, first_name_sealed,
           last_name_sealed, member_number_sealed, checked_in_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (meeting_id, member_id) DO UPDATE SET
           first_name_sealed = excluded.first_name_sealed,
           last_name_sealed = excluded.last_name_sealed,
           member_number_sealed = excluded.member_number_sealed`,
        crypto.randomUUID().slice(0, 13),
        meeting,
        member,
        ...names,
        memberNumber === undefined ? null : await sealer.seal(member, memberNumber),
        millisecondsOf(at),
      );
    },
    async checkedIn(meeting, member) {
      const row = await sql.get<CheckInRow>(
        'SELECT * FROM check_ins WHERE meeting_id = ? AND member_id = ?',
        meeting,
        member,
      );
      return row && checkInOf(row, sealer);
    },
    async withdraw(meeting, member) {
      const statement = 'DELETE FROM check_ins WHERE meeting_id = ? AND member_id = ?';
      await sql.run(statement, meeting, member);
    },
    async roster(meeting) {
      const rows = await sql.all<CheckInRow>(
        'SELECT * FROM check_ins WHERE meeting_id = ? ORDER BY checked_in_at',
        meeting,
      );
      return Promise.all(rows.map((row) => checkInOf(row, sealer)));
    },
    async count(meeting) {
      const statement = 'SELECT COUNT(*) AS rows FROM check_ins WHERE meeting_id = ?';
      return (await sql.get<{ rows: number }>(statement, meeting))?.rows ?? 0;
    },
    async takeOff(meeting, id) {
      const statement = 'DELETE FROM check_ins WHERE meeting_id = ? AND check_in_id = ?';
      return (await sql.run(statement, meeting, id)) > 0;
    },
    clearRoster: (meeting) => sql.run('DELETE FROM check_ins WHERE meeting_id = ?', meeting),

    async wrongWords(meeting, member) {
      const statement = 'SELECT times FROM wrong_words WHERE meeting_id = ? AND member_id = ?';
      return (await sql.get<{ times: number }>(statement, meeting, member))?.times ?? 0;
    },
    async noteWrongWord(meeting, member) {
      await sql.run(
        `INSERT INTO wrong_words (meeting_id, member_id, times) VALUES (?, ?, 1)
         ON CONFLICT (meeting_id, member_id) DO UPDATE SET times = times + 1`,
        meeting,
        member,
      );
    },
    async lockedOut(meeting) {
      const statement =
        'SELECT COUNT(*) AS rows FROM wrong_words WHERE meeting_id = ? AND times >= ?';
      return (await sql.get<{ rows: number }>(statement, meeting, mostWrongWords))?.rows ?? 0;
    },
    async forgetWrongWords(meeting) {
      await sql.run('DELETE FROM wrong_words WHERE meeting_id = ?', meeting);
    },

    async attended(member, most) {
      const rows = await sql.all<MeetingRow & { readonly checked_in_at: number }>(
        `SELECT m.*, c.checked_in_at FROM check_ins c JOIN meetings m ON m.meeting_id = c.meeting_id
         WHERE c.member_id = ? ORDER BY c.checked_in_at DESC LIMIT ?`,
        member,
        most,
      );
      return rows.map((row) => ({ meeting: meetingOf(row), at: instantOf(row.checked_in_at) }));
    },
  };
}

function meetingOf(row: MeetingRow): Meeting {
  return {
    id: row.meeting_id,
    group: row.group_id,
    channel: row.channel,
    title: row.title,
    startsAt: instantOf(row.starts_at),
    state: row.state,
    ...(row.quarters !== null && { credits: toCredits(row.quarters) }),
    ...(row.word !== null && { word: row.word }),
    ...(row.exported_at !== null && { exportedAt: instantOf(row.exported_at) }),
  };
}

async function checkInOf(row: CheckInRow, sealer: Sealer): Promise<RosterLine & CheckIn> {
  const { member_id: member, member_number_sealed: number } = row;
  return {
    id: row.check_in_id,
    firstName: await sealer.open(member, row.first_name_sealed),
    lastName: await sealer.open(member, row.last_name_sealed),
    at: instantOf(row.checked_in_at),
    ...(number !== null && { memberNumber: await sealer.open(member, number) }),
  };
}
