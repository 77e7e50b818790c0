// The only list of what people can type.

import type { CommandGroup } from '../src/bot/command.ts';
import ask from './ask/index.ts';
import bank from './bank/index.ts';
import ceu from './ceu/index.ts';
import checkin from './checkin.ts';
import code from './code/index.ts';
import credential from './credential/index.ts';
import exam from './exam/index.ts';
import group from './group/index.ts';
import guide from './guide/index.ts';
import help from './help.ts';
import leaderboard from './leaderboard/index.ts';
import meeting from './meeting/index.ts';
import plan from './plan/index.ts';
import privacy from './privacy.ts';
import quiz from './quiz/index.ts';
import review from './review/index.ts';
import settings from './settings.ts';
import stats from './stats/index.ts';
import updates from './updates/index.ts';

export const commandGroups: readonly CommandGroup[] = [
  ask,
  quiz,
  review,
  exam,
  stats,
  leaderboard,
  plan,
  ceu,
  credential,
  code,
  updates,
  checkin,
  meeting,
  group,
  guide,
  bank,
  settings,
  privacy,
  help,
];
