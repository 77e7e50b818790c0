import type { CommandGroup } from '../../src/bot/command.ts';
import { next } from './next.ts';
import { change, plan, rewrite } from './plan.ts';
import { announce, cancel, cancelled } from './planned.ts';
import { confirmed, handOut, newTries, openRoster, roster, takeOff } from './roster.ts';
import { reopen, start, stop } from './start.ts';

export default {
  name: 'meeting',
  summary: 'Meetings of the group, with check-in and roster',
  commands: [next, plan, start, stop, roster],
  actions: [
    change,
    rewrite,
    announce,
    cancel,
    cancelled,
    reopen,
    openRoster,
    takeOff,
    newTries,
    handOut,
    confirmed,
  ],
} satisfies CommandGroup;
