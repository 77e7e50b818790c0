import type { CommandGroup } from '../../src/bot/command.ts';
import { notToday } from './nudge-card.ts';
import { remove, save } from './save.ts';
import { settings, settingsActions } from './settings.ts';
import { start, startActions } from './start.ts';

export default {
  name: 'review',
  summary: 'What you missed or saved, again just before you would forget it',
  commands: [start, settings],
  actions: [...startActions, ...settingsActions, save, remove, notToday],
} satisfies CommandGroup;
