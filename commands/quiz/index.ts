import type { CommandGroup } from '../../src/bot/command.ts';
import { answerDaily } from './daily.ts';
import { practiceActions, redo, resume, start, stop } from './practice.ts';

export default {
  name: 'quiz',
  summary: 'Practice questions with rationale and source',
  commands: [start, resume, redo, stop],
  actions: [...practiceActions, answerDaily],
} satisfies CommandGroup;
