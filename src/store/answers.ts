// All that is remembered for answers.

import type { AnswerRecords } from './answer-records.ts';
import { makeAskedQuestions } from './asked-questions.ts';
import { makeGroupPassages } from './group-passages.ts';
import { makePassageVotes } from './passage-votes.ts';
import type { Sealer } from './sealing.ts';
import type { Sql } from './sql.ts';

export function makeAnswers(sql: Sql, sealer: Sealer): AnswerRecords {
  return {
    ...makeAskedQuestions(sql, sealer),
    ...makeGroupPassages(sql, sealer),
    ...makePassageVotes(sql),
  };
}
