// What is known of an exam, and what a set of ours for it is made of.

import type { Question } from '../quiz/question.ts';
import type { Grade, Source } from '../source.ts';

export interface CitedFact {
  readonly source: Source;
  readonly grade: Grade;
}

export interface Blueprint {
  /** As people write it: `CPC`. */
  readonly exam: string;
  readonly name: string;
  /** Its certifying body, as they say it: `AAPC`. */
  readonly body: string;
  /**
   * `mock`: what the exam is made of is known, and the set keeps its shares. `practice`: it is not,
   * and the set says so.
   */
  readonly kind: 'mock' | 'practice';
  /** What the real exam is like, as sentences. */
  readonly facts: readonly (CitedFact & { readonly text: string })[];
  readonly secondsEach?: number;
  /** Only where the body publishes a share of right answers. */
  readonly pass?: CitedFact & { readonly percent: number };
  readonly kinds: readonly Question['kind'][];
  readonly domains: readonly Domain[];
  /** Said before and after: what such a set cannot tell. */
  readonly limits: readonly string[];
}

export interface Domain {
  readonly title: string;
  /** Questions of the whole exam; of a practice set, of ours. */
  readonly count: number;
  /** Domains that questions name for this exam, or topics of the bank. */
  readonly from: { readonly domains?: readonly string[]; readonly topics?: readonly string[] };
}

/** How much of the exam's length a set has. */
export const lengths = { full: 1, half: 0.5, quarter: 0.25 } as const;
export type Length = keyof typeof lengths;

export function isOf({ from }: Domain, exam: string, question: Question): boolean {
  const named = question.exams.filter((each) => each.exam === exam).map(({ domain }) => domain);
  return (
    (from.topics?.includes(question.topic) ?? false) ||
    named.some((domain) => from.domains?.includes(domain) ?? false)
  );
}
