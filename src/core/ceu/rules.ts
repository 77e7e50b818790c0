// The continuing-education rules of one certifying body, as data: data/credentials/ holds them.

import type { Grade, Source } from '../source.ts';

/** What every number and rule carries: where it was read, and how well that supports it. */
export interface Cited {
  readonly source: Source;
  readonly grade: Grade;
  /** What to know before relying on it, such as the age of the page. */
  readonly note?: string;
}

export interface Fact<Value> extends Cited {
  readonly value: Value;
}

export interface Statement extends Cited {
  readonly text: string;
}

export interface RulePack {
  readonly body: CertifyingBody;
  /** The day on which the whole pack was last compared with the body's own pages. */
  readonly checked: Temporal.PlainDate;
  readonly credentials: readonly Credential[];
  /** What a member chooses from for each entry. */
  readonly categories: readonly Category[];
  readonly cycle: CycleRule;
  /** Dues of their own, also in years without credits. */
  readonly membership?: Statement;
  readonly total: TotalRule;
  readonly quotas: readonly Quota[];
  readonly counting: CountingRules;
  readonly submission?: SubmissionWindow;
  readonly afterDue: readonly AfterDueStep[];
  readonly fees: readonly Fee[];
  readonly certificate?: CertificateChecklist;
  /** How the A behind an apprentice's credential goes. */
  readonly apprenticeship?: ApprenticeshipRule;
  /** Rules that are shown and not computed: audits, reinstatement, vendors. */
  readonly statements: readonly Statement[];
  readonly asks: readonly Ask[];
}

export interface CertifyingBody {
  readonly id: string;
  readonly name: string;
  readonly site: string;
  /** What the body calls its own record of a member's credits: "CEU Tracker". */
  readonly tracker: string;
}

export interface Credential {
  /** As people write it behind their name: `CPC`, `CCS-P`. */
  readonly code: string;
  readonly title: string;
  /** An entry counts for the minimum of one credential of each kind at most. */
  readonly kind: 'core' | 'specialty';
  readonly apprentice: boolean;
  /** Codes that no longer count beside this one. */
  readonly replaces: readonly string[];
  readonly minimum?: Minimum;
}

/** Credits inside the total that must be approved for this very credential. */
export interface Minimum extends Cited {
  readonly credits: number;
  readonly subject: string;
}

export interface Category {
  readonly id: string;
  readonly title: string;
  /** Ids of the quotas towards which its credits count. */
  readonly quotas: readonly string[];
  /** Whether the certificate names credentials, so that the member is asked which. */
  readonly asksApprovedFor: boolean;
}

export type CycleRule = Cited & {
  /** What to ask a member from whose answer the cycles are computed. */
  readonly question: string;
} & (
    | { readonly kind: 'aapc-parity' | 'annual-membership' }
    /** No page says how long it lasts: one period at a time, as the member enters it. */
    | { readonly kind: 'as-told' }
    /** The first period is longer where the first due date may not come sooner after the exam. */
    | { readonly kind: 'calendar-year'; readonly monthsToFirstDue?: number }
    | { readonly kind: 'two-year-anniversary'; readonly lastDay: 'anniversary' | 'day-before' }
  );

/** How many credits a cycle takes, given the credentials held. */
export type TotalRule =
  | (Cited & {
      readonly kind: 'by-count';
      /** For one credential, two, three…; the last also for more. */
      readonly credits: readonly number[];
    })
  | {
      readonly kind: 'highest-plus-extra';
      readonly bases: readonly CreditBase[];
      /** Absent: no page says what several credentials take. */
      readonly perExtra?: Fact<number>;
      readonly cap?: Fact<number>;
    };

export interface CreditBase extends Cited {
  /** Absent: no page says it, so the member is asked. */
  readonly credits?: number;
  readonly credentials: readonly string[];
}

/** A share of the required total, not of what was earned: AHIMA's 80 % of 20 is 16. */
export interface Quota extends Cited {
  readonly id: string;
  readonly title: string;
  readonly percent: number;
  /** Cycles that start earlier and end later are asked about: see `quota-straddles`. */
  readonly cyclesFrom?: Temporal.PlainDate;
}

export interface CountingRules {
  /** Credits beyond the total are lost at the end of the cycle. */
  readonly noCarryOver?: Statement;
  /** Credits of the month in which a cycle is due may go to either cycle. */
  readonly renewalMonthChoice?: Statement;
  /** A course counts once ever, however often it is taken. */
  readonly onceEver?: Statement;
  /** A shorter first cycle takes less, by a formula nobody could verify: no number is computed. */
  readonly proRated?: Statement;
  readonly oneOfEachKind?: Statement;
}

export interface SubmissionWindow extends Cited {
  readonly opensBefore: { readonly months: number } | { readonly days: number };
}

export interface AfterDueStep extends Cited {
  readonly days: number;
  readonly text: string;
}

export interface Fee extends Cited {
  readonly usd: number;
  readonly what: string;
}

export interface ApprenticeshipRule extends Cited {
  /** Months of work, and how many of the two proofs (course, Practicode) stand in for the rest. */
  readonly ways: readonly { readonly months: number; readonly proofs: number }[];
}

export type CertificateItem = 'index-number' | 'sponsor' | 'title' | 'credits' | 'completed-on';

export interface CertificateChecklist extends Cited {
  readonly items: readonly CertificateItem[];
}

export type Occasion =
  | 'always'
  | 'first-cycle'
  | 'credential-added'
  | 'apprentice'
  | 'several-credentials'
  | 'cap-reached'
  | 'number-unknown'
  | 'quota-straddles';

/** What nobody could verify, so that the member is asked for it instead of being told. */
export interface Ask {
  readonly when: Occasion;
  readonly about: 'total' | 'due' | 'quota';
  readonly text: string;
}

export function findCredential(pack: RulePack, code: string): Credential | undefined {
  return pack.credentials.find((credential) => credential.code === code.toUpperCase());
}
