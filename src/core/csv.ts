// Writes CSV that spreadsheets open as text and never run as formulas.

export type Cell = string | number;

/**
 * Every cell is quoted; one that a spreadsheet could take for a formula gets an apostrophe in front
 * (OWASP, "CSV Injection": = + - @ tab and carriage return, also behind spaces, after a line break
 * and in full width). With a byte order mark, so that Excel reads UTF-8.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

const formula = /(?:^|[\r\n])[\s\u00A0]*[=+\-@\t\r＝＋－＠]/;

export function looksLikeFormula(cell: string): boolean {
  return formula.test(cell) || /^[\t\r]/.test(cell);
}

/** One cell in quotation marks: for tables that are parted by something else than commas. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'number') return `"${cell}"`;
  const safe = looksLikeFormula(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
