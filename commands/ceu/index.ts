import type { CommandGroup } from '../../src/bot/command.ts';
import { add, logDraftNow } from './add.ts';
import { attach, certificate, detach, detached } from './certificate.ts';
import { askChange, change, edit } from './edit.ts';
import { anotherCourse, askDetails, countFor, details, open } from './entry-actions.ts';
import { audit, exportAll } from './export.ts';
import { list, turnPage } from './list.ts';
import { chooseKind, dropDraft } from './log.ts';
import { mark } from './mark.ts';
import { askOwnTotal, byRules, computedDate, ownNumbers, ownTotal } from './own-numbers.ts';
import { remind, remindIn, resume, snooze, stop } from './reminders.ts';
import { whole } from './reminders-together.ts';
import { remove, removeCommand, removed } from './remove.ts';
import { rules } from './rules.ts';
import { showBody, status } from './status.ts';
import { askMinimum, askTracker, minimum, tracker } from './tracker.ts';
import { countAs, creditsFor, forBody, whom } from './whom.ts';

export default {
  name: 'ceu',
  summary: 'Your continuing education: what is done, what is short, by when',
  commands: [add, edit, list, removeCommand, status, exportAll],
  actions: [
    ...[chooseKind, logDraftNow, dropDraft],
    ...[open, askDetails, details, anotherCourse, countFor],
    ...[askChange, change, whom, forBody, countAs, creditsFor],
    ...[attach, certificate, detach, detached],
    ...[turnPage, remove, removed, audit, rules],
    ...[showBody, mark, askTracker, tracker, askMinimum, minimum],
    ...[ownNumbers, askOwnTotal, ownTotal, byRules, computedDate],
    ...[remind, remindIn, snooze, stop, resume, whole],
  ],
} satisfies CommandGroup;
