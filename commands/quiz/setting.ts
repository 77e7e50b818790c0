// What a setting of questions is (practice, review, an exam), and what it is told.

import type { Context } from '../../src/bot/command.ts';
import type { Control, Reply } from '../../src/bot/reply.ts';
import type { Answer, Attempt, QuizSession } from '../../src/store/quiz-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import type { Shown } from './kinds/shown.ts';

/** One question before one member. */
export interface Play {
  readonly session: QuizSession;
  readonly attempt: Attempt;
  readonly shown: Shown;
}

export interface Setting {
  /** The word of its command, with which the ids of its actions begin. */
  readonly command: string;
  /** `Question 3 of 10 · Compliance` */
  title(play: Play, ctx: Context): string;
  /** Under an open question, after what answers it. */
  whileOpen(play: Play, ctx: Context): readonly Control[];
  /** Under the reveal. */
  onceAnswered(play: Play, ctx: Context): readonly Control[] | Promise<readonly Control[]>;
  /** In the transaction in which the answer counts: what else is to be remembered of it. */
  counted?(play: Play, answer: Answer, tx: Transaction, ctx: Context): Promise<void>;
  /** Where answers can be changed until they are handed in: they stay drafts, and nothing is revealed. */
  readonly keepsOpen?: true;
  /** The open question with what only the setting's own records know: the time left, a mark. */
  dressed?(card: Reply, play: Play, ctx: Context): Promise<Reply>;
  /** Said instead of taking an answer: the clock rests, or its time is up. */
  instead?(play: Play, ctx: Context): Promise<Reply | undefined>;
  /** Said where the button is not this member's, or what it belongs to is gone. */
  notYours(): Reply;
  overAlready(): Reply;
  /** What to do where a question is gone; left out, to stop it and start again. */
  readonly startAgain?: string;
}
