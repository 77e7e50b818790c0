// How many credits a full cycle takes for these credentials, by the rules alone: nobody's own dates.

import { computeTotal } from './requirement.ts';
import type { Cited, Credential, Minimum, RulePack } from './rules.ts';

export interface Needed {
  readonly pack: RulePack;
  readonly credentials: readonly string[];
  /** Absent: no page that was read says it. */
  readonly credits?: number;
  /** The rule has a cap, and it is reached. */
  readonly isCapped: boolean;
  readonly minimums: readonly { readonly credential: string; readonly minimum: Minimum }[];
  /** What the number rests on. */
  readonly rests: readonly Cited[];
}

/** One for each certifying body, in the order of `packs`; credentials that nobody knows are left out. */
export function creditsNeeded(
  packs: readonly RulePack[],
  codes: readonly string[],
): readonly Needed[] {
  return packs.flatMap((pack) => {
    const named = pack.credentials.filter(({ code }) => codes.includes(code));
    const held = named.filter(({ code }) => !named.some((other) => other.replaces.includes(code)));
    return held.length === 0 ? [] : [neededFor(pack, held)];
  });
}

function neededFor(pack: RulePack, held: readonly Credential[]): Needed {
  const credentials = held.map(({ code }) => code);
  const { credits, capped } = computeTotal(pack.total, credentials);
  return {
    pack,
    credentials,
    ...(credits !== undefined && { credits }),
    isCapped: capped,
    minimums: held.flatMap(({ code, minimum }) => (minimum ? [{ credential: code, minimum }] : [])),
    rests: restsOn(pack, credentials),
  };
}

function restsOn({ total }: RulePack, codes: readonly string[]): readonly Cited[] {
  if (total.kind === 'by-count') return [total];
  const bases = total.bases.filter((base) => base.credentials.some((code) => codes.includes(code)));
  const [highest] = bases.toSorted((a, b) => (b.credits ?? 0) - (a.credits ?? 0));
  const extra = codes.length > 1 ? total.perExtra : undefined;
  return [highest, extra].filter((each) => each !== undefined);
}
