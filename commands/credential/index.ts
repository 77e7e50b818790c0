import type { CommandGroup } from '../../src/bot/command.ts';
import { add, asTold, cancel, change, countedFrom, save } from './add.ts';
import { apprentice, askExperience, experience, promote, promoted } from './apprentice.ts';
import { dates, edit, open } from './edit.ts';
import { ask, kept, list, remove, removed } from './list.ts';

export default {
  name: 'credential',
  summary: 'The credentials that you hold, with their cycles',
  commands: [add, edit, list, remove],
  actions: [
    ...[save, change, cancel, countedFrom, asTold],
    ...[open, dates, ask, removed, kept],
    ...[apprentice, askExperience, experience, promoted, promote],
  ],
} satisfies CommandGroup;
