// How much of the patient data is found, and how many honest questions are stopped by mistake.

import { findPatientData } from '../../../src/core/patient-data/detect.ts';
import type { Identifier } from '../../../src/core/patient-data/rule.ts';
import { heldOutTemplates } from './held-out-templates.ts';
import { makePositives, type Positive } from './positives.ts';
import { bankQuestions, guideQuestions, isHeldOut, nastyQuestions } from './questions.ts';
import { templates } from './templates.ts';

export interface Share {
  readonly name: string;
  readonly count: number;
  readonly of: number;
}

/** A text that was judged wrongly: shown while rules are tuned. */
export interface Mistake {
  readonly of: string;
  readonly text: string;
  readonly rule?: Identifier;
}

export interface Measured {
  readonly shares: readonly Share[];
  readonly byRule: ReadonlyMap<Identifier, number>;
  readonly mistakes: readonly Mistake[];
}

const tuned = () => makePositives(templates, 20_261_122);
const heldOut = () => makePositives(heldOutTemplates, 42);

export const positiveSets = { tuned, 'held out': heldOut } as const;

export const questionSets = {
  'the guide': guideQuestions,
  'the question bank': bankQuestions,
  'nasty ones': () => nastyQuestions().filter((line, index) => !isHeldOut(line, index)),
  'nasty ones, held out': () => nastyQuestions().filter(isHeldOut),
} as const;

/** Of each kind and each variant of positives, how many are found. */
export function measureRecall(positives: readonly Positive[]): Measured {
  const judged = positives.map((positive) => ({ positive, rule: findPatientData(positive.text) }));
  const groupings: readonly ((positive: Positive) => string)[] = [
    () => 'all',
    ({ kind }) => kind,
    ({ variant }) => variant,
  ];
  return {
    shares: groupings.flatMap((nameOf) =>
      [...Map.groupBy(judged, ({ positive }) => nameOf(positive))].map(([name, group]) => ({
        name,
        count: group.filter(({ rule }) => rule !== undefined).length,
        of: group.length,
      })),
    ),
    byRule: countRules(judged.map(({ rule }) => rule)),
    mistakes: judged.flatMap(({ positive, rule }) =>
      rule === undefined ? [{ of: positive.kind, text: positive.text }] : [],
    ),
  };
}

/** Of each set of honest questions, how many are stopped. */
export function measureFalseAlarms(
  sets: Readonly<Record<string, () => readonly string[]>>,
): Measured {
  const judged = Object.entries(sets).flatMap(([name, read]) =>
    read().map((text) => ({ name, text, rule: findPatientData(text) })),
  );
  const shareOf = (name: string, group: typeof judged) => ({
    name,
    count: group.filter(({ rule }) => rule !== undefined).length,
    of: group.length,
  });
  const bySet = Map.groupBy(judged, ({ name }) => name);
  return {
    shares: [shareOf('all', judged), ...[...bySet].map(([name, group]) => shareOf(name, group))],
    byRule: countRules(judged.map(({ rule }) => rule)),
    mistakes: judged.flatMap(({ name, text, rule }) => (rule ? [{ of: name, text, rule }] : [])),
  };
}

function countRules(rules: readonly (Identifier | undefined)[]): ReadonlyMap<Identifier, number> {
  const counts = new Map<Identifier, number>();
  for (const rule of rules) if (rule) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
