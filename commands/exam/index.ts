import type { CommandGroup } from '../../src/bot/command.ts';
import { askingActions } from './asking.ts';
import { askHandIn, handedIn, overview } from './overview.ts';
import { drill, openReport, report } from './report.ts';
import { begin, goOn, pause, resume, start } from './start.ts';

export default {
  name: 'exam',
  summary: 'Mock exams and practice sets, timed, scored by domain',
  commands: [start, resume, report],
  actions: [...askingActions, begin, pause, goOn, overview, askHandIn, handedIn, openReport, drill],
} satisfies CommandGroup;
