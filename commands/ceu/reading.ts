// What a member typed about an entry: for which bodies that answers the question of its kind, and
// what is wrong with it.

import { findCredential } from '../../src/core/ceu/rules.ts';
import { firstCertification } from '../../src/core/ceu/standing.ts';
import type { EntryCount } from '../../src/store/education-records.ts';
import type { BodyEducation } from './education.ts';
import { type Kind, kindsFor } from './kinds.ts';

export interface Given {
  readonly completedOn: Temporal.PlainDate;
  /** A kind, or the credentials that the certificate names: `CPMA, CASCC`. */
  readonly category?: string | undefined;
}

/** By the body's id; one that is missing is still to be asked. */
export type Answers = Readonly<
  Record<string, 'none' | Pick<EntryCount, 'category' | 'approvedFor'>>
>;

/** By the name of the field. */
export function problemsOf(
  given: Given,
  bodies: readonly BodyEducation[],
  today: Temporal.PlainDate,
): Readonly<Record<string, string>> {
  const { completedOn, category } = given;
  const isKnown =
    category === undefined ||
    codesIn(category, bodies).length > 0 ||
    bodies.some((body) => kindNamed(category, body, completedOn));
  return {
    ...dateProblem(completedOn, bodies, today),
    ...(!isKnown && {
      category: `is no kind and no credential of ${namesOf(bodies)} that I know. Leave it empty and choose from a list`,
    }),
  };
}

function dateProblem(
  completedOn: Temporal.PlainDate,
  bodies: readonly BodyEducation[],
  today: Temporal.PlainDate,
) {
  if (Temporal.PlainDate.compare(completedOn, today) > 0)
    return { completed_on: `is ${completedOn}, which is still to come. Log it once you are done` };
  const firsts = bodies.flatMap(({ standing }) => firstCertification(standing) ?? []);
  const first = [...firsts].sort(Temporal.PlainDate.compare)[0];
  if (!first || Temporal.PlainDate.compare(completedOn, first) >= 0) return {};
  const reason = `is ${completedOn}, before your first certification on ${first}`;
  return { completed_on: `${reason}. Credits earned before it do not count` };
}

/** Answers what was typed, what leaves no choice, and bodies for which it is too early to count. */
export function answersFrom(given: Given, bodies: readonly BodyEducation[]): Answers {
  const answers = bodies.map(
    (body) => [body.pack.body.id, answerFor(given, body, bodies)] as const,
  );
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)) as Answers;
}

function answerFor(
  { completedOn, category }: Given,
  body: BodyEducation,
  bodies: readonly BodyEducation[],
): Answers[string] | undefined {
  const first = firstCertification(body.standing);
  if (first && Temporal.PlainDate.compare(completedOn, first) < 0) return 'none';
  const codes = codesIn(category, bodies).filter((code) => findCredential(body.pack, code));
  const asking = body.pack.categories.find(({ asksApprovedFor }) => asksApprovedFor);
  if (codes.length > 0 && asking) return { category: asking.id, approvedFor: codes };
  const named = category === undefined ? undefined : kindNamed(category, body, completedOn);
  const kinds = kindsFor(body, completedOn);
  const only = bodies.length === 1 && kinds.length === 1 ? kinds[0] : undefined;
  return (named ?? only)?.count;
}

/** By its value, with or without the body before it, or by words of its label. */
function kindNamed(
  typed: string,
  body: BodyEducation,
  completedOn: Temporal.PlainDate,
): Kind | undefined {
  const wanted = typed.trim().toLowerCase();
  const kinds = kindsFor(body, completedOn);
  const prefix = `${body.pack.body.id}:`;
  return (
    kinds.find(({ value }) =>
      [value.toLowerCase(), prefix + value.toLowerCase()].includes(wanted),
    ) ?? kinds.find(({ label }) => wanted.length > 2 && label.toLowerCase().includes(wanted))
  );
}

/** `CPMA, CASCC`, `cpma and cascc`, `CPMA+CASCC`; nothing where a word of it is no credential. */
function codesIn(typed: string | undefined, bodies: readonly BodyEducation[]): readonly string[] {
  const words = (typed ?? '').toUpperCase().split(/[\s,;+&/]+/);
  const codes = [...new Set(words.filter((word) => word !== '' && word !== 'AND'))];
  const isCode = (word: string) => bodies.some(({ pack }) => findCredential(pack, word));
  return codes.every(isCode) ? codes : [];
}

function namesOf(bodies: readonly BodyEducation[]): string {
  return bodies.map(({ pack }) => pack.body.name).join(' or ');
}
