// Where a job looks for questions: in the transaction that it rings in.

import type { Banks } from '../../commands/quiz/questions.ts';
import type { Services } from '../bot/job.ts';
import type { GroupId } from '../core/ids.ts';

export function banksOf({ tx, content }: Services, group: GroupId): Banks {
  return { store: tx, content, group };
}
