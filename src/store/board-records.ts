// What is remembered of boards: what members reached in a group's rounds and daily questions.
// Interfaces only.

import type { GroupId, MemberId } from '../core/ids.ts';

export type Period = 'week' | 'month' | 'all';

/** Which board: of a group, of the week or month in which a day lies, of one topic or all. */
export interface Board {
  readonly group: GroupId;
  readonly period: Period;
  readonly on: Temporal.PlainDate;
  readonly topic?: string;
}

export interface Points {
  readonly answered: number;
  readonly right: number;
}

/** One who agreed to be shown. */
export interface Placed extends Points {
  readonly member: MemberId;
  /** Who has as many right of as few shares a rank. */
  readonly rank: number;
}

export interface Total extends Points {
  readonly topic: string;
  /** How many took part. */
  readonly members: number;
}

export interface BoardRecords {
  /** In the transaction of the answer; `right` and `answered` may take back what a mended key gave. */
  add(
    member: MemberId,
    to: { readonly group: GroupId; readonly topic: string; readonly on: Temporal.PlainDate },
    points: Points,
  ): Promise<void>;
  /** The best, of those who agreed to be shown. */
  top(board: Board, most: number): Promise<readonly Placed[]>;
  /** This member and so many before and after them; empty where they are not on it. */
  around(board: Board, member: MemberId, each: number): Promise<readonly Placed[]>;
  /** What the member themselves reached, shown to others or not. */
  of(board: Board, member: MemberId): Promise<Points | undefined>;
  /** Of all who took part, by topic and (topic `''`) together, without names. */
  totals(board: Board): Promise<readonly Total[]>;
}
