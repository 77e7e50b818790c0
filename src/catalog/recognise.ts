// Tells by their first lines what the files of a download hold; names and folders vary by year.

import type { InstallableSet } from '../core/codes/code-entry.ts';
import { codeShapes } from '../core/codes/code-shapes.ts';
import { readHcpcsLine } from './hcpcs-file.ts';
import { InstallError } from './install-error.ts';
import type { TextFile } from './official-file.ts';
import { readOrderLine } from './order-file.ts';

export interface Recognised {
  readonly file: TextFile;
  readonly codeSet: InstallableSet;
}

/** So many lines are looked at, after prose that may stand before them. */
const looked = 60;

const wanted =
  'Wanted is the zip “Code Descriptions in Tabular Order” (ICD-10-CM), “Order File” (ICD-10-PCS) or “Alpha-Numeric HCPCS File”, as CMS or CDC publish it';

/** The one file with the codes of one set. */
export async function recognise(
  files: readonly TextFile[],
  path: string,
  claimed: InstallableSet | undefined,
): Promise<Recognised> {
  const kinds: Looked[] = [];
  for (const file of files) kinds.push(await lookAt(file));
  const found = kinds.flatMap(({ file, kind }) =>
    kind === 'other' || kind === 'codes' || kind === 'addenda' ? [] : [{ file, codeSet: kind }],
  );
  const fitting = claimed ? found.filter(({ codeSet }) => codeSet === claimed) : found;
  const [first, second] = fitting;
  if (first && !second) return first;
  if (first && second)
    throw new InstallError(
      `${path} holds two files of codes, ${first.file.name} and ${second.file.name}. Unpack it and install the one that you mean.`,
    );
  const [other] = found;
  if (other && claimed)
    throw new InstallError(
      `${path} holds ${other.codeSet}, not ${claimed}: leave --set out, or take the other file.`,
    );
  throw new InstallError(whyNone(kinds, path));
}

type Kind = InstallableSet | 'codes' | 'addenda' | 'other';

interface Looked {
  readonly file: TextFile;
  readonly kind: Kind;
  /** Why it could not even be looked at. */
  readonly fault?: string;
}

async function lookAt(file: TextFile): Promise<Looked> {
  try {
    return { file, kind: kindOf(await firstLines(file)) };
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    return { file, kind: 'other', fault: error.message };
  }
}

function whyNone(kinds: readonly Looked[], path: string): string {
  const fault = kinds.find((each) => each.fault && /\.txt$/i.test(each.file.name))?.fault;
  if (fault) return fault;
  const codes = kinds.find(({ kind }) => kind === 'codes');
  if (codes)
    return `${codes.file.name} is the codes file, which has neither headers nor short titles. Install the order file that comes with it.`;
  if (kinds.some(({ kind }) => kind === 'addenda'))
    return `${path} holds an addendum, which says only what changed. ${wanted}.`;
  return `${path} holds no file with codes in the columns that the issuers use. ${wanted}.`;
}

async function firstLines(file: TextFile): Promise<readonly string[]> {
  if (file.size === 0 || /\.(?:pdf|xlsx?|docx?|zip|exe)$/i.test(file.name)) return [];
  const lines: string[] = [];
  for await (const more of file.lines()) {
    lines.push(...more.filter((line) => line.trim() !== ''));
    if (lines.length >= looked) break;
  }
  return lines.slice(0, looked);
}

function kindOf(lines: readonly string[]): Kind {
  const most = (test: (line: string) => boolean) => {
    const fitting = lines.filter(test).length;
    return fitting > 0 && fitting * 2 > lines.length;
  };
  if (most((line) => readOrderLine(line) !== undefined)) return orderKind(lines);
  if (most((line) => readHcpcsLine(line) !== undefined)) return 'hcpcs-level-ii';
  if (most((line) => /^(?:Add|Delete|Revise (?:from|to)):/.test(line))) return 'addenda';
  if (most((line) => /^[0-9A-Z]{3,7} {1,5}[A-Z]\S*/.test(line))) return 'codes';
  return 'other';
}

/** Codes of ICD-10-CM begin with a letter and differ in length; whole ones of PCS have seven. */
function orderKind(lines: readonly string[]): Kind {
  const codes = lines.flatMap((line) => readOrderLine(line)?.entry ?? []);
  const all = (set: InstallableSet) => codes.every(({ code }) => codeShapes[set].test(code));
  if (all('icd-10-pcs') && codes.every((c) => c.billable === (c.code.length === 7)))
    return 'icd-10-pcs';
  return all('icd-10-cm') ? 'icd-10-cm' : 'other';
}
