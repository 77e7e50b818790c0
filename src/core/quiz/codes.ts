// Codes as people type them: `e119` is `E11.9`; several in any order, by spaces, commas or lines.

/** Enough for the longest answer that a question can ask for. */
export const mostCodes = 12;

/** `E119`: how two ways of writing one code are compared. */
export function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/**
 * The codes in what was typed, or nothing where some of it can be no code: so that nothing but codes
 * is ever kept of it. A code has two to seven letters and digits: a digit is among them, save in
 * modifiers (`LT`) and in some of ICD-10-PCS.
 */
export function codesIn(typed: string): readonly string[] | undefined {
  const words = typed.split(/[\s,;+&]+|\band\b/i).filter((word) => /[a-z0-9]/i.test(word));
  const codes = [...new Set(words.map(plainCode))];
  const areCodes = words.every((word) => /^[a-z0-9]+(?:[.-][a-z0-9]+)*[.:]?$/i.test(word));
  return areCodes && codes.length <= mostCodes && codes.every(isCode) ? codes : undefined;
}

export function isCode(plain: string): boolean {
  if (!/^[A-Z0-9]{2,7}$/.test(plain)) return false;
  return /\d/.test(plain) || plain.length === 2 || plain.length === 7;
}

/** Whatever their order and however they are written. */
export function sameCodes(some: readonly string[], others: readonly string[]): boolean {
  const [one, other] = [some, others].map((codes) => new Set(codes.map(plainCode)));
  return one?.symmetricDifference(other ?? new Set()).size === 0;
}
