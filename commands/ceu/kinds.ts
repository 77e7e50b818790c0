// What kinds of credits an entry can be for a certifying body, as a member chooses among them.

import type { Category, Credential } from '../../src/core/ceu/rules.ts';
import { holdingsOn } from '../../src/core/ceu/standing.ts';
import type { EntryCount } from '../../src/store/education-records.ts';
import type { BodyEducation } from './education.ts';

export interface Kind {
  /** `general`, `approved:CPMA,CASCC`. */
  readonly value: string;
  readonly label: string;
  readonly count: Pick<EntryCount, 'category' | 'approvedFor'>;
}

/** A select holds 25, and one of them says that the entry does not count here. */
const mostKinds = 24;

/** The categories of the body; where the certificate names credentials, one kind for each choice. */
export function kindsFor(
  { pack, standing }: Pick<BodyEducation, 'pack' | 'standing'>,
  completedOn: Temporal.PlainDate,
): readonly Kind[] {
  const held = holdingsOn(pack, standing, completedOn).map(({ credential }) => credential);
  const asking = held.filter(({ minimum }) => minimum !== undefined);
  return pack.categories
    .flatMap((category) =>
      category.asksApprovedFor ? approvedKinds(category, asking) : [plainKind(category)],
    )
    .slice(0, mostKinds);
}

function plainKind({ id, title }: Category): Kind {
  return { value: id, label: title, count: { category: id } };
}

/** Each credential alone, then each core with each specialty one: both may count at once. */
function approvedKinds(category: Category, asking: readonly Credential[]): readonly Kind[] {
  const alone = asking.map(({ code, minimum }) => ({ codes: [code], of: minimum?.subject }));
  const specialties = asking.filter(({ kind }) => kind === 'specialty');
  const together = asking
    .filter(({ kind }) => kind === 'core')
    .flatMap((core) =>
      specialties.map(({ code }) => ({ codes: [core.code, code], of: undefined })),
    );
  return [...alone, ...together].map(({ codes, of }) => ({
    value: `${category.id}:${codes.join(',')}`,
    label: `Approved for ${codes.join(' and ')}${of ? ` (${of})` : ''}`,
    count: { category: category.id, approvedFor: codes },
  }));
}
