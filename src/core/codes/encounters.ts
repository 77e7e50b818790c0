// The seventh character of ICD-10-CM, which says of an injury at which encounter it is treated. Half of
// all codes differ in nothing else, so a search looks for the code above them first.

/** `, initial encounter for closed fracture`, `, sequela`: what a title has more than the one above. */
export function isEncounterOf(long: string, parentLong: string): boolean {
  return long.startsWith(`${parentLong}, `) && encounter.test(long.slice(parentLong.length + 2));
}

const encounter = /^(?:initial encounter|subsequent encounter|sequela)\b/;

export type Encounter = 'initial' | 'subsequent' | 'sequela';

/** Which encounter a query says, and the query without it. */
export function encounterIn(words: readonly string[]): {
  readonly encounter?: Encounter;
  readonly rest: readonly string[];
} {
  const said = words.find((word) => Object.hasOwn(spoken, word));
  const rest = words.filter((word) => word !== 'encounter' && word !== said);
  return said && rest.length > 0 ? { encounter: spoken[said] as Encounter, rest } : { rest: words };
}

const spoken: Readonly<Record<string, Encounter>> = {
  initial: 'initial',
  subsequent: 'subsequent',
  followup: 'subsequent',
  aftercare: 'subsequent',
  healing: 'subsequent',
  sequela: 'sequela',
  sequelae: 'sequela',
};

/** Of the codes under a header the one for that encounter: closed and routine where not said. */
export function codeFor<T extends { readonly code: string }>(
  encounter: Encounter,
  codes: readonly T[],
): T | undefined {
  const characters = { initial: ['A'], subsequent: ['D'], sequela: ['S'] }[encounter];
  return codes.find(({ code }) => characters.includes(code.charAt(6)));
}
