// The HCPCS Level II file of CMS (…_ANWEB.txt): a record of several lines for each code or modifier.

import type { CodeEntry } from '../core/codes/code-entry.ts';

/** The record ids in column 11. Source: CMS, HCPCS record layout. */
const firstLines = { '3': 'code', '7': 'modifier' } as const;
const furtherLines = { '4': 'code', '8': 'modifier' } as const;

export interface HcpcsLine {
  readonly code: string;
  readonly isModifier: boolean;
  readonly isFirst: boolean;
  readonly long: string;
  /** Of the first line only. */
  readonly short: string;
  readonly added?: string;
  readonly acted?: string;
  readonly lastDay?: string;
}

export function readHcpcsLine(text: string): HcpcsLine | undefined {
  const id = text.charAt(10);
  const isFirst = Object.hasOwn(firstLines, id);
  if (!isFirst && !Object.hasOwn(furtherLines, id)) return undefined;
  const isModifier = id === '7' || id === '8';
  const code = isModifier ? /^ {3}([0-9A-Z]{2})/.exec(text)?.[1] : /^[0-9A-Z]{5}/.exec(text)?.[0];
  if (!code || !/^\d{5}$/.test(text.slice(5, 10))) return undefined;
  const long = text.slice(11, 91).trimEnd();
  if (!isFirst) return { code, isModifier, isFirst, long, short: '' };
  const [added, acted, last] = [text.slice(268, 276), text.slice(276, 284), text.slice(284, 292)];
  const short = text.slice(91, 119).trim();
  if (short === '' || ![added, acted, last].every((day) => /^(?:\d{8}| *)$/.test(day)))
    return undefined;
  return {
    code,
    isModifier,
    isFirst,
    long,
    short,
    ...dated('added', added),
    ...dated('acted', acted),
    ...dated('lastDay', last),
  };
}

/** `20060101` as `2006-01-01`; a few records lack a day. */
function dated<N extends string>(name: N, digits: string): { readonly [K in N]?: string } {
  if (digits.trim() === '') return {};
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return { [name]: day } as { readonly [K in N]?: string };
}

export interface HcpcsEntry extends CodeEntry {
  readonly added?: string;
  /** The day of the last change to its record. */
  readonly acted?: string;
}

/** `on`: when the release takes effect; what ended by then is not billable. */
export function hcpcsEntry(
  first: HcpcsLine,
  further: readonly HcpcsLine[],
  on: Temporal.PlainDate,
): HcpcsEntry {
  const { code, isModifier, short, added, acted, lastDay } = first;
  const hasEnded = lastDay !== undefined && lastDay < on.toString();
  return {
    code,
    billable: !hasEnded,
    short,
    long: joinLines([first, ...further].map(({ long }) => long)),
    ...(added !== undefined && { added }),
    ...(acted !== undefined && { acted }),
    ...(lastDay !== undefined && { lastDay }),
    ...(isModifier && { modifier: true as const }),
  };
}

/** A line is cut after a whole word, so a blank belongs between lines. */
function joinLines(lines: readonly string[]): string {
  return lines
    .map((text) => text.trim())
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
