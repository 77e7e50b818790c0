// What is remembered of credentials and continuing education. Interfaces only.

import type { Apprenticeship } from '../core/ceu/apprenticeship.ts';
import type { CertificateType } from '../core/ceu/certificate-file.ts';
import type { Entry } from '../core/ceu/entry.ts';
import type { Confirmed, HeldCredential, Overrides } from '../core/ceu/standing.ts';
import type { Mark, Watched } from '../core/ceu/watch.ts';
import type { MemberId } from '../core/ids.ts';

/** What a member told us about themselves and one certifying body. */
export interface BodyStanding extends Watched {
  /** The certifying body's id. */
  readonly body: string;
}

/** `null` takes back what was said. */
export interface StandingChanges {
  readonly membershipEnds?: Temporal.PlainDate | null;
  readonly firstExam?: Temporal.PlainDate | null;
  readonly confirmed?: Confirmed | null;
  readonly overrides?: Overrides | null;
}

/** A certificate, and for what it counts with each body. */
export interface LoggedEntry extends CertificateDetails {
  readonly id: string;
  readonly title: string;
  readonly completedOn: Temporal.PlainDate;
  readonly counts: readonly EntryCount[];
}

/** Private: never in anything that is shared. */
export interface CertificateDetails {
  readonly sponsor?: string;
  readonly indexNumber?: string;
}

export interface CertificateAbout {
  readonly name: string;
  readonly mediaType: CertificateType;
  readonly bytes: number;
}

export interface CertificateFile extends Pick<CertificateAbout, 'name' | 'mediaType'> {
  readonly content: Uint8Array;
}

/** What an entry is to one certifying body. */
export interface EntryCount
  extends Pick<Entry, 'credits' | 'category' | 'approvedFor' | 'countFor' | 'isAnotherCourse'> {
  readonly body: string;
}

export type MarkChanges = Partial<Omit<Mark, 'due' | 'snoozedUntil'>> & {
  readonly snoozedUntil?: Temporal.PlainDate | null;
};

export interface EducationRecords {
  /** One for each body of which the member holds a credential; the one added first comes first. */
  standings(member: MemberId): Promise<readonly BodyStanding[]>;
  standing(member: MemberId, body: string): Promise<BodyStanding | undefined>;
  /** Adds the credential, or corrects its day. */
  hold(
    member: MemberId,
    body: string,
    credential: HeldCredential,
    today: Temporal.PlainDate,
  ): Promise<void>;
  /** Whether the credential is held. */
  tellApprenticeship(
    member: MemberId,
    body: string,
    code: string,
    told: Apprenticeship,
  ): Promise<boolean>;
  /** With a body's last credential goes what was said about it; entries stay. */
  release(member: MemberId, body: string, code: string): Promise<boolean>;
  changeStanding(member: MemberId, body: string, changes: StandingChanges): Promise<void>;

  /** The latest completed first. */
  entries(member: MemberId): Promise<readonly LoggedEntry[]>;
  entry(member: MemberId, id: string): Promise<LoggedEntry | undefined>;
  addEntry(member: MemberId, entry: LoggedEntry): Promise<void>;
  /** An absent detail is taken out. Whether the entry was there. */
  describe(member: MemberId, id: string, details: CertificateDetails): Promise<boolean>;
  /** Whether the entry was there. */
  rename(
    member: MemberId,
    id: string,
    named: Pick<LoggedEntry, 'title' | 'completedOn'>,
  ): Promise<boolean>;
  /** Says or replaces what the entry is to that body. Whether the entry was there. */
  recount(member: MemberId, id: string, count: EntryCount): Promise<boolean>;
  /** An entry keeps its last body. Whether it counted for this one and another one. */
  uncount(member: MemberId, id: string, body: string): Promise<boolean>;
  /** Whether it was there: of two presses at once one gets `true`. */
  removeEntry(member: MemberId, id: string): Promise<boolean>;

  /** By the entry's id, without the files themselves. */
  certificates(member: MemberId): Promise<ReadonlyMap<string, CertificateAbout>>;
  certificate(
    member: MemberId,
    entry: string,
  ): Promise<(CertificateAbout & CertificateFile) | undefined>;
  /** Takes the place of an earlier one. Whether the entry was there. */
  attach(member: MemberId, entry: string, file: CertificateFile): Promise<boolean>;
  detach(member: MemberId, entry: string): Promise<boolean>;
  bytesOfCertificates(member: MemberId): Promise<number>;

  marks(member: MemberId, body: string): Promise<readonly Mark[]>;
  mark(
    member: MemberId,
    body: string,
    due: Temporal.PlainDate,
    changes: MarkChanges,
  ): Promise<void>;
}
