import type { CommandGroup } from '../../src/bot/command.ts';
import { add, logDraftNow } from './add.ts';
import { anotherCourse, askDetails, countFor, details, open } from './entry-actions.ts';
import { list, remove, removed, turnPage } from './list.ts';
import { chooseKind, dropDraft } from './log.ts';
import { mark } from './mark.ts';
import { remind, remindIn, resume, snooze, stop } from './reminders.ts';
import { showBody, status } from './status.ts';
import { askMinimum, askTracker, minimum, tracker } from './tracker.ts';

export default {
  name: 'ceu',
  summary: 'Your continuing education: what is done, what is short, by when',
  commands: [add, list, status],
  actions: [
    ...[chooseKind, logDraftNow, dropDraft],
    ...[open, askDetails, details, anotherCourse, countFor],
    ...[turnPage, remove, removed],
    ...[showBody, mark, askTracker, tracker, askMinimum, minimum],
    ...[remind, remindIn, snooze, stop, resume],
  ],
} satisfies CommandGroup;
