import type { CommandGroup } from '../../src/bot/command.ts';
import { add, asTold, cancel, change, countedFrom, save } from './add.ts';
import { ask, kept, list, remove, removed } from './list.ts';

export default {
  name: 'credential',
  summary: 'The credentials that you hold, with their cycles',
  commands: [add, list, remove],
  actions: [save, change, cancel, countedFrom, asTold, ask, removed, kept],
} satisfies CommandGroup;
