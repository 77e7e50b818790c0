// What is remembered of the exams that members plan. Interfaces only.

import type { MemberId } from '../core/ids.ts';

export interface ExamPlan {
  /** As people write it: `CPC`. */
  readonly exam: string;
  readonly on: Temporal.PlainDate;
  readonly plannedOn: Temporal.PlainDate;
}

/** Of an official practice test: the number only, never anything of its content. */
export interface PracticeResult {
  readonly id: string;
  readonly exam: string;
  readonly takenOn: Temporal.PlainDate;
  readonly percent: number;
}

export interface PlanRecords {
  /** The soonest first. */
  exams(member: MemberId): Promise<readonly ExamPlan[]>;
  /** One day for each exam: another one takes its place. */
  set(member: MemberId, plan: ExamPlan): Promise<void>;
  /** With its results. Whether it was there. */
  remove(member: MemberId, exam: string): Promise<boolean>;
  /** The latest taken first. */
  results(member: MemberId, exam: string): Promise<readonly PracticeResult[]>;
  addResult(member: MemberId, result: PracticeResult): Promise<void>;
  /** Whether it was there. */
  removeResult(member: MemberId, id: string): Promise<boolean>;
}
