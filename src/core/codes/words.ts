// The words of titles and queries, as they are indexed and compared.

const isAscii = /^[\x20-\x7e]*$/;

/** Small letters and digits, without accents: `Ménière's disease` is `meniere`, `disease`. */
export function wordsOf(text: string): readonly string[] {
  const plain = isAscii.test(text) ? text : text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return (
    plain
      .toLowerCase()
      .replaceAll(/['’]s\b/g, '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** They stand in so many titles that they find nothing. */
export const fillers: ReadonlySet<string> = new Set(
  'a an and any are as at by code codes due for from has have her his icd in is it my of on or patient pt s the this to w was which who with'.split(
    ' ',
  ),
);

/** Without the ending of a plural, as far as that is safe without a dictionary. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is|ous)$/.test(word)) return word;
  return word.slice(0, -1);
}

/**
 * The consonants of a word as they sound, for words misspelt in several places: `hemorage` and
 * `hemorrhage` are both `hmrj`.
 */
export function soundOf(word: string): string {
  const [first = '', ...rest] = word
    .replace(/^ps/, 's')
    .replace(/^pn/, 'n')
    .replace(/^kn/, 'n')
    .replaceAll('ph', 'f')
    .replaceAll(/rh+/g, 'r')
    .replaceAll('ck', 'k')
    .replaceAll(/c(?=[eiy])/g, 's')
    .replaceAll(/g(?=[eiy])/g, 'j')
    .replaceAll(/[cq]/g, 'k')
    .replaceAll('x', 'ks')
    .replaceAll('z', 's');
  const consonants = rest.join('').replaceAll(/[aeiouyh]/g, '');
  return (/[aeiouy]/.test(first) ? 'a' : first) + consonants.replaceAll(/(.)\1+/g, '$1');
}

/** The word, and the word with each of its letters left out: words one mistake apart share one. */
export function oneLetterLess(word: string): ReadonlySet<string> {
  const letters = [...word];
  return new Set([word, ...letters.map((_, at) => word.slice(0, at) + word.slice(at + 1))]);
}

/** Letters to add, leave out, change or swap until they are the same; given up beyond `most`. */
export function mistakesBetween(a: string, b: string, most = 3): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(
          (row[j - 1] ?? 0) + (same ? 0 : 1),
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? most + 1;
}
