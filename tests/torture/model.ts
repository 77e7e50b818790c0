// One delivery in virtual time: what the platform holds in the end, whatever a script of mishaps does
// on the way. The decisions are those of src/core/delivery/protocol.ts, or of a protocol that is known
// to be wrong, which the model has to find out.

import fc from 'fast-check';
import * as protocol from '../../src/core/delivery/protocol.ts';

type Protocol = Pick<
  typeof protocol,
  'nextStep' | 'afterRestart' | 'afterUnknown' | 'afterRefusal' | 'unsent'
>;

/** Seconds. A request is accepted or dead this long after its end, as the quiet period assumes. */
const latest = 30;
/** Discord's memory of a nonce: as long as the window, and what a repeated request may dawdle. */
const remembered = 60 + 10 + latest;
const timeout = 10;

export interface Design extends Partial<Protocol> {
  readonly rules: protocol.DeliveryRules;
  /** Whether the platform answers a repeated request with the first message. */
  readonly hasNonce: boolean;
  /** Known to be wrong: ages by the clock on the wall, remembered over restarts. */
  readonly agesByWall?: true;
  /** Known to be wrong: looks only at what came after its own clock's time of the first request. */
  readonly looksByWall?: true;
  /** Known to be wrong: recorded as sent before it is. */
  readonly marksFirst?: true;
}

/** The sender's two: Discord's and Slack's. */
export const designs: Readonly<Record<'discord' | 'slack', Design>> = {
  discord: { rules: { repeatableFor: 60, quietPeriod: latest }, hasNonce: true },
  slack: { rules: { repeatableFor: 0, quietPeriod: latest }, hasNonce: false },
};

const { discord, slack } = designs;
const silentSend = { do: 'send' } as const;

/** Each looks reasonable; each loses a message or shows it twice. */
export const mutants: Readonly<Record<string, Design>> = {
  'window counted from the last attempt': {
    ...discord,
    afterUnknown: (_known, began, ended) => ({
      inDoubt: true,
      doubtSince: began,
      quietSince: ended,
    }),
  },
  '429 always means not sent': {
    ...discord,
    afterRefusal: (_known, ended) => protocol.unsent(ended),
  },
  'a nonce and no look': { ...discord, nextStep: () => silentSend },
  'a look without a quiet period': { ...slack, rules: { repeatableFor: 0, quietPeriod: 0 } },
  'ages by the clock on the wall': { ...discord, agesByWall: true },
  'a look bounded by our own clock': { ...slack, looksByWall: true },
  'what was under way is sent again': { ...slack, afterRestart: protocol.unsent },
  'what was under way counts as sent': { ...discord, marksFirst: true },
};

/** What happens at one request or look, and before the next one. */
interface Mishap {
  readonly what:
    | 'goes well'
    | 'refused'
    | 'lost before'
    | 'accepted, answer lost'
    | 'accepted late'
    | 'crash before'
    | 'crash after'
    | 'crash, accepted late';
  /** Of `latest`, how late. */
  readonly dawdles: number;
  readonly pause: number;
  /** Seconds by which the clock on the wall is set. */
  readonly jump: number;
}

const mishap = fc.record({
  what: fc.constantFrom<Mishap['what']>(
    'goes well',
    'refused',
    'lost before',
    'accepted, answer lost',
    'accepted late',
    'crash before',
    'crash after',
    'crash, accepted late',
  ),
  dawdles: fc.integer({ min: 1, max: latest }),
  pause: fc.oneof(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 900 })),
  jump: fc.oneof(fc.constant(0), fc.integer({ min: -90_000, max: 90_000 })),
});

export const scripts = fc.array(mishap, { maxLength: 12 });

/** How often a person sees the message when all is over: 1, unless the design is wrong. */
export function timesSeen(design: Design, script: readonly Mishap[]): number {
  const world = makePlatform(design);
  const process = makeProcess(design, world);
  const left = [...script];
  const calm: Mishap = { what: 'goes well', dawdles: 1, pause: 0, jump: 0 };
  for (let step = 0; step < 100 && !process.isDone(); step += 1) process.goOn(left.shift() ?? calm);
  world.pass(latest + timeout);
  return world.seen();
}

function makePlatform({ hasNonce }: Design) {
  let now = 0;
  let ahead = 0;
  const accepted: number[] = [];
  let underWay: number[] = [];
  const accept = (at: number) => {
    const first = accepted.at(-1);
    const isKnown = hasNonce && first !== undefined && at - first <= remembered;
    if (!isKnown) accepted.push(at);
  };
  return {
    now: () => now,
    wall: () => now + ahead,
    setClock: (jump: number) => {
      ahead += jump;
    },
    pass(seconds: number) {
      now += seconds;
      for (const at of underWay.filter((each) => each <= now).sort((a, b) => a - b)) accept(at);
      underWay = underWay.filter((each) => each > now);
    },
    accept: () => accept(now),
    acceptIn: (seconds: number) => underWay.push(now + seconds),
    isThere: (from: number) => accepted.some((at) => at >= from),
    seen: () => accepted.length,
  };
}

function makeProcess(design: Design, world: ReturnType<typeof makePlatform>) {
  const rules = { ...protocol, ...design };
  let isSending = false;
  let isDone = false;
  let started = 0;
  let known: protocol.Known | undefined;
  let firstTriedByWall: number | undefined;
  const clock = () => (design.agesByWall ? world.wall() : world.now() - started);

  const crash = () => {
    world.pass(1);
    started = world.now();
    isDone ||= design.marksFirst === true;
    if (!design.agesByWall) known = undefined;
  };
  const current = () => {
    if (!isSending) return rules.unsent(clock());
    known ??= rules.afterRestart(clock());
    return known;
  };
  const learn = (next: protocol.Known) => {
    known = next;
    isSending = next.inDoubt;
  };
  const send = ({ what, dawdles }: Mishap) => {
    const before = current();
    const began = clock();
    isSending = true;
    firstTriedByWall ??= world.wall();
    if (design.agesByWall) known = rules.afterUnknown(before, began, began);
    if (what === 'accepted, answer lost' || what === 'crash after' || what === 'goes well')
      world.accept();
    if (what === 'goes well') {
      isDone = true;
      return;
    }
    if (what.startsWith('crash')) {
      if (what === 'crash, accepted late') world.acceptIn(dawdles);
      return crash();
    }
    if (what === 'refused') return learn(rules.afterRefusal(before, clock()));
    if (what === 'accepted late') world.acceptIn(timeout + dawdles - 1);
    world.pass(timeout);
    learn(rules.afterUnknown(before, began, clock()));
  };
  const look = ({ what }: Mishap) => {
    if (what.startsWith('crash')) return crash();
    if (what !== 'goes well') return;
    const from = design.looksByWall ? (firstTriedByWall ?? 0) : 0;
    if (world.isThere(from)) isDone = true;
    else {
      isSending = false;
      known = undefined;
    }
  };
  return {
    isDone: () => isDone,
    goOn(next: Mishap) {
      world.setClock(next.jump);
      const step = rules.nextStep(current(), clock(), design.rules);
      if (step.do === 'wait') world.pass(Math.max(1, Math.min(step.for, next.pause)));
      else {
        if (step.do === 'send') send(next);
        else look(next);
        world.pass(next.pause);
      }
    },
  };
}
