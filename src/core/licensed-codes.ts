// Sees code patterns of licensed sets, CPT of the AMA and the dental codes of the ADA, in what members
// write: such texts are held, not published.

export interface LicensedCode {
  readonly set: 'CPT' | 'dental';
  /** As it was written, so that its writer finds it. */
  readonly text: string;
}

/**
 * The first such pattern, or nothing. ICD-10-CM, ICD-10-PCS and HCPCS Level II are public and pass;
 * an ICD-10-CM code that begins with D passes with its dot, or where the text names ICD-10.
 */
export function licensedCodeIn(text: string): LicensedCode | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  for (const { set, pattern, isCode } of patterns)
    for (const found of plain.matchAll(pattern))
      if (isCode(plain.slice(0, found.index), plain.slice(found.index + found[0].length), found[0]))
        return { set, text: found[0] };
  return undefined;
}

type IsCode = (before: string, after: string, code: string) => boolean;

const patterns: readonly {
  readonly set: LicensedCode['set'];
  readonly pattern: RegExp;
  readonly isCode: IsCode;
}[] = [
  {
    set: 'CPT',
    pattern: /(?<![\w$€£#/]|\d[.,])\d{5}(?!\w|\.\d|,\d{3}(?!\d))/g,
    isCode: isFiveDigitCode,
  },
  { set: 'CPT', pattern: /(?<![\w$€£#/]|\d[.,])\d{4}[FTUM](?!\w)/gi, isCode: isLetteredCode },
  { set: 'dental', pattern: /(?<!\w)D\d{4}(?!\w|\.\d)/gi, isCode: isDentalCode },
];

/** Other things that have numbers of five digits: CMS papers, postal codes, rooms. */
const numbered =
  /\b(?:transmittals?|change requests?|CR|RFC|MLN\w*|MM|pub(?:lication|\.)?|zip(?: code)?|rooms?|box|suite|page)\s*(?:no\.?|number)?\s*$/i;
const counted =
  /^\s*(?:dollars|USD|people|persons|members|coders|professionals|jobs|words|hours|miles)\b/i;

function isFiveDigitCode(before: string, after: string): boolean {
  return !numbered.test(before) && !counted.test(after);
}

const saidToBeACode = /\b(?:codes?|CPT|category|PLA|MAAA|bill(?:ed|ing)?|report(?:ed|ing)?)\b/i;

/** Nothing else looks like 0042T or 3074F; `1500M` is one only where it is said to be. */
function isLetteredCode(before: string, after: string, code: string): boolean {
  if (/^0\d{3}[FTUM]$/.test(code) || /F$/.test(code)) return true;
  return saidToBeACode.test(before.slice(-40)) || saidToBeACode.test(after.slice(0, 20));
}

function isDentalCode(before: string): boolean {
  return !/\b(?:ICD|diagnos[a-z]+)\b[^.;\n]{0,40}$/i.test(before);
}

/** What to tell whoever wrote it: why it is held, and what to do. */
export function whyHeld({ set, text }: LicensedCode): string {
  return set === 'CPT'
    ? `holds “${text}”, which looks like a CPT code. CPT belongs to the AMA, so it is not published here: describe the service in words of your own`
    : `holds “${text}”, which looks like a dental code. Those belong to the ADA, so it is not published here: use words of your own, or write an ICD-10-CM code with its dot, as in D50.9`;
}
