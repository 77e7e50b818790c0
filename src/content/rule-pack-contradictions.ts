// What each part of a rule pack allows and the whole does not.

import type { RulePack } from '../core/ceu/rules.ts';

export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export function contradictions(pack: RulePack): readonly Contradiction[] {
  return [
    ...repeated(pack.credentials.map(({ code }) => code)).map((code) => ({
      path: ['credentials'],
      message: `${code} stands there twice`,
    })),
    ...unknownCodes(pack),
    ...unknownQuotas(pack),
    ...withoutBase(pack),
    ...stepsOutOfOrder(pack),
    ...silentProration(pack),
    ...silentGap(pack),
  ];
}

function unknownCodes({ credentials, total }: RulePack): readonly Contradiction[] {
  const known = new Set(credentials.map(({ code }) => code));
  const bases = total.kind === 'highest-plus-extra' ? total.bases : [];
  return [
    ...credentials.flatMap(({ replaces }, index) =>
      replaces.map((code) => ({ code, path: ['credentials', index, 'replaces'] })),
    ),
    ...bases.flatMap((base, index) =>
      base.credentials.map((code) => ({ code, path: ['total', 'bases', index, 'credentials'] })),
    ),
  ]
    .filter(({ code }) => !known.has(code))
    .map(({ code, path }) => ({ path, message: `there is no credential ${code} in this file` }));
}

function unknownQuotas({ categories, quotas }: RulePack): readonly Contradiction[] {
  const known = new Set(quotas.map(({ id }) => id));
  return categories.flatMap((category, index) =>
    category.quotas
      .filter((id) => !known.has(id))
      .map((id) => ({
        path: ['categories', index, 'quotas'],
        message: `there is no quota ${id} in this file`,
      })),
  );
}

function withoutBase({ credentials, total }: RulePack): readonly Contradiction[] {
  if (total.kind !== 'highest-plus-extra') return [];
  const covered = new Set(total.bases.flatMap((base) => base.credentials));
  return credentials
    .filter(({ code }) => !covered.has(code))
    .map(({ code }) => ({
      path: ['total', 'bases'],
      message: `say how many credits ${code} takes`,
    }));
}

function stepsOutOfOrder({ afterDue }: RulePack): readonly Contradiction[] {
  return afterDue.flatMap(({ days }, index) =>
    index > 0 && days <= (afterDue[index - 1]?.days ?? 0)
      ? [{ path: ['after_due', index, 'days'], message: 'put the steps in order of their days' }]
      : [],
  );
}

/** A total that is not computed must be asked for. */
function silentProration({ counting, asks }: RulePack): readonly Contradiction[] {
  if (!counting.proRated || asks.some(({ when }) => when === 'first-cycle')) return [];
  return [{ path: ['asks'], message: 'ask for the total of a first-cycle, since it is pro-rated' }];
}

/** So must a number that no page says. */
function silentGap({ total, credentials, asks }: RulePack): readonly Contradiction[] {
  if (total.kind === 'by-count' || asks.some(({ when }) => when === 'number-unknown')) return [];
  const isKnown = total.bases.every(({ credits }) => credits !== undefined);
  if (isKnown && (total.perExtra || credentials.length === 1)) return [];
  return [{ path: ['asks'], message: 'ask for the total where it is a number-unknown' }];
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
