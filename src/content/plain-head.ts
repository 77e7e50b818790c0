// Reads the head of a passage that is written the plain way, as nearly all are, many times faster
// than a whole YAML reader. What it gives is what YAML would give; all else is left to YAML.

export type Head = Readonly<Record<string, unknown>>;

type Item = string | Map<string, string>;

const linePattern = /^( {2}- | {4}|)(?:([a-z][a-z_]*):(?: |$))?(.*)$/;
const wordList = /^\[([\w-]+(?:, [\w-]+)*)?\]$/;
/** In double quotes a sign may have a backslash before it, in single ones `''` means one. */
const quoted = /^(?:"((?:[^"\\\p{C}]|\\["\\])*)"|'((?:[^'\p{C}]|'')*)')$/u;
/** Text that stands for itself: no sign at its start, no `: ` and no ` #` within. */
const bare = /^(?![-?:,[\]{}#&*!|>'"%@`\s])(?!.*(?::(?:\s|$)|\s#))[^\p{C}\p{Zl}\p{Zp}]*\S$/u;

/** Takes `key: text`, `key: [word, word]` and lists of texts or of `key: text`; nothing otherwise. */
export function readPlainHead(text: string): Head | undefined {
  const head = new Map<string, string | readonly string[] | Item[]>();
  let list: Item[] | undefined;
  for (const line of text.split('\n')) {
    const [, indent, key, rest = ''] = linePattern.exec(line) ?? [];
    if (indent === '') {
      if (key === undefined || head.has(key) || list?.length === 0) return undefined;
      list = rest === '' ? [] : undefined;
      const value = list ?? scalarOf(rest) ?? wordsOf(rest);
      if (value === undefined) return undefined;
      head.set(key, value);
    } else if (!list || !takeItem(list, indent === '  - ', key, scalarOf(rest))) return undefined;
  }
  return list?.length === 0 ? undefined : Object.fromEntries([...head].map(plainEntry));
}

/** False where YAML has to be asked. */
function takeItem(list: Item[], isNew: boolean, key?: string, value?: string): boolean {
  if (value === undefined) return false;
  if (isNew) return list.push(key === undefined ? value : new Map([[key, value]])) > 0;
  const item = list.at(-1);
  if (key === undefined || !(item instanceof Map) || item.has(key)) return false;
  item.set(key, value);
  return true;
}

function scalarOf(given: string): string | undefined {
  const [whole, double, single] = quoted.exec(given) ?? [];
  if (whole === undefined) return bare.exec(given)?.[0];
  return double?.replaceAll(/\\(.)/g, '$1') ?? single?.replaceAll("''", "'");
}

function wordsOf(given: string): readonly string[] | undefined {
  const [whole, words] = wordList.exec(given) ?? [];
  return whole === undefined ? undefined : (words?.split(', ') ?? []);
}

function plainEntry([key, value]: readonly [string, string | readonly Item[]]) {
  const plain = (item: Item) => (typeof item === 'string' ? item : Object.fromEntries(item));
  return [key, typeof value === 'string' ? value : value.map(plain)] as const;
}
