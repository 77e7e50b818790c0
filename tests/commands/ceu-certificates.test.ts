import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { File, Reply } from '../../src/bot/reply.ts';
import type { Upload } from '../../src/bot/shape.ts';
import { labelsOf, openChat, type Person, read } from '../chat.ts';
import { ccs, cpc, hold } from './credentials.ts';

/** A file as a platform hands it over; `size` is what it says before anything is fetched. */
function upload(name: string, content: Uint8Array | string, size?: number): Upload {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    mediaType: 'application/octet-stream',
    size: size ?? bytes.length,
    bytes: async () => bytes,
  };
}

const pdf = upload('My certificate.PDF', '%PDF-1.7 an audit certificate');

async function logWith(
  person: Person,
  certificate: Upload,
  title = 'E/M audits',
  completed_on = '2026-05-01',
): Promise<Reply> {
  const form = await person.form('/ceu add');
  return person.submit(form, { credits: '2', title, completed_on, certificate });
}

function fileIn(reply: Reply, ending: string): File {
  const found = reply.files?.find(({ name }) => name.endsWith(ending));
  if (!found) throw new Error(`There is no ${ending} among the files.`);
  return found;
}

const textOf = ({ bytes }: Pick<File, 'bytes'>) => new TextDecoder().decode(bytes);

/** Paths and contents, in the order in which they were packed. */
async function unpack({ bytes }: File): Promise<readonly { path: string; bytes: Uint8Array }[]> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  return Promise.all(
    entries.map(async (entry) => ({
      path: entry.filename,
      bytes: entry.directory ? new Uint8Array() : await entry.getData(new Uint8ArrayWriter()),
    })),
  );
}

function rowsOf(csv: string): readonly Record<string, string>[] {
  return parse(csv, { bom: true, columns: true });
}

describe('a certificate', () => {
  test('comes with the form, and is shown and handed back to its member', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const logged = await logWith(maria, pdf);
    expect(read(logged)).toContain('Certificate: My certificate.pdf');
    const shown = await maria.press(logged, 'Certificate');
    expect(shown.files).toMatchObject([{ mediaType: 'application/pdf' }]);
    expect(textOf(fileIn(shown, '.pdf'))).toBe('%PDF-1.7 an audit certificate');
  });

  test('waits with the entry until the question of its kind is answered', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, ccs);
    const asked = await logWith(maria, pdf);
    const logged = await maria.press(
      await maria.press(asked, 'Not for AAPC'),
      'HIIM domain, from another provider',
    );
    expect(read(logged)).toContain('Certificate: My certificate.pdf');
  });

  test('can be added later, replaced, and removed after asking', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const logged = await maria.type('/ceu add 2 E/M audits');
    expect(read(logged)).toContain(
      'For an audit still missing: sponsor, index number, the certificate itself.',
    );
    const form = await maria.pressForForm(logged, 'Add certificate');
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    const kept = await maria.submit(form, { certificate: upload('C:\\scan.jpeg', png) });
    expect(read(kept)).toContain('Certificate: scan.png');
    expect(read(kept)).toContain('still missing: sponsor, index number.');
    const shown = await maria.press(kept, 'Certificate');
    await maria.submit(await maria.pressForForm(shown, 'Replace'), { certificate: pdf });
    const asked = await maria.press(shown, 'Remove certificate');
    expect(read(asked)).toContain('will be deleted here. The entry stays.');
    const removed = await maria.press(asked, 'Remove it');
    expect(labelsOf(removed)).toContain('Add certificate');
    expect(read(await maria.press(asked, 'Remove it'))).toContain('not among yours');
  });

  test.each([
    ['a web page that calls itself a PDF', upload('certificate.pdf', '<html>'), 'neither a PDF'],
    ['an empty file', upload('certificate.pdf', ''), 'neither a PDF'],
    ['a file that is too large', upload('scan.pdf', '%PDF-', 4_000_001), 'is larger than 4 MB'],
  ])('%s is refused with what to do', async (_, file, sentence) => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const form = await maria.form('/ceu add');
    const outcome = await maria.submitted(form, { credits: '2', title: 'x', certificate: file });
    expect(outcome).toMatchObject({
      kind: 'invalid',
      problems: { certificate: expect.stringContaining(sentence) },
      form: { values: { title: 'x' } },
    });
    expect(read(await maria.type('/ceu list'))).toContain('not logged any CEUs yet');
    const logged = await maria.type('/ceu add 2 E/M audits');
    const attach = await maria.pressForForm(logged, 'Add certificate');
    expect(await maria.submitted(attach, { certificate: file })).toMatchObject({
      problems: { certificate: expect.stringContaining(sentence) },
      form: { submit: attach.submit },
    });
  });

  test('is seen, replaced and removed by nobody else', async () => {
    const { maria, james } = await openChat();
    await hold(maria, cpc);
    const logged = await logWith(maria, pdf);
    const shown = await maria.press(logged, 'Certificate');
    const asked = await maria.press(shown, 'Remove certificate');
    expect(read(await james.press(logged, 'Certificate'))).toContain('not among yours');
    const form = await james.pressForForm(shown, 'Replace');
    expect(read(await james.submit(form, { certificate: pdf }))).toContain('not among yours');
    expect(read(await james.press(asked, 'Remove it'))).toContain('not among yours');
    expect((await maria.press(logged, 'Certificate')).files).toHaveLength(1);
  });

  test('is in /privacy export as a file, and gone with /privacy delete', async () => {
    const { maria, world } = await openChat();
    await hold(maria, cpc);
    await logWith(maria, pdf);
    expect(read(await maria.type('/privacy show'))).toContain('certificates of those CEUs');
    const exported = await maria.type('/privacy export');
    expect(JSON.parse(textOf(fileIn(exported, '.json'))).ceu_certificates).toMatchObject([
      { name: 'My certificate.pdf', media_type: 'application/pdf' },
    ]);
    const [file] = await unpack(fileIn(exported, '.zip'));
    expect(file?.path).toBe('certificates/01 2026-05-01 E M audits.pdf');
    expect(file && textOf(file)).toBe('%PDF-1.7 an audit certificate');
    const me = await world.opened.store.members.find(maria.id);
    await maria.press(await maria.type('/privacy delete'), 'Delete everything');
    expect(me && (await world.opened.store.education.certificates(me.id)).size).toBe(0);
  });

  test('of many megabytes comes in parts that every platform takes', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const large = new Uint8Array(3_500_000);
    large.set(new TextEncoder().encode('%PDF-'));
    for (const day of [1, 2, 3])
      await logWith(maria, upload('x.pdf', large), `Course ${day}`, `2026-05-0${day}`);
    const pack = await maria.press(await maria.type('/ceu export'), 'Audit pack: AAPC 2027-03-31');
    expect(read(pack)).toContain('This is part 1 of 2.');
    expect(fileIn(pack, '-part-1.zip').bytes.length).toBeLessThan(10_000_000);
    const second = await maria.press(pack, 'Part 2');
    expect((await unpack(fileIn(second, '-part-2.zip'))).map(({ path }) => path)).toEqual([
      'certificates/03 2026-05-03 Course 3.pdf',
    ]);
    const mine = await maria.type('/privacy export');
    expect((await maria.press(mine, 'Certificates, part 2')).files).toHaveLength(1);
  });
});

describe('/ceu export', () => {
  test('of nothing says what to do first', async () => {
    const { maria } = await openChat();
    expect(read(await maria.type('/ceu export'))).toContain('Tell me first which credential');
  });

  test('gives a table that no spreadsheet runs, in the order of cycles', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, ccs);
    const approved = 'Not for AHIMA';
    await maria.press(
      await maria.type(
        '/ceu add credits:2 title:=HYPERLINK("x") completed_on:2026-05-02 category:CPC',
      ),
      approved,
    );
    const general = 'General: the certificate names no credential of mine';
    for (const line of ['credits:1.5 title:"Sepsis, again" completed_on:2026-05-01'])
      await maria.press(
        await maria.press(await maria.type(`/ceu add ${line}`), general),
        'HIIM domain, from another provider',
      );
    const exported = await maria.type('/ceu export');
    const csv = textOf(fileIn(exported, '.csv'));
    const rows = rowsOf(csv);
    expect(rows.map((row) => [row['Certifying body'], row['Completed on'], row.Credits])).toEqual([
      ['AAPC', '2026-05-01', '1.5'],
      ['AAPC', '2026-05-02', '2'],
      ['AHIMA', '2026-05-01', '1.5'],
    ]);
    expect(rows[1]).toMatchObject({ Title: `'=HYPERLINK("x")`, Kind: 'approved for CPC' });
    expect(rows[0]).toMatchObject({ Title: 'Sepsis, again', Counts: 'yes' });
    expect(rows[2]).toMatchObject({ 'Cycle due': '2027-02-28' });
    expect(labelsOf(exported)).not.toContain('Share');
  });

  test('says in the table why something does not count', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    await maria.type('/ceu add credits:2 title:Audits completed_on:2026-05-01');
    await maria.type('/ceu add credits:2 title:audits completed_on:2026-06-01');
    const [, again] = rowsOf(textOf(fileIn(await maria.type('/ceu export'), '.csv')));
    expect(again).toMatchObject({ Counts: 'no' });
    expect(again?.['Why not']).toContain('AAPC counts a course once');
  });

  test('gives the due dates as a calendar that reminds by itself', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, ccs);
    const calendar = textOf(fileIn(await maria.type('/ceu export'), '.ics'));
    expect(calendar).toContain('SUMMARY:AAPC credits are due');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20270331');
    expect(calendar).toContain('SUMMARY:AAPC membership dues are due');
    expect(calendar).toContain('UID:ahima-cycle-2027-02-28@coderounds');
    expect(calendar.match(/TRIGGER:-P60D/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test('packs a cycle for an audit: table first, certificates in order, and what is missing', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const logged = await logWith(maria, pdf, 'Late: E/M');
    await maria.submit(await maria.pressForForm(logged, 'Add details'), {
      sponsor: 'Heron Seminars',
      index_number: 'HERON-42',
    });
    await maria.type('/ceu add credits:1 title:Early completed_on:2025-06-01');
    await maria.type('/ceu add credits:1 title:"Another cycle" completed_on:2024-06-01');
    const pack = await maria.press(await maria.type('/ceu export'), 'Audit pack: AAPC 2027-03-31');
    expect(read(pack)).toContain('2 entries, 1 with a certificate');
    expect(read(pack)).toContain(
      'Early (2025-06-01): sponsor, index number, the certificate itself',
    );
    const files = await unpack(fileIn(pack, 'audit-pack-aapc-2027-03-31.zip'));
    expect(files.map(({ path }) => path)).toEqual([
      'entries-due-2027-03-31.csv',
      'certificates/02 2026-05-01 Late E M.pdf',
    ]);
    const [table] = files;
    const rows = rowsOf(table ? textOf(table) : '');
    expect(rows.map(({ Title }) => Title)).toEqual(['Early', 'Late: E/M']);
    expect(rows[1]).toMatchObject({
      'Index number': 'HERON-42',
      Certificate: 'certificates/02 2026-05-01 Late E M.pdf',
    });
  });
});
