// What to do next with one message, so that it is neither lost nor seen twice. Pure: the sender
// follows it, and a model of it is tested in virtual time (docs/decisions/0021-deliveries.md).

/** What is known of a message. Moments are milliseconds of a clock that only runs forward. */
export interface Known {
  /** An earlier request may have arrived, and nobody has looked since. */
  readonly inDoubt: boolean;
  /** When the first request in doubt began, if that was in this process. */
  readonly doubtSince?: number;
  /** When the last request ended, or this process began. */
  readonly quietSince: number;
}

/** In milliseconds. */
export interface DeliveryRules {
  /** How long the platform surely answers a repeated request with the first message; 0: never. */
  readonly repeatableFor: number;
  /** After this time without a word from us a request has arrived or never will. */
  readonly quietPeriod: number;
}

export type Step =
  | { readonly do: 'send' }
  /** Read on the platform whether it is there. */
  | { readonly do: 'look' }
  | { readonly do: 'wait'; readonly for: number };

/**
 * Counted from the first request in doubt, since that is the one that the platform may remember;
 * after a restart nobody knows when that was, so what the channel holds decides.
 */
export function nextStep(known: Known, now: number, rules: DeliveryRules): Step {
  if (!known.inDoubt) return { do: 'send' };
  const { doubtSince, quietSince } = known;
  if (doubtSince !== undefined && now - doubtSince < rules.repeatableFor) return { do: 'send' };
  const left = quietSince + rules.quietPeriod - now;
  return left > 0 ? { do: 'wait', for: left } : { do: 'look' };
}

export function unsent(now: number): Known {
  return { inDoubt: false, quietSince: now };
}

/** Found half sent at the start: all that is known is that we have been silent since. */
export function afterRestart(started: number): Known {
  return { inDoubt: true, quietSince: started };
}

/** No answer came to a request, or one that leaves it open. */
export function afterUnknown(known: Known, began: number, ended: number): Known {
  const doubtSince = known.inDoubt ? known.doubtSince : began;
  return {
    inDoubt: true,
    quietSince: ended,
    ...(doubtSince !== undefined && { doubtSince }),
  };
}

/** This request was surely not taken (429, for instance); that says nothing of earlier ones. */
export function afterRefusal(known: Known, ended: number): Known {
  return { ...known, quietSince: ended };
}
