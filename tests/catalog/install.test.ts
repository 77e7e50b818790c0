import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/open.ts';
import { realContent } from '../world.ts';
import {
  downloaded,
  hcpcsText,
  installing,
  orderText,
  someDiagnoses,
  someProcedures,
  someSupplies,
  temporaryFolder,
  unknownRelease,
  zipped,
} from './official.ts';

const diagnoses = orderText(someDiagnoses);

describe('a release is installed', () => {
  it('from a zip, whatever the names and folders in it', async () => {
    const folder = temporaryFolder();
    const zip = await zipped({
      '2041 Code Descriptions/readme.pdf': 'not read',
      '2041 Code Descriptions/icd10cm-codes- 2041.txt': 'A000    Cholera\r\nA009    Cholera\r\n',
      '2041 Code Descriptions/icd10cm-order-addenda.txt':
        'Add:         1 A009    Cholera, unspecified\r\n',
      '2041 Code Descriptions/icd10cm-order- 2041.txt': diagnoses,
    });
    expect(await installing(downloaded(zip, 'renamed.bin'), folder)).toEqual({
      codeSet: 'icd-10-cm',
      release: unknownRelease,
      billable: 10,
      entries: 20,
      leftOut: 0,
      replaced: false,
    });
    expect(readdirSync(folder)).toEqual([`icd-10-cm.${unknownRelease}.db`]);
  });

  it('from the text file alone; the same once more takes its place', async () => {
    const folder = temporaryFolder();
    const file = downloaded(orderText(someProcedures));
    expect(await installing(file, folder)).toMatchObject({ codeSet: 'icd-10-pcs', billable: 3 });
    expect(await installing(file, folder)).toMatchObject({ replaced: true });
  });

  it('with accents, in whichever encoding the issuer wrote', async () => {
    const text = diagnoses.replace(/Merkel cell carcinoma of lip\r/, 'Ménière’s carcinoma\r');
    for (const bytes of [Buffer.from(text), Buffer.from(text.replace('’', "'"), 'latin1')]) {
      const folder = temporaryFolder();
      await installing(downloaded(bytes), folder);
      const catalog = openCatalog(folder);
      const long = catalog.book('icd-10-cm', unknownRelease)?.entry('C4A0')?.long;
      catalog.close();
      expect(long).toMatch(/^Ménière[’']s carcinoma$/);
    }
  });

  it('of HCPCS Level II: without dental codes, and with those that ended marked', async () => {
    const folder = temporaryFolder();
    const text = `***Disclaimers\t\r\n\r\n${hcpcsText([
      ...someSupplies.slice(0, 2),
      ['D0001', 'A dental service', '20200101'],
      ['P3', 'A physical status', '20200101'],
      ...someSupplies.slice(2),
    ])}`;
    const done = await installing(downloaded(text), folder, { release: 'CY2026-q3' });
    expect(done).toMatchObject({
      codeSet: 'hcpcs-level-ii',
      billable: 3,
      entries: 5,
      leftOut: 2,
    });
    const catalog = openCatalog(folder);
    const book = catalog.book('hcpcs-level-ii', 'CY2026-q3');
    expect(book?.entry('D0001')).toBeUndefined();
    expect(book?.entry('A0021')).toMatchObject({ billable: false, lastDay: '2019-12-31' });
    expect(book?.entry('J0131')).toMatchObject({ billable: true, lastDay: '2030-12-31' });
    expect(book?.entry('LT')).toMatchObject({ modifier: true, added: '1986-01-01' });
    expect(book?.entry('E0114')?.long).toBe(
      'Crutches underarm, other than wood, adjustable or fixed, pair, with pads, tips and handgrips',
    );
    catalog.close();
  });
});

describe('what is no whole official file changes nothing, and is told in a sentence:', () => {
  const folderOf = (file: string) => dirname(file);
  const refused = async (
    file: string,
    more: Parameters<typeof installing>[2] = {},
  ): Promise<string> => {
    const folder = temporaryFolder();
    await installing(downloaded(diagnoses), folder);
    const installed = join(folder, `icd-10-cm.${unknownRelease}.db`);
    const before = readFileSync(installed);
    const beside = existsSync(folderOf(file)) ? readdirSync(folderOf(file)) : [];
    const why = await installing(file, folder, more).then(
      () => 'It was installed.',
      (error: Error) => `${error.name}: ${error.message}`,
    );
    expect(readdirSync(folder)).toEqual([`icd-10-cm.${unknownRelease}.db`]);
    expect(readFileSync(installed).equals(before)).toBe(true);
    expect(existsSync(folderOf(file)) ? readdirSync(folderOf(file)) : []).toEqual(beside);
    return why;
  };

  it('a file that is not there, or empty, or a folder', async () => {
    expect(await refused('/nowhere/order.zip')).toMatch(
      /^InstallError: There is no file \/nowhere/,
    );
    expect(await refused(downloaded(''))).toMatch('is empty. Download it again.');
    expect(await refused(temporaryFolder())).toMatch('is no file. Give the path of the zip');
  });

  it('a zip that was cut off, one that is damaged inside, a web page', async () => {
    const zip = await zipped({ 'order.txt': diagnoses });
    expect(await refused(downloaded(zip.slice(0, zip.length / 2)))).toMatch('not a whole zip file');
    const damaged = Uint8Array.from(zip);
    damaged.set([1, 2, 3, 4], 80);
    expect(await refused(downloaded(damaged))).toMatch('not a whole zip file');
    expect(await refused(downloaded('<!doctype html>\n<title>CMS</title>\n'))).toMatch(
      'no file with codes',
    );
  });

  it('a text that was cut off: lines missing inside or at the end, or half a line', async () => {
    const lines = diagnoses.split('\r\n');
    const without = [...lines.slice(0, 5), ...lines.slice(6)].join('\r\n');
    expect(await refused(downloaded(without))).toMatch('lines missing: number 00006');
    const begun = lines.slice(0, 12).join('\r\n');
    expect(await refused(downloaded(begun))).toMatch('is not whole: it goes from A00 to S52.');
    const half = `${lines.slice(0, 12).join('\r\n')}\r\n00013 S525`;
    expect(await refused(downloaded(half))).toMatch('line 13 is not in the columns');
  });

  it('columns that are shifted, flags that are none, a code twice', async () => {
    const shifted = diagnoses.replace(/^00007 /m, '00007  ');
    expect(await refused(downloaded(shifted))).toMatch('line 7 is not in the columns');
    const flag = diagnoses.replace(/^(00009 E119 {4})1/m, '$12');
    expect(await refused(downloaded(flag))).toMatch('line 9 is not in the columns');
    const twice = diagnoses.replace('00003 A009', '00003 A000');
    expect(await refused(downloaded(twice))).toMatch('holds A000 twice');
  });

  it('the codes file, an addendum, two order files, another set than was said', async () => {
    const codes = 'A000    Cholera due to Vibrio\r\nA009    Cholera, unspecified\r\n';
    expect(await refused(downloaded(codes))).toMatch('neither headers nor short titles');
    const addendum = 'Add:         1 A009    Cholera, unspecified\r\n';
    expect(await refused(downloaded(addendum))).toMatch('says only what changed');
    const two = await zipped({ 'a.txt': diagnoses, 'b.txt': diagnoses });
    expect(await refused(downloaded(two))).toMatch('two files of codes, a.txt and b.txt');
    const set = { codeSet: 'icd-10-pcs' } as const;
    expect(await refused(downloaded(diagnoses), set)).toMatch('holds icd-10-cm, not icd-10-pcs');
  });

  it('a name that is none of a release, or of another kind of year', async () => {
    const file = downloaded(diagnoses);
    expect(await refused(file, { release: '2026' })).toMatch('“2026” is no name of a release');
    expect(await refused(file, { release: 'CY2026-q3' })).toMatch('belong to a fiscal year');
    const supplies = downloaded(hcpcsText(someSupplies));
    expect(await refused(supplies)).toMatch('quarters of a calendar year');
  });

  it('another release than was said, by what the calendar knows', async () => {
    const calendar = realContent().codeSets;
    const file = downloaded(diagnoses);
    expect(await refused(file, { calendar, release: 'FY2026-october' })).toMatch(
      'The file holds 10 billable codes, and FY2026-october has 74,719: it is another release.',
    );
    const supplies = downloaded(hcpcsText(someSupplies));
    expect(await refused(supplies, { calendar, release: 'CY2026-q4' })).toMatch(
      'The latest change in the file is of 2026-07-01, and CY2026-q4 takes effect on 2026-10-01: it is another release of HCPCS Level II. That is CY2026-q3.',
    );
    const folder = temporaryFolder();
    const sure = { calendar, release: 'FY2026-october', anyway: true };
    expect(await installing(file, folder, sure)).toMatchObject({ billable: 10 });
  });

  it('a bomb, which is never unpacked', async () => {
    const bomb = await zipped({ 'icd10cm-order.txt': ' '.repeat(20_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(downloaded(bomb))).toMatch('would unpack to 20 MB');
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.txt`, 'A']));
    expect(await refused(downloaded(await zipped(many)))).toMatch('more than 200 files');
    expect(await refused(downloaded('A'.repeat(5000)))).toMatch('lines that are too long');
  });

  it('a password; names that lead elsewhere lead nowhere', async () => {
    const locked = await zipped({ 'order.txt': diagnoses }, 'secret');
    expect(await refused(downloaded(locked))).toMatch(/password/);
    const tricks = await zipped({ '../../outside.txt': 'nothing', '/etc/\x1b[2Jx.txt': 'nothing' });
    const why = await refused(downloaded(tricks));
    expect(why).toMatch('names that lead out of their folder');
    expect(existsSync(join(temporaryFolder(), '../../outside.txt'))).toBe(false);
  });
});
