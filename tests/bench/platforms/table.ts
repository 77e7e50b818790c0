// The figures as a table that a person reads: the two numbers, what lies between them, the aim.

import type { Compared } from './rounds.ts';

export interface Row extends Compared {
  readonly what: string;
  readonly unit: string;
  readonly aim?: string;
  readonly isMet?: boolean;
}

const heads = ['', 'floor', 'bot', 'unit', 'ratio', 'more', 'aim', ''];

export function tableOf(rows: readonly Row[]): string {
  const cells = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const lineOf = (row: readonly string[]) =>
    row.map((cell, at) => padded(cell, widths[at] ?? 0, heads[at])).join('  ');
  return cells.map((row) => lineOf(row).trimEnd()).join('\n');
}

function padded(cell: string, width: number, head = ''): string {
  const isNumber = ['floor', 'bot', 'ratio', 'more'].includes(head);
  return isNumber ? cell.padStart(width) : cell.padEnd(width);
}

function cellsOf(row: Row): readonly string[] {
  const { what, unit, floor, bot, ratio, more, aim = '', isMet } = row;
  const verdict = isMet === undefined ? '' : isMet ? 'met' : 'MISSED';
  return [what, rounded(floor), rounded(bot), unit, ratio.toFixed(2), signed(more), aim, verdict];
}

function rounded(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${rounded(Math.abs(value))}`;
}
