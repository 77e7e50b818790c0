// A round of many members who press at the same moment.

import { Mailbox, studyHall } from '../../chat.ts';
import { userOf, withFilledWorld } from './filled-world.ts';
import { actor, median, pressOf } from './presses.ts';

export interface CrowdCosts {
  readonly members: number;
  /** Milliseconds until the first, the middle and the last of them was told that it is locked in. */
  readonly first: number;
  readonly middle: number;
  readonly last: number;
  readonly counted: string;
  readonly edits: number;
}

/** In a store of `attempts`. The message is edited with the counts of that second, and the reveal. */
export async function measureCrowd(members: number, attempts: number): Promise<CrowdCosts> {
  const mail = new Mailbox();
  return withFilledWorld(attempts, { platforms: [mail] }, async (world) => {
    const lead = actor(world, 'playground:lead');
    await lead({ kind: 'line', line: '/quiz group count:1 pace:fast' });
    const seconds = (count: number) =>
      world.clock.moveTo(world.clock.now().add({ seconds: count }));
    await seconds(0);
    await lead(pressOf(shown(mail), 'Start now'));
    await seconds(1);
    const press = pressOf(shown(mail), 'A');
    const before = mail.edits;
    const began = performance.now();
    const times = await Promise.all(
      Array.from({ length: members }, async (_, index) => {
        const told = await actor(world, userOf(index))(press);
        if (!told.text.includes('locked in')) throw new Error(told.text);
        return performance.now() - began;
      }),
    );
    await seconds(50);
    return {
      members,
      first: Math.min(...times),
      middle: median(times),
      last: Math.max(...times),
      counted: shown(mail).footnote ?? '',
      edits: mail.edits - before,
    };
  });
}

function shown(mail: Mailbox) {
  const reply = mail.in(studyHall).at(-1);
  if (!reply) throw new Error('Nothing was posted.');
  return reply;
}
