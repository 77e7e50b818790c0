import type { CommandGroup } from '../../src/bot/command.ts';
import { changes, changesActions } from './changes.ts';
import { list } from './list.ts';
import { miniQuizActions } from './mini-quiz.ts';
import { about, next, whenNext } from './next.ts';
import { remind, remindAhead, remindNot } from './remind.ts';

export default {
  name: 'updates',
  summary: 'When the code sets change, and what is known of it',
  commands: [next, list, changes],
  actions: [about, whenNext, remind, remindAhead, remindNot, ...changesActions, ...miniQuizActions],
} satisfies CommandGroup;
