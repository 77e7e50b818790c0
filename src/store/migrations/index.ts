// The schema's history, in order. A released migration is never edited: add the next one.

import { house } from './001-house.ts';
import { quizzes } from './002-quizzes.ts';
import { education } from './003-education.ts';
import { answers } from './004-answers.ts';
import { noticeRoles } from './005-notice-roles.ts';
import { responses } from './006-responses.ts';
import { deliveries } from './007-deliveries.ts';
import { progress } from './008-progress.ts';
import { questionFlags } from './009-question-flags.ts';
import { meetings } from './010-meetings.ts';
import { certificates } from './011-certificates.ts';
import { bank } from './012-bank.ts';
import { exams } from './013-exams.ts';
import { apprenticeships } from './014-apprenticeships.ts';
import { rounds } from './015-rounds.ts';
import { boardAges } from './016-board-ages.ts';
import { regrading } from './017-regrading.ts';
import { dailyReveal } from './018-daily-reveal.ts';
import { undelivered } from './019-undelivered.ts';
import { roundRegrading } from './020-round-regrading.ts';
import { publishedQuestions } from './021-published-questions.ts';
import { proofs } from './022-proofs.ts';
import { wrongWords } from './023-wrong-words.ts';

export interface Migration {
  readonly name: string;
  readonly statements: string;
}

export const migrations: readonly Migration[] = [
  { name: 'house', statements: house },
  { name: 'quizzes', statements: quizzes },
  { name: 'education', statements: education },
  { name: 'answers', statements: answers },
  { name: 'notice roles', statements: noticeRoles },
  { name: 'responses', statements: responses },
  { name: 'deliveries', statements: deliveries },
  { name: 'progress', statements: progress },
  { name: 'question flags', statements: questionFlags },
  { name: 'meetings', statements: meetings },
  { name: 'certificates', statements: certificates },
  { name: 'bank', statements: bank },
  { name: 'exams', statements: exams },
  { name: 'apprenticeships', statements: apprenticeships },
  { name: 'rounds', statements: rounds },
  { name: 'board ages', statements: boardAges },
  { name: 'regrading', statements: regrading },
  { name: 'daily reveal', statements: dailyReveal },
  { name: 'undelivered', statements: undelivered },
  { name: 'round regrading', statements: roundRegrading },
  { name: 'published questions', statements: publishedQuestions },
  { name: 'proofs', statements: proofs },
  { name: 'wrong words', statements: wrongWords },
];
