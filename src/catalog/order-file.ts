// The order files of ICD-10-CM and ICD-10-PCS: one line for each header and code, in fixed columns.

import type { CodeEntry } from '../core/codes/code-entry.ts';

/** 1-5 number, 7-13 code, 15 flag, 17-76 short title, 78- long title. Source: icd10OrderFiles.pdf. */
const line =
  /^(?<number>\d{5}) (?<code>[0-9A-Z]{3,7}) {0,4} (?<flag>[01]) (?<short>.{60}) (?<long>\S.*)$/;

export interface OrderLine {
  readonly number: number;
  readonly entry: CodeEntry;
}

export function readOrderLine(text: string): OrderLine | undefined {
  const { number, code, flag, short, long } = line.exec(text)?.groups ?? {};
  if (!code || !short || !long || text.charAt(13) !== ' ' || text.charAt(15) !== ' ')
    return undefined;
  const entry = { code, billable: flag === '1', short: short.trim(), long: long.trim() };
  return entry.short === '' ? undefined : { number: Number(number), entry };
}
