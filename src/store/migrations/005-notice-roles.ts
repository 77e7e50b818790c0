// The role that a channel's notices ping.

export const noticeRoles = 'ALTER TABLE notice_schedules ADD COLUMN role TEXT;';
