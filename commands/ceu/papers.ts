// What is kept of a member's entries beside what counts: sponsors, index numbers, certificates.

import type { Context } from '../../src/bot/command.ts';
import type { EntryPapers } from '../../src/core/ceu/entry-rows.ts';
import type { CertificateAbout, LoggedEntry } from '../../src/store/education-records.ts';

export async function papersOf(ctx: Context): Promise<ReadonlyMap<string, EntryPapers>> {
  const { education } = ctx.store;
  const certificates = await education.certificates(ctx.member.id);
  const entries = await education.entries(ctx.member.id);
  return new Map(entries.map((entry) => [entry.id, papersFor(entry, certificates.get(entry.id))]));
}

export function papersFor(
  { sponsor, indexNumber }: LoggedEntry,
  certificate: CertificateAbout | undefined,
): EntryPapers {
  return {
    ...(sponsor !== undefined && { sponsor }),
    ...(indexNumber !== undefined && { indexNumber }),
    ...(certificate && { certificate: certificate.name }),
  };
}
