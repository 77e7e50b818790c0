import type { CommandGroup } from '../../src/bot/command.ts';
import { add } from './add.ts';
import { addAll, drop } from './confirm.ts';
import { exportFile } from './export.ts';
import { flagCardActions } from './flag-card.ts';
import { flagActions, flags } from './flags.ts';
import { importFile } from './import.ts';
import { mendActions } from './mend.ts';
import { proposalActions } from './propose.ts';
import { retire, retireActions } from './retire.ts';

export default {
  name: 'bank',
  summary: "The group's own questions: import, export, add, mend, retire",
  commands: [importFile, exportFile, add, flags, retire],
  actions: [
    addAll,
    drop,
    ...proposalActions,
    ...flagActions,
    ...flagCardActions,
    ...mendActions,
    ...retireActions,
  ],
} satisfies CommandGroup;
