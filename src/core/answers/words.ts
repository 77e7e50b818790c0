// Words of a question or a passage, brought to the form in which they are compared.

const stopWords = new Set(
  `a about all also am an and any anyone are arent as at be been being but by can cant could did
  didnt do does doesnt doing dont for from get gets getting give go going got had has have having he
  her here him his how i if im in into is isnt it its ive just know let like me much my need of on
  one or our out please so some tell than that the their them then there these they thing this those
  to too up us want was we were what whats when where which who why will with wont would you
  your`.split(/\s+/),
);

/** Names whose parts mean little alone, and signs that stand for words. */
const rewritten: readonly (readonly [RegExp, string])[] = [
  [/\b(cpc|coc|ccs)-(a|p)\b/g, '$1$2'],
  [/\bicd[- ]?10(?:[- ]?(cm|pcs))?\b/g, 'icd10 $1'],
  [/\bw\/o\b/g, 'without'],
  [/\bw\/(?=[ a-z])/g, 'with '],
  [/\bb\/c\b/g, 'because'],
  [/\$+(?! ?\d)/g, ' money '],
];

/** Most of a hundred thousand texts have neither, and are spared the search. */
const hasAccents = /[^\x20-\x7e]/;
const hasSigns = /[-/$]|icd/;

/** What people type for short. */
const shorthand: ReadonlyMap<string, string> = new Map(
  `abt about, avg average, bc because, coz because, cuz because, dept department, exp experience,
  gonna going, gotta have, hr hour, hrs hours, idk unsure, info information, mgr manager, min minutes,
  mo month, mos months, plz please, pls please, ppl people, pts patients, r are, thru through,
  u you, ur your, wanna want, wk week, wks weeks, yr year, yrs years`
    .split(/,\s+/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

export interface Word {
  readonly text: string;
  readonly stem: string;
  /** Filler such as `is` and `the`, which matters only beside other words. */
  readonly isFiller: boolean;
}

/** Small letters, no accents, endings cut: `Coders' CEUs` → `coder`, `ceu`. */
export function wordsOf(text: string): readonly Word[] {
  return plainWordsOf(text).map(wordOf);
}

/** Small letters, no accents. */
export function plainWordsOf(text: string): readonly string[] {
  let plain = text.toLowerCase().replaceAll(/['’]/g, '');
  if (hasAccents.test(plain)) plain = plain.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '');
  if (hasSigns.test(plain))
    for (const [sign, instead] of rewritten) plain = plain.replaceAll(sign, instead);
  return (plain.match(/[a-z0-9]+/g) ?? []).map((word) => shorthand.get(word) ?? word);
}

export function wordOf(plain: string): Word {
  return { text: plain, stem: stemOf(plain), isFiller: stopWords.has(plain) };
}

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:ational|ation|ations|ating|ated|ates|ate|ator|ators)$/, 'at'],
  [/(?:ication|ications|ying|ied|ies|ier|y)$/, 'i'],
  [/(?:ness|ment|ments|ful|less|ly)$/, ''],
  [/(?:ings|ing|ers|er|ed|es|s|e)$/, ''],
];

/** A light stemmer: it only has to bring the forms of one word together. */
export function stemOf(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word.replace(/^(\w{2,})s$/, '$1');
  for (const [ending, instead] of endings) {
    const stem = word.replace(ending, instead);
    if (stem !== word && stem.length >= 3) return stem;
  }
  return word;
}
