// What whoever brings questions says of them, and how it is said of where they are from.

import { md } from '../../src/bot/markdown.ts';
import { licensedCodeIn, whyHeld } from '../../src/core/licensed-codes.ts';

export const attestation = md`By adding them you say: they are **mine or licensed** to this group. None is a recalled exam item or from AAPC or AHIMA practice tests, textbooks, Coding Clinic or CEU post-tests.`;

/** By field, in words that follow its name. */
export function licensedProblems(
  written: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, text]) => {
      const licensed = text === undefined ? undefined : licensedCodeIn(text);
      return licensed ? [[name, whyHeld(licensed)]] : [];
    }),
  );
}
