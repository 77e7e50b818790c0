// Reads the head of a passage that is written the plain way, as nearly all are, many times faster
// than a whole YAML reader. What it gives is what YAML would give; all else is left to YAML.

export type Head = Readonly<Record<string, unknown>>;

type Item = string | Map<string, string>;

const wordList = /^\[([\w-]+(?:, [\w-]+)*)?\]$/;
/** In double quotes a sign may have a backslash before it, in single ones `''` means one. */
const quoted = /^(?:"((?:[^"\\\p{C}]|\\["\\])*)"|'((?:[^'\p{C}]|'')*)')$/u;
/** Letters, digits and common signs, none at the start that means something to YAML. */
const bare =
  /^[A-Za-z0-9(/$\u00a1-\u00ac\u00ae-\u024f][ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]*$/;

/** Takes `key: text`, `key: [word, word]` and lists of texts or of `key: text`; nothing otherwise. */
export function readPlainHead(text: string): Head | undefined {
  const head = new Map<string, string | readonly string[] | Item[]>();
  let list: Item[] | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('  ')) {
      if (!list || !takeItem(list, line)) return undefined;
      continue;
    }
    const key = keyOf(line);
    if (key === undefined || head.has(key) || list?.length === 0) return undefined;
    const given = line.slice(key.length + 2);
    list = given === '' ? [] : undefined;
    const value = list ?? scalarOf(given) ?? wordsOf(given);
    if (value === undefined) return undefined;
    head.set(key, value);
  }
  return list?.length === 0 ? undefined : Object.fromEntries([...head].map(plainEntry));
}

/** False where YAML has to be asked. */
function takeItem(list: Item[], line: string): boolean {
  const isNew = line.startsWith('  - ');
  if (!isNew && !line.startsWith('    ')) return false;
  const given = line.slice(4);
  const key = keyOf(given);
  const value = scalarOf(key === undefined ? given : given.slice(key.length + 2));
  if (value === undefined) return false;
  if (isNew) return list.push(key === undefined ? value : new Map([[key, value]])) > 0;
  const item = list.at(-1);
  if (key === undefined || !(item instanceof Map) || item.has(key)) return false;
  item.set(key, value);
  return true;
}

/** Of `key: text` and of `key:`. */
function keyOf(given: string): string | undefined {
  const end = given.indexOf(':');
  if (end < 1 || (given[end + 1] ?? ' ') !== ' ') return undefined;
  const key = given.slice(0, end);
  return /^[a-z][a-z_]*$/.test(key) ? key : undefined;
}

function scalarOf(given: string): string | undefined {
  if (bare.test(given)) return standsForItself(given) ? given : undefined;
  const [, double, single] = quoted.exec(given) ?? [];
  return double?.replaceAll(/\\(.)/g, '$1') ?? single?.replaceAll("''", "'");
}

function standsForItself(text: string): boolean {
  return !text.includes(': ') && !text.includes(' #') && !text.endsWith(':') && !text.endsWith(' ');
}

function wordsOf(given: string): readonly string[] | undefined {
  const [whole, words] = wordList.exec(given) ?? [];
  return whole === undefined ? undefined : (words?.split(', ') ?? []);
}

function plainEntry([key, value]: readonly [string, string | readonly Item[]]) {
  const plain = (item: Item) => (typeof item === 'string' ? item : Object.fromEntries(item));
  return [key, typeof value === 'string' ? value : value.map(plain)] as const;
}
