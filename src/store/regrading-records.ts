// All answers to one question, wherever it was asked: for when its key was wrong. Interfaces only.

import type { MemberId } from '../core/ids.ts';
import type { Given } from '../core/quiz/regrade.ts';

export interface PastAnswer extends Given {
  /** Which answer it is: its table and its key there. */
  readonly in: 'attempts' | 'daily_answers' | 'round_answers';
  readonly id: string;
  /** Of the question in its round. */
  readonly position?: number;
  readonly member: MemberId;
  /** The day on whose boards it was counted; absent where it was on none. */
  readonly on?: Temporal.PlainDate;
}

export interface RegradingRecords {
  answersTo(question: string): Promise<readonly PastAnswer[]>;
  regrade(answer: PastAnswer, credit: number): Promise<void>;
}
