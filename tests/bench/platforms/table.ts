// The figures as a table that a person reads: the two numbers, what lies between them, the aim.

import type { Compared } from './rounds.ts';

export interface Row extends Compared {
  readonly what: string;
  readonly unit: string;
  /** At most so many times the floor, or so much more than it. */
  readonly aim?: { readonly ratio: number } | { readonly more: number };
}

const heads = ['', 'floor', 'bot', 'unit', 'ratio', 'more', 'aim', ''];

export function tableOf(rows: readonly Row[]): string {
  const cells = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, at) => padded(cell, widths[at] ?? 0, at))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function padded(cell: string, width: number, at: number): string {
  return at === 0 || at === 3 || at > 5 ? cell.padEnd(width) : cell.padStart(width);
}

function cellsOf(row: Row): readonly string[] {
  const { what, unit, floor, bot, ratio, more } = row;
  return [what, rounded(floor), rounded(bot), unit, ratio.toFixed(2), signed(more), ...aimOf(row)];
}

function aimOf({ aim, ratio, more, unit }: Row): readonly string[] {
  if (!aim) return ['', ''];
  const [said, isMet] =
    'ratio' in aim
      ? [`at most ${aim.ratio} ×`, ratio <= aim.ratio]
      : [`at most +${aim.more} ${unit}`, more <= aim.more];
  return [said, isMet ? 'met' : 'MISSED'];
}

function rounded(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${rounded(Math.abs(value))}`;
}
