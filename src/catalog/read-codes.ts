// Reads the file of a release whole, line by line, and refuses what is cut off or out of its columns.

import type { CodeEntry, InstallableSet } from '../core/codes/code-entry.ts';
import { codeShapes } from '../core/codes/code-shapes.ts';
import { type HcpcsEntry, type HcpcsLine, hcpcsEntry, readHcpcsLine } from './hcpcs-file.ts';
import { InstallError } from './install-error.ts';
import type { TextFile } from './official-file.ts';
import { readOrderLine } from './order-file.ts';
import type { Recognised } from './recognise.ts';

export interface ReadCodes {
  /** In the order of the file. */
  readonly entries: readonly (CodeEntry & { readonly added?: string })[];
  /** Dental codes and others that belong to somebody, left out. */
  readonly leftOut: number;
  /** The day of the last change, where the file says it. */
  readonly latest?: string;
}

/** Where a whole file begins and ends: the first and the last group of its codes. */
const ends: Readonly<Record<InstallableSet, { readonly first: RegExp; readonly last: RegExp }>> = {
  'icd-10-cm': { first: /^A00/, last: /^[UZ]/ },
  'icd-10-pcs': { first: /^0/, last: /^X/ },
  'hcpcs-level-ii': { first: /^A/, last: /^V/ },
};

export async function readCodes(
  { file, codeSet }: Recognised,
  effective: Temporal.PlainDate,
  onProgress: (lines: number) => void,
): Promise<ReadCodes> {
  const read =
    codeSet === 'hcpcs-level-ii'
      ? await readHcpcs(file, effective, onProgress)
      : await readOrder(file, codeSet, onProgress);
  const codes = read.entries.filter(({ modifier }) => !modifier);
  const { first, last } = ends[codeSet];
  if (!first.test(codes.at(0)?.code ?? '') || !last.test(codes.at(-1)?.code ?? ''))
    throw new InstallError(
      `${file.name} is not whole: it goes from ${codes.at(0)?.code} to ${codes.at(-1)?.code}. Download it again.`,
    );
  return read;
}

async function readOrder(
  file: TextFile,
  codeSet: InstallableSet,
  onProgress: (lines: number) => void,
): Promise<ReadCodes> {
  const entries = new Map<string, CodeEntry>();
  let at = 0;
  for await (const lines of file.lines()) {
    for (const text of lines) {
      if (text.trim() === '' || text === '\x1a') continue;
      at += 1;
      const line = readOrderLine(text);
      if (!line || !codeShapes[codeSet].test(line.entry.code)) throw wrongLine(file, at, text);
      if (line.number !== at % 100_000)
        throw new InstallError(
          `${file.name} has lines missing: number ${String(at).padStart(5, '0')} is not there. Download it again.`,
        );
      if (entries.has(line.entry.code)) throw twice(file, line.entry.code);
      entries.set(line.entry.code, line.entry);
    }
    onProgress(at);
  }
  return { entries: [...entries.values()], leftOut: 0 };
}

/** CMS puts disclaimers before and behind the records. */
const mostProse = 60;

async function readHcpcs(
  file: TextFile,
  effective: Temporal.PlainDate,
  onProgress: (lines: number) => void,
): Promise<ReadCodes> {
  const entries = new Map<string, HcpcsEntry>();
  let record: HcpcsLine[] = [];
  let leftOut = 0;
  let latest = '';
  let at = 0;
  let prose = 0;
  const close = () => {
    const [first, ...further] = record;
    record = [];
    if (!first) return;
    if (!codeShapes['hcpcs-level-ii'].test(first.code) || isLicensed(first)) {
      leftOut += 1;
      return;
    }
    const entry = hcpcsEntry(first, further, effective);
    if (entries.has(entry.code)) throw twice(file, entry.code);
    if (entry.acted && entry.acted > latest) latest = entry.acted;
    entries.set(entry.code, entry);
  };
  for await (const lines of file.lines()) {
    for (const text of lines) {
      at += 1;
      const line = readHcpcsLine(text);
      const isFurther = line && !line.isFirst && record.at(0)?.code === line.code;
      if (!line && looksLikeProse(text)) prose += 1;
      else if (!line || (!line.isFirst && !isFurther)) throw wrongLine(file, at, text);
      if (prose > mostProse) throw wrongLine(file, at, text);
      if (line?.isFirst) close();
      if (line) record.push(line);
    }
    onProgress(at);
  }
  close();
  return { entries: [...entries.values()], leftOut, latest };
}

/** Dental codes are the ADA's, and the modifiers of physical status, P1 to P6, the AMA's (CPT). */
function isLicensed({ code, isModifier }: HcpcsLine): boolean {
  return isModifier ? /^P[1-6]$/.test(code) : code.startsWith('D');
}

function looksLikeProse(text: string): boolean {
  return !/^(?:[0-9A-Z]{5}| {3}[0-9A-Z]{2})\d{5}/.test(text);
}

function wrongLine(file: TextFile, at: number, text: string): InstallError {
  const start = text.slice(0, 40).replaceAll(/\p{C}/gu, '?');
  return new InstallError(
    `${file.name}, line ${at} is not in the columns of the issuer: “${start}…”. The file is damaged or not the official one: download it again.`,
  );
}

function twice(file: TextFile, code: string): InstallError {
  return new InstallError(`${file.name} holds ${code} twice: it is not the official file.`);
}
