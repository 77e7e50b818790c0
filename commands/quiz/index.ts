import type { CommandGroup } from '../../src/bot/command.ts';
import { answerDaily } from './daily.ts';
import { group, roundAnew } from './group.ts';
import { practiceActions, resume, start, stop } from './practice.ts';
import { redo, redoActions } from './redo.ts';
import { roundActions } from './round.ts';
import { leadActions } from './round-lead.ts';

export default {
  name: 'quiz',
  summary: 'Practice questions with rationale and source',
  commands: [start, resume, redo, group, stop],
  actions: [
    ...practiceActions,
    ...redoActions,
    answerDaily,
    roundAnew,
    ...roundActions,
    ...leadActions,
  ],
} satisfies CommandGroup;
