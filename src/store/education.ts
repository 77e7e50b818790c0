// Credentials and continuing education: standings, due dates, entries.

import { makeCertificates } from './certificates.ts';
import type { EducationRecords } from './education-records.ts';
import { makeEntries } from './entries.ts';
import { proved } from './entry-proofs.ts';
import { makeMarks } from './marks.ts';
import type { Sealer } from './sealing.ts';
import type { Sql } from './sql.ts';
import { makeStandings } from './standings.ts';

export function makeEducation(sql: Sql, sealer: Sealer): EducationRecords {
  return {
    ...makeStandings(sql),
    ...makeMarks(sql),
    ...proved(makeEntries(sql, sealer), sql, sealer),
    ...makeCertificates(sql, sealer),
  };
}
