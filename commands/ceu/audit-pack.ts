// The files of an audit pack: the table of a cycle, and its certificates in the order of completion.

import type { Context } from '../../src/bot/command.ts';
import type { File } from '../../src/bot/reply.ts';
import { type EntryRow, entriesCsv } from '../../src/core/ceu/entry-rows.ts';
import { zipOf } from '../../src/core/zip.ts';

/** Read only once its part is packed. */
export interface Packable {
  readonly path: string;
  readonly size: number;
  content(): Promise<Uint8Array>;
}

/** The table comes first, with the certificates under the names that they have in the pack. */
export async function auditFiles(
  rows: readonly EntryRow[],
  due: Temporal.PlainDate,
  ctx: Context,
): Promise<readonly Packable[]> {
  const about = await ctx.store.education.certificates(ctx.member.id);
  const named = rows.map((row, index) => {
    const certificate = about.get(row.entry.id);
    return certificate ? { ...row, certificate: pathOf(row, certificate.name, index + 1) } : row;
  });
  const table = new TextEncoder().encode(entriesCsv(named));
  const certificates = named.flatMap(({ entry, certificate: path }) => {
    const size = about.get(entry.id)?.bytes;
    if (path === undefined || size === undefined) return [];
    return [{ path, size, content: () => contentOf(entry.id, ctx) }];
  });
  const csv = { path: `entries-due-${due}.csv`, size: table.length, content: async () => table };
  return [csv, ...certificates];
}

async function contentOf(entry: string, { store, member }: Context): Promise<Uint8Array> {
  const found = await store.education.certificate(member.id, entry);
  return found?.content ?? new Uint8Array();
}

interface Named {
  readonly entry: { readonly title: string; readonly completedOn: Temporal.PlainDate };
}

/** `certificates/03 2026-05-01 E-M audits.pdf` */
function pathOf({ entry }: Named, fileName: string, place: number): string {
  const ending = fileName.split('.').at(-1) ?? 'pdf';
  const title = entry.title
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60);
  const number = `${place}`.padStart(2, '0');
  return `certificates/${number} ${entry.completedOn} ${title}.${ending}`;
}

/** All certificates of a member, whatever they count for. */
export async function allCertificates(ctx: Context): Promise<readonly Packable[]> {
  const about = await ctx.store.education.certificates(ctx.member.id);
  const entries = await ctx.store.education.entries(ctx.member.id);
  return entries.toReversed().flatMap((entry, index) => {
    const found = about.get(entry.id);
    if (!found) return [];
    const path = pathOf({ entry }, found.name, index + 1);
    return [{ path, size: found.bytes, content: () => contentOf(entry.id, ctx) }];
  });
}

/** `part` counts from 1; where there are several, the name says which. */
export async function packPart(
  parts: readonly (readonly Packable[])[],
  part: number,
  name: string,
  { now }: Context,
): Promise<File> {
  const files = await Promise.all(
    (parts[part - 1] ?? []).map(async ({ path, content }) => ({ path, content: await content() })),
  );
  const suffix = parts.length > 1 ? `-part-${part}` : '';
  return {
    name: `${name}${suffix}.zip`,
    mediaType: 'application/zip',
    bytes: await zipOf(files, now),
  };
}
