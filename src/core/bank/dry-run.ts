// What a file would bring, before anything is kept: what can be taken, what is there twice, what is
// wrong.

import type { Steps } from '../answers/steps.ts';
import type { Entries, Fault, Read } from './draft.ts';
import { type Allowed, examined } from './examine.ts';
import { samenessOf } from './sameness.ts';

const mostQuestions = 5000;
/** Nobody mends so many by hand: something is wrong with the whole file. */
const mostFaults = 1000;

export interface Candidate extends Read {
  readonly sameness: string;
}

export interface DryRun {
  /** What may enter, each once. */
  readonly candidates: readonly Candidate[];
  /** Rows of questions that stand in the file before. */
  readonly twice: readonly number[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly string[];
}

export function* dryRun(
  entries: Entries,
  allowed: Allowed,
): Steps<DryRun | { readonly refusal: string }> {
  const candidates = new Map<string, Candidate>();
  const twice: number[] = [];
  const faults: Fault[] = [];
  const remarks: string[] = [];
  for (const entry of examined(entries, allowed)) {
    yield;
    if ('refusal' in entry) return entry;
    if ('remark' in entry) remarks.push(entry.remark);
    else if ('reason' in entry) faults.push(entry);
    else {
      const sameness = samenessOf(entry.draft);
      if (candidates.has(sameness)) twice.push(entry.row);
      else candidates.set(sameness, { ...entry, sameness });
    }
    if (candidates.size + twice.length > mostQuestions)
      return { refusal: `The file has more than ${mostQuestions} questions. Send it in parts.` };
    if (faults.length >= mostFaults) return { refusal: sayHopeless(faults) };
  }
  return { candidates: [...candidates.values()], twice, faults, remarks };
}

function sayHopeless(faults: readonly Fault[]): string {
  const [first] = faults;
  const where = first?.field ? `${first.field} ` : '';
  return `The file has more than ${mostFaults} mistakes, so it may be in another format. The first, in row ${first?.row}: ${where}${first?.reason}.`;
}
