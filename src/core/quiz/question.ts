// A question of the bank, in one of five kinds.

import type { Source } from '../source.ts';

interface Common {
  readonly id: string;
  readonly topic: string;
  readonly stem: string;
  readonly rationale: string;
  readonly source: Source;
  readonly level: 1 | 2 | 3;
  /** Which part of which exam it trains. */
  readonly exams: readonly { readonly exam: string; readonly domain: string }[];
  /** The edition that makes the key right, as members know it: "ICD-10-CM FY2026". */
  readonly edition?: string;
  readonly validFrom?: Temporal.PlainDate;
  /** Set only when the cited section or code changed. */
  readonly validThrough?: Temporal.PlainDate;
  readonly author: string;
  readonly reviewed: Temporal.PlainDate;
}

export interface Option {
  readonly text: string;
  readonly right: boolean;
  /** Why a wrong option is wrong; every wrong one says so. */
  readonly why?: string;
}

/** One right option of three to five. */
export interface SingleChoice extends Common {
  readonly kind: 'single';
  readonly options: readonly Option[];
}

/** Several right options; partial credit. */
export interface SelectAll extends Common {
  readonly kind: 'select-all';
  readonly options: readonly Option[];
}

/** Items in their right order (principal diagnosis first); shown shuffled. */
export interface Ordering extends Common {
  readonly kind: 'order';
  readonly items: readonly { readonly text: string; readonly why?: string }[];
}

/** A code to type: `e119` counts as `E11.9`, a set of codes in any order. */
export interface TypedCode extends Common {
  readonly kind: 'typed';
  /** Each inner list is one complete right answer. */
  readonly answers: readonly (readonly string[])[];
}

/** A note with several questions about it. */
export interface CaseStudy extends Common {
  readonly kind: 'case';
  readonly note: string;
  readonly questions: readonly Answerable[];
}

/** What is answered at once: a case is asked as its questions, one after the other. */
export type Answerable = SingleChoice | SelectAll | Ordering | TypedCode;

export type Question = Answerable | CaseStudy;

export interface Topic {
  readonly id: string;
  readonly title: string;
}
