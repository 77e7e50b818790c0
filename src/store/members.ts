// Members, their settings and their accounts.

import type { ChannelId, GroupId, MemberId, UserId } from '../core/ids.ts';
import type { Theme } from '../core/theme.ts';
import { show } from './boards.ts';
import type { Sealer } from './sealing.ts';
import type { Sql, SqlValue } from './sql.ts';
import type { Member, Members } from './store.ts';

interface Row {
  readonly member_id: MemberId;
  readonly zone: string | null;
  readonly quiet_from: string | null;
  readonly quiet_to: string | null;
  readonly reminders_by_dm: number;
  readonly nickname_sealed: string | null;
  readonly on_board: number;
  readonly theme: Theme | null;
  readonly home_group: GroupId | null;
  readonly fallback_channel: ChannelId | null;
}

export function makeMembers(sql: Sql, sealer: Sealer): Members {
  return {
    async find(user) {
      const row = await sql.get<Row>(
        `SELECT * FROM members
         WHERE member_id = (SELECT member_id FROM identities WHERE user_id = ?)`,
        user,
      );
      return row && memberOf(row, sealer);
    },

    async read(member) {
      const row = await sql.get<Row>('SELECT * FROM members WHERE member_id = ?', member);
      return row && memberOf(row, sealer);
    },

    async ensure(member, user, group) {
      if (!(await memberIdOf(sql, user))) await addMember(sql, sealer, member, user);
      if (group !== undefined) await sql.run(moveHome, group, member, group);
    },

    async change(member, settings) {
      for (const [column, value] of await columnsOf(member, settings, sealer))
        await sql.run(`UPDATE members SET ${column} = ? WHERE member_id = ?`, value, member);
      if (typeof settings.onBoard === 'boolean') await show(sql, member, settings.onBoard);
    },

    async chooseHomeGroup(member, group) {
      await sql.run(
        'UPDATE members SET home_group = ?, home_pinned = 1 WHERE member_id = ?',
        group,
        member,
      );
    },

    async accounts(member) {
      const rows = await sql.all<{ user_id: UserId }>(
        'SELECT user_id FROM identities WHERE member_id = ? ORDER BY place',
        member,
      );
      return rows.map((row) => row.user_id);
    },
  };
}

const moveHome = `UPDATE members SET home_group = ?
  WHERE member_id = ? AND home_pinned = 0 AND (home_group IS NULL OR home_group <> ?)`;

export async function memberIdOf(sql: Sql, user: UserId): Promise<MemberId | undefined> {
  const row = await sql.get<{ member_id: MemberId }>(
    'SELECT member_id FROM identities WHERE user_id = ?',
    user,
  );
  return row?.member_id;
}

/** Writes down who they are, with a key of their own. */
export async function addMember(
  sql: Sql,
  sealer: Sealer,
  member: MemberId,
  user: UserId,
): Promise<void> {
  await sql.run('INSERT INTO members (member_id) VALUES (?) ON CONFLICT DO NOTHING', member);
  await sql.run(
    'INSERT INTO member_keys (member_id, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING',
    member,
    sealer.newKey(member),
  );
  await sql.run(
    `INSERT INTO identities (user_id, member_id, place)
     SELECT ?, ?, COUNT(*) FROM identities WHERE member_id = ?`,
    user,
    member,
    member,
  );
}

async function memberOf(row: Row, sealer: Sealer): Promise<Member> {
  const { quiet_from: from, quiet_to: to, nickname_sealed: nickname } = row;
  return {
    id: row.member_id,
    remindersByDm: row.reminders_by_dm === 1,
    onBoard: row.on_board === 1,
    ...(row.zone !== null && { zone: row.zone }),
    ...(row.theme !== null && { theme: row.theme }),
    ...(row.home_group !== null && { homeGroup: row.home_group }),
    ...(row.fallback_channel !== null && { fallbackChannel: row.fallback_channel }),
    ...(nickname !== null && { nickname: await sealer.open(row.member_id, nickname) }),
    ...(from !== null &&
      to !== null && {
        quiet: { from: Temporal.PlainTime.from(from), to: Temporal.PlainTime.from(to) },
      }),
  };
}

async function columnsOf(
  member: MemberId,
  settings: Parameters<Members['change']>[1],
  sealer: Sealer,
): Promise<readonly (readonly [string, SqlValue])[]> {
  const { zone, quiet, remindersByDm, nickname, onBoard, theme, fallbackChannel } = settings;
  const columns: [string, SqlValue][] = [];
  if (zone !== undefined) columns.push(['zone', zone]);
  if (fallbackChannel !== undefined) columns.push(['fallback_channel', fallbackChannel]);
  if (theme !== undefined) columns.push(['theme', theme]);
  if (quiet !== undefined)
    columns.push(
      ['quiet_from', quiet?.from.toString() ?? null],
      ['quiet_to', quiet?.to.toString() ?? null],
    );
  if (remindersByDm !== undefined) columns.push(['reminders_by_dm', remindersByDm ? 1 : 0]);
  if (onBoard !== undefined) columns.push(['on_board', onBoard ? 1 : 0]);
  if (nickname !== undefined)
    columns.push(['nickname_sealed', nickname ? await sealer.seal(member, nickname) : null]);
  return columns;
}
