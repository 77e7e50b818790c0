// What somebody probably meant to type.

/** Those of the same first word; where there are none, at most five within two typing mistakes. */
export function nearestPaths(typed: string, paths: readonly string[]): readonly string[] {
  const word = typed.replace(/^\//, '').toLowerCase().slice(0, 32);
  if (word === '') return [];
  const [first = ''] = word.split(' ');
  const same = paths.filter((path) => path.split(' ')[0] === first);
  const near = paths.filter((path) => path.split(' ').some((part) => distance(part, first) <= 2));
  return same.length > 0 ? same.slice(0, 20) : near.slice(0, 5);
}

/** Edit distance, given up beyond 2. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || Math.min(a.length, b.length) < 3) return a === b ? 0 : 3;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 3;
}
