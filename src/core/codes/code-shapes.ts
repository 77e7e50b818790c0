// How codes are written and typed. Their shapes are those of the official files, which hold more than
// letter, digit, digit: C4A, QA0, J4B.

import type { InstallableSet } from './code-entry.ts';

/**
 * What an issuer's file may hold. Source: the order files of FY2023 to FY2026 and the HCPCS record
 * layout. ICD-10-PCS leaves out I and O, which look like digits.
 */
export const codeShapes: Readonly<Record<InstallableSet, RegExp>> = {
  'icd-10-cm': /^[A-Z][0-9A-Z]{2}[0-9A-Z]{0,4}$/,
  'icd-10-pcs': /^[0-9A-HJ-NP-Z]{3}(?:[0-9A-HJ-NP-Z]{4})?$/,
  'hcpcs-level-ii': /^(?:[A-V][0-9]{4}|[A-Z][0-9A-Z])$/,
};

/** As coders write it: ICD-10-CM has a dot after the third character. */
export function writtenCode(set: InstallableSet, code: string): string {
  return set === 'icd-10-cm' && code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

/**
 * `e11.9`, `E11.6-`, `e 119` and `E119` as they stand in the file, or nothing where it cannot be a
 * code or the beginning of one.
 */
export function typedCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[-–.]+$/, '')
    .replaceAll(/[.\s]/g, '');
  return /^[0-9A-Z]{1,7}$/.test(code) ? code : undefined;
}

/** With its dot it is meant as a code of ICD-10-CM, whether there is such a code or not. */
export function isDotted(typed: string): boolean {
  return /^\s*[A-Z][0-9A-Z]{2}\.[0-9A-Z]{1,4}[-–]?\s*$/i.test(typed);
}

/** Where a code is, it has a digit; what has none is a word, unless there is such a code (C4A has). */
export function looksLikeCode(typed: string): boolean {
  const code = typedCode(typed);
  return code !== undefined && /\d/.test(code) && !/\p{L}{3}\s|\s\p{L}{3}/u.test(typed.trim());
}
