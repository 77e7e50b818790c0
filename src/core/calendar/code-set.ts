// A code set as the calendar knows it: when its releases take effect, and what they brought.

import type { Grade, Source } from '../source.ts';

/** A claim together with where it comes from. */
export interface Cited {
  readonly source: Source;
  readonly grade: Grade;
  /** What a reader of the claim should know besides. */
  readonly note?: string;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

export interface CodeSet {
  /** `icd-10-cm`, as its file in data/calendar/ is called. */
  readonly id: string;
  /** As coders write it: `ICD-10-CM`. */
  readonly name: string;
  readonly publisher: string;
  /** What its codes stand for: `diagnoses, in every setting`. */
  readonly holds: string;
  /** What is counted: `billable codes`. */
  readonly counted: string;
  /** The day that picks the release: `date of service; for inpatient stays, date of discharge`. */
  readonly appliesBy: string;
  /**
   * What happens on the days of its rules: codes take effect, or are only published (the issuer then
   * says from when they apply), or an exam goes over to another edition.
   */
  readonly dayIs: 'effective' | 'release' | 'switch';
  /** To be said where the set is named to members: who owns the name. */
  readonly trademark?: string;
  /** Whether a group hears of it without having asked for it. */
  readonly noticedByDefault: boolean;
  /** The issuer's own pages, the best first. */
  readonly links: readonly Link[];
  readonly toDo: { readonly ahead: Checklist; readonly onTheDay: Checklist };
  readonly rules: readonly ReleaseRule[];
  /** Releases of which more is known than their date, in order. */
  readonly known: readonly KnownRelease[];
}

/** What to do now, for those who code and for those who study. */
export interface Checklist {
  readonly work: readonly string[];
  readonly study: readonly string[];
}

/** A release that comes every year on the same day. */
export interface ReleaseRule extends Cited {
  readonly effective: Temporal.PlainMonthDay;
  /** The first day on which it applied, as far as the calendar knows; absent: in every year. */
  readonly first?: Temporal.PlainDate;
  /** `FY{fiscal_year}-october`: how an operator names the release. */
  readonly id: string;
  /** `FY{fiscal_year}`: how coders name it, behind the name of the set. */
  readonly name: string;
  /** What sets it apart from the others: `Usually small; it can be empty.` */
  readonly remark?: string;
  readonly files?: FileWindow;
}

/** When the issuer puts the files out: seen in past years, never promised. */
export interface FileWindow extends Cited {
  /** `between mid-June and mid-July`. */
  readonly text: string;
  /** First and last day of the year on which they were seen, before the effective date. */
  readonly days?: { readonly from: Temporal.PlainMonthDay; readonly to: Temporal.PlainMonthDay };
}

export interface KnownRelease {
  readonly effective: Temporal.PlainDate;
  /** Of a release that no rule gives: the extra one of January 1, 2021. */
  readonly exception?: Cited & { readonly id: string; readonly name: string };
  /** Checked and found the same as the release before. */
  readonly unchanged: boolean;
  readonly counts?: Counts;
  /** The day on which its files appeared. */
  readonly published?: Cited & { readonly day: Temporal.PlainDate };
  readonly headlines?: Cited & { readonly points: readonly string[] };
  /** Its own files or page at the issuer. */
  readonly links: readonly Link[];
}

/** Against the release before it, April releases included. What is absent is not known. */
export interface Counts extends Cited {
  /** All changes, where the issuer counts them so: new, deleted and revised. */
  readonly changes?: number;
  readonly new?: number;
  /** No longer usable: deleted, or demoted to a header above new codes. */
  readonly removed?: number;
  readonly deleted?: number;
  readonly demoted?: number;
  /** Kept, with another short or long title. */
  readonly revised?: number;
  /** Of what the set counts (`billable codes`), with this release. */
  readonly total?: number;
  /** The same with headers. */
  readonly entries?: number;
}
