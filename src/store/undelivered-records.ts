// Messages that a person's direct messages refused. Interfaces only.

import type { MemberId } from '../core/ids.ts';

export interface UndeliveredRecords {
  /** Kept until it is swept; returns the id by which its member reads it. */
  keep(member: MemberId, payload: string, at: Temporal.Instant): Promise<string>;
  /** The oldest that was not read yet. */
  unread(member: MemberId): Promise<string | undefined>;
  /** Its reply as JSON; counts as read from then on, and can be read again. */
  read(member: MemberId, id: string, at: Temporal.Instant): Promise<string | undefined>;
}
