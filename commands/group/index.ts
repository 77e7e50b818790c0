import type { CommandGroup } from '../../src/bot/command.ts';
import { channel, moveSchedules } from './channel.ts';
import { daily, dailyOff } from './daily.ts';
import { notices, noticesNoRole, noticesOff } from './notices.ts';
import { leave, noRole, organizers } from './organizers.ts';
import { pause } from './pause.ts';
import { setup } from './setup.ts';

export default {
  name: 'group',
  summary: 'For organizers: channel, time zone, daily question, notices',
  commands: [setup, channel, daily, notices, organizers, pause],
  actions: [moveSchedules, dailyOff, noticesNoRole, noticesOff, noRole, leave],
} satisfies CommandGroup;
