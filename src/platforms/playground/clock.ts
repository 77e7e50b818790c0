// The time machine as the page and the terminal use it: one journey at a time, and what happened.

import type { TimeMachine } from '../../bot/clock.ts';
import { UserError } from '../../bot/errors.ts';
import type { Message, Messages } from './messages.ts';
import type { ClockMove } from './read.ts';
import { Refusal } from './refusal.ts';

export interface Journey {
  readonly now: Temporal.Instant;
  /** What the bot said on the way. */
  readonly messages: readonly Message[];
  /** When something falls due next. */
  readonly next?: Temporal.Instant;
}

export interface Travel {
  readonly now: () => Temporal.Instant;
  where(): Promise<Omit<Journey, 'messages'>>;
  move(move: ClockMove): Promise<Journey>;
}

/** An alarm need not make the bot speak: a journey to the next message passes those that do not. */
const mostSilentStops = 500;
const earliest = Temporal.Instant.from('2000-01-01T00:00:00Z');
const latest = Temporal.Instant.from('2100-01-01T00:00:00Z');

export function makeTravel(machine: TimeMachine, messages: Messages): Travel {
  let underway: Promise<unknown> = Promise.resolve();

  const journey = async (move: ClockMove): Promise<Journey> => {
    const said: Message[] = [];
    const end = messages.listen((message) => said.push(message));
    try {
      if ('to' in move) await moveToNext(machine, () => said.length > 0);
      else await moveTo(machine, 'now' in move ? move.now : forward(machine.now(), move.forward));
    } finally {
      end();
    }
    return { ...(await where()), messages: said };
  };
  const where = async () => {
    const next = await machine.next();
    return { now: machine.now(), ...(next && { next }) };
  };
  return {
    now: machine.now,
    where,
    move(to) {
      const mine = underway.then(() => journey(to));
      underway = mine.catch(() => {});
      return mine;
    },
  };
}

async function moveToNext(machine: TimeMachine, spoke: () => boolean): Promise<void> {
  for (let stop = 0; stop < mostSilentStops && !spoke(); stop += 1) {
    const next = await machine.next();
    if (!next) return;
    await moveTo(machine, laterOf(next, machine.now().add({ seconds: 1 })));
  }
}

async function moveTo(machine: TimeMachine, instant: Temporal.Instant): Promise<void> {
  if (laterOf(earliest, instant) === earliest || laterOf(instant, latest) === instant)
    throw new Refusal(400, 'The clock moves between the years 2000 and 2100.');
  try {
    await machine.moveTo(instant);
  } catch (error) {
    if (error instanceof UserError) throw new Refusal(400, error.message);
    throw error;
  }
}

/** A day is a day on the wall clock of whoever runs this, also when clocks change. */
function forward(now: Temporal.Instant, by: Temporal.Duration): Temporal.Instant {
  try {
    return now.toZonedDateTimeISO(Temporal.Now.timeZoneId()).add(by).toInstant();
  } catch {
    throw new Refusal(400, 'That is too far.');
  }
}

function laterOf(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
