// The files of CMS and CDC, where they are beside the project, and made-up ones of the same form.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { onTestFinished } from 'vitest';
import { type Installed, type Installing, install } from '../../src/catalog/install.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';

const folder = join(import.meta.dirname, '../../../shared/cms');

export const whyNot = existsSync(folder)
  ? ''
  : 'The files of CMS and CDC (../shared/cms) are not here';

export function official(path: string): string {
  return join(folder, path);
}

/** A folder that goes when the test is over. */
export function temporaryFolder(): string {
  const made = mkdtempSync(join(fastFolder, 'coderounds-codes-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Code, short and long title; a header where the code ends with `-`. */
export type Line = readonly [code: string, long: string, short?: string];

export const someDiagnoses: readonly Line[] = [
  ['A00-', 'Cholera'],
  ['A000', 'Cholera due to Vibrio cholerae 01, biovar cholerae'],
  ['A009', 'Cholera, unspecified'],
  ['C4A-', 'Merkel cell carcinoma'],
  ['C4A0', 'Merkel cell carcinoma of lip'],
  ['E11-', 'Type 2 diabetes mellitus'],
  ['E116-', 'Type 2 diabetes mellitus with other specified complications'],
  ['E1165', 'Type 2 diabetes mellitus with hyperglycemia'],
  ['E119', 'Type 2 diabetes mellitus without complications'],
  ['I21-', 'Acute myocardial infarction'],
  ['I219', 'Acute myocardial infarction, unspecified'],
  ['S52-', 'Fracture of forearm'],
  ['S525-', 'Fracture of lower end of radius'],
  ['S5250-', 'Unspecified fracture of the lower end of radius'],
  ['S52501-', 'Unspecified fracture of the lower end of right radius'],
  [
    'S52501A',
    'Unspecified fracture of the lower end of right radius, initial encounter for closed fracture',
  ],
  [
    'S52501D',
    'Unspecified fracture of the lower end of right radius, subsequent encounter for closed fracture with routine healing',
  ],
  ['S52501S', 'Unspecified fracture of the lower end of right radius, sequela'],
  ['Z99-', 'Dependence on enabling machines and devices, not elsewhere classified'],
  ['Z993', 'Dependence on wheelchair'],
];

export const someProcedures: readonly Line[] = [
  ['0DT-', 'Gastrointestinal System, Resection'],
  ['0DTJ0ZZ', 'Resection of Appendix, Open Approach'],
  ['0DTJ4ZZ', 'Resection of Appendix, Percutaneous Endoscopic Approach'],
  ['XW0-', 'Anatomical Regions, Introduction'],
  ['XW033E5', 'Introduction of Remdesivir Anti-infective into Peripheral Vein'],
];

export function orderText(lines: readonly Line[]): string {
  return lines
    .map(([written, long, short = long.slice(0, 60)], index) => {
      const code = written.replace('-', '').padEnd(7);
      const flag = written.endsWith('-') ? 0 : 1;
      const number = String(index + 1).padStart(5, '0');
      return `${number} ${code} ${flag} ${short.padEnd(60)} ${long}\r\n`;
    })
    .join('');
}

/** Code or modifier, long title, the day on which it was added, and the last on which it is used. */
export type Record = readonly [code: string, long: string, added: string, last?: string];

export const someSupplies: readonly Record[] = [
  ['LT', 'Left side (used to identify procedures performed on the left side)', '19860101'],
  ['A0021', 'Ambulance service, outside state per mile, transport', '19860101', '20191231'],
  [
    'E0114',
    'Crutches underarm, other than wood, adjustable or fixed, pair, with pads, tips and handgrips',
    '19860101',
  ],
  ['J0131', 'Injection, acetaminophen, 10 mg', '20120101', '20301231'],
  ['V5364', 'Dysphagia screening', '20260701'],
];

export function hcpcsText(records: readonly Record[]): string {
  return records
    .flatMap(([code, long, added, last = '']) => {
      const isModifier = code.length === 2;
      const parts = long.match(/.{1,80}(?:\s|$)/g) ?? [long];
      return parts.map((part, index) => {
        const id = isModifier ? (index === 0 ? '7' : '8') : index === 0 ? '3' : '4';
        const start = `${code.padStart(5)}${String((index + 1) * 100).padStart(5, '0')}${id}`;
        const title = part.trim().padEnd(80);
        if (index > 0) return `${start}${title}`.padEnd(320);
        const short = long.slice(0, 28).padEnd(28);
        const dates = `${added}${added}${last}`;
        return `${`${start}${title}${short}`.padEnd(268)}${dates}`.padEnd(320);
      });
    })
    .map((line) => `${line}\r\n`)
    .join('');
}

/** Writes a file as it would be downloaded. */
export function downloaded(
  text: string | Uint8Array,
  name = 'download.txt',
  folder = temporaryFolder(),
): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

export async function zipped(files: Readonly<{ [name: string]: string }>, password?: string) {
  const zip = new ZipWriter(new Uint8ArrayWriter(), password ? { password } : {});
  for (const [name, text] of Object.entries(files)) await zip.add(name, new TextReader(text));
  return zip.close();
}

/** A release that no calendar knows, so that made-up files may be it. */
export const unknownRelease = 'FY2041-october';

export function installing(
  file: string,
  folder: string,
  more: Partial<Installing> = {},
): Promise<Installed> {
  return install({ file, folder, release: unknownRelease, calendar: [], ...more });
}
