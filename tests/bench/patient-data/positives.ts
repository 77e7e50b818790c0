// Texts with patient data: every template filled in for several made-up patients, as written, in
// small letters, in capitals and with typing mistakes.

import { seeded } from '../../../src/core/seeded.ts';
import { makeUpPatient } from './made-up-people.ts';

export interface Positive {
  /** What gives the patient away, as the template is filed. */
  readonly kind: string;
  readonly variant: Variant;
  readonly text: string;
}

const variants = ['as written', 'small letters', 'capitals', 'typing mistakes'] as const;
type Variant = (typeof variants)[number];

const patientsPerVariant = 4;

export function makePositives(
  templates: Readonly<Record<string, readonly string[]>>,
  seed: number,
): readonly Positive[] {
  const random = seeded(seed);
  return Object.entries(templates).flatMap(([kind, texts]) =>
    texts.flatMap((template) =>
      variants.flatMap((variant) =>
        Array.from({ length: patientsPerVariant }, () => ({
          kind,
          variant,
          text: vary(fillIn(template, random), variant, random),
        })),
      ),
    ),
  );
}

function fillIn(template: string, random: () => number): string {
  const pieces = new Map<string, string>(Object.entries(makeUpPatient(random)));
  return template.replaceAll(/\{([a-z-]+)\}/g, (_whole, piece: string) => {
    const text = pieces.get(piece);
    if (text === undefined) throw new Error(`No made-up patient has a ${piece}: ${template}`);
    return text;
  });
}

function vary(text: string, variant: Variant, random: () => number): string {
  switch (variant) {
    case 'as written':
      return text;
    case 'small letters':
      return text.toLowerCase();
    case 'capitals':
      return text.toUpperCase();
    case 'typing mistakes':
      return mistype(text, random);
  }
}

/** About one word in six has two letters swapped, or one left out or doubled; digits stay. */
function mistype(text: string, random: () => number): string {
  return text.replaceAll(/[A-Za-z]{4,}/g, (word) => {
    if (random() > 1 / 6) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    const [before, letter, next, after] = [
      word.slice(0, at),
      word[at],
      word[at + 1],
      word.slice(at + 2),
    ];
    const mistakes = [
      `${before}${next}${letter}${after}`,
      `${before}${next}${after}`,
      `${before}${letter}${letter}${next}${after}`,
    ];
    return mistakes[Math.floor(random() * mistakes.length)] ?? word;
  });
}
