// How far a cycle has come, from the first credit until the body has confirmed it.

import type { Status } from './status.ts';
import type { Mark } from './watch.ts';

/** `open`: a number is still asked of the member. */
export type Stage = 'open' | 'short' | 'complete' | 'submitted' | 'confirmed';

/** What the member said of the body goes before what is logged here. */
export function stageOf({ state }: Pick<Status, 'state'>, mark: Mark | undefined): Stage {
  if (mark?.accepted) return 'confirmed';
  return mark?.submitted ? 'submitted' : state;
}
