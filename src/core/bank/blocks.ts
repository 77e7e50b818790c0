// A text cut at its empty lines.

export interface Block {
  /** Of its first line, from 1. */
  readonly row: number;
  readonly text: string;
  readonly isTooLong: boolean;
}

/** What goes on for more than `most` characters is cut there, with `isTooLong`. */
export function* blocksOf(text: string, most: number): Iterable<Block> {
  let lines: string[] = [];
  let length = 0;
  let row = 0;
  for (const line of linesOf(`${text}\n\n`)) {
    row += 1;
    const isEmpty = line.trim() === '';
    if (!isEmpty) {
      lines.push(line);
      length += line.length + 1;
    }
    if (lines.length === 0 || (!isEmpty && length <= most)) continue;
    const begun = row - lines.length + (isEmpty ? 0 : 1);
    yield { row: begun, text: lines.join('\n'), isTooLong: length > most };
    lines = [];
    length = 0;
  }
}

/** One at a time: a file may have a great many. */
export function* linesOf(text: string): Iterable<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    from = end < 0 ? text.length : end + 1;
  }
}
