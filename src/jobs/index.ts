// The only list of what the clock can start.

import type { Job } from '../bot/job.ts';
import { ceuReminders } from './ceu-reminders.ts';
import { ceuWatching } from './ceu-watching.ts';
import { dailyQuestion } from './daily-question.ts';
import { dailyReveal } from './daily-reveal.ts';
import { examTime } from './exam-time.ts';
import { meetings } from './meetings.ts';
import { notices } from './notices.ts';
import { quizRound } from './quiz-round.ts';
import { releaseReminders } from './release-reminders.ts';
import { reviewNudges } from './review-nudges.ts';

export const jobs: readonly Job[] = [
  ceuReminders,
  ceuWatching,
  dailyQuestion,
  dailyReveal,
  examTime,
  meetings,
  notices,
  quizRound,
  releaseReminders,
  reviewNudges,
];
