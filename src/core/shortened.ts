/** On one line, and cut with an ellipsis to what fits a label or a line of a list. */
export function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > most ? `${withoutHalf(line.slice(0, most - 1))}…` : line;
}

/** A letter beyond the first 65,536 takes two places: it is left whole or left out. */
function withoutHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
