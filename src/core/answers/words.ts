// Words of a question or a passage, brought to the form in which they are compared.

const stopWords = new Set(
  `a about all also am an and any anyone are as at be been being but by can could did do does doing
  for from get gets getting give go going got had has have having he her here him his how i if in
  into is it its just know let like me much my need of on one or our out please so some tell than
  that the their them then there these they thing this those to too up us want was we were what
  whats when where which who why will with would you your`.split(/\s+/),
);

/** Credentials whose second part would be lost at their hyphen. */
const hyphenated = /\b(cpc|coc|ccs)-(a|p)\b/g;

/** Small letters, no accents, no stop words, endings cut: `Coders' CEUs` → `coder`, `ceu`. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replaceAll(hyphenated, '$1$2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !stopWords.has(word))
    .map(stemOf);
}

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:ational|ation|ations|ating|ated|ates|ate|ator|ators)$/, 'at'],
  [/(?:ication|ications|ying|ied|ies|ier|y)$/, 'i'],
  [/(?:ness|ment|ments|ments|ful|less|ly)$/, ''],
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
