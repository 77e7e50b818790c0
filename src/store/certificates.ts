// Certificate files, sealed under the key of their member. One for each entry.

import type { MemberId } from '../core/ids.ts';
import type { CertificateAbout, EducationRecords } from './education-records.ts';
import type { Sealer } from './sealing.ts';
import type { Sql } from './sql.ts';

type Certificates = Pick<
  EducationRecords,
  'certificate' | 'certificates' | 'attach' | 'detach' | 'bytesOfCertificates'
>;

export function makeCertificates(sql: Sql, sealer: Sealer): Certificates {
  return {
    async certificates(member) {
      const rows = await sql.all<AboutRow>(
        'SELECT entry_id, name_sealed, media_type, bytes FROM ceu_certificates WHERE member_id = ?',
        member,
      );
      const all = rows.map(async (row) => {
        return [row.entry_id, await aboutOf(row, member, sealer)] as const;
      });
      return new Map(await Promise.all(all));
    },
    async certificate(member, entry) {
      const row = await sql.get<AboutRow & { content_sealed: string }>(
        'SELECT * FROM ceu_certificates WHERE entry_id = ? AND member_id = ?',
        entry,
        member,
      );
      if (!row) return undefined;
      const content = Buffer.from(await sealer.open(member, row.content_sealed), 'base64');
      return { ...(await aboutOf(row, member, sealer)), content };
    },
    async attach(member, entry, { name, mediaType, content }) {
      const attached = await sql.run(
        `INSERT INTO ceu_certificates
           (entry_id, member_id, name_sealed, media_type, bytes, content_sealed)
         SELECT entry_id, member_id, ?, ?, ?, ? FROM ceu_entries
         WHERE entry_id = ? AND member_id = ?
         ON CONFLICT (entry_id) DO UPDATE SET
           name_sealed = excluded.name_sealed, media_type = excluded.media_type,
           bytes = excluded.bytes, content_sealed = excluded.content_sealed`,
        await sealer.seal(member, name),
        mediaType,
        content.length,
        await sealer.seal(member, Buffer.from(content).toString('base64')),
        entry,
        member,
      );
      return attached > 0;
    },
    async detach(member, entry) {
      const statement = 'DELETE FROM ceu_certificates WHERE entry_id = ? AND member_id = ?';
      return (await sql.run(statement, entry, member)) > 0;
    },
    async bytesOfCertificates(member) {
      const row = await sql.get<{ bytes: number | null }>(
        'SELECT SUM(bytes) AS bytes FROM ceu_certificates WHERE member_id = ?',
        member,
      );
      return row?.bytes ?? 0;
    },
  };
}

interface AboutRow {
  readonly entry_id: string;
  readonly name_sealed: string;
  readonly media_type: CertificateAbout['mediaType'];
  readonly bytes: number;
}

async function aboutOf(
  { name_sealed, media_type: mediaType, bytes }: AboutRow,
  member: MemberId,
  sealer: Sealer,
): Promise<CertificateAbout> {
  return { name: await sealer.open(member, name_sealed), mediaType, bytes };
}
