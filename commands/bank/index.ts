import type { CommandGroup } from '../../src/bot/command.ts';
import { addAll, drop } from './confirm.ts';
import { exportFile } from './export.ts';
import { importFile } from './import.ts';

export default {
  name: 'bank',
  summary: "The group's own questions: import, export, add, mend, retire",
  commands: [importFile, exportFile],
  actions: [addAll, drop],
} satisfies CommandGroup;
