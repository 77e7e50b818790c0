import type { CommandGroup } from '../../src/bot/command.ts';
import { channel, moveSchedules } from './channel.ts';
import { daily, dailyOff } from './daily.ts';
import { deliveries, releaseHeld, turnDeliveries } from './deliveries.ts';
import { doctor } from './doctor.ts';
import { notices, noticesNoRole, noticesOff } from './notices.ts';
import { leave, noRole, organizers } from './organizers.ts';
import { pause } from './pause.ts';
import { preview } from './preview.ts';
import { setup } from './setup.ts';

export default {
  name: 'group',
  summary: 'For organizers: channel, time zone, daily question, notices, what was sent',
  commands: [setup, channel, daily, notices, organizers, pause, preview, deliveries, doctor],
  actions: [
    moveSchedules,
    dailyOff,
    noticesNoRole,
    noticesOff,
    noRole,
    leave,
    turnDeliveries,
    releaseHeld,
  ],
} satisfies CommandGroup;
