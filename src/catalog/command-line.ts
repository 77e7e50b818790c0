// `npm run codes -- install|list|remove|diff`: what an operator does with the official files.

import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CodeSet } from '../core/calendar/code-set.ts';
import { type ChangeCounts, countChanges, type Diff } from '../core/codes/changes.ts';
import { chaptersOf } from '../core/codes/chapters.ts';
import { type InstallableSet, installableSets, isInstallable } from '../core/codes/code-entry.ts';
import { compareReleases, releaseTyped } from '../core/codes/release-id.ts';
import { releaseFiles } from './folder.ts';
import { install } from './install.ts';
import { InstallError } from './install-error.ts';
import { openCatalog } from './open.ts';

export interface Desk {
  readonly folder: string;
  readonly calendar: readonly CodeSet[];
  readonly print: (line: string) => void;
  /** Shown while something takes its time; the next replaces it. */
  readonly progress: (doing: string) => void;
}

const usage = `npm run codes -- install FILE --release FY2026-october   installs a release from the zip of CMS or CDC
npm run codes -- list                                      says what is installed
npm run codes -- diff FY2025-october FY2026-october        says what changed; --json for programs
npm run codes -- remove FY2023-october                     removes a release
Where it is not ICD-10-CM: --set icd-10-pcs or --set hcpcs-level-ii (releases CY2026-q3).`;

export async function codesCommand(args: readonly string[], desk: Desk): Promise<void> {
  const { values, positionals } = parsed(args);
  const [word, ...given] = positionals;
  const set = values.set === undefined ? undefined : setNamed(values.set);
  switch (word) {
    case 'install':
      return installing(given, { ...values, set }, desk);
    case 'list':
      return list(desk);
    case 'remove':
      return remove(given, set ?? 'icd-10-cm', desk);
    case 'diff':
      return diff(given, set ?? 'icd-10-cm', values.json === true, desk);
    default:
      throw new InstallError(word ? `There is no “codes ${word}”.\n${usage}` : usage);
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        release: { type: 'string' },
        set: { type: 'string' },
        anyway: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new InstallError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

function setNamed(typed: string): InstallableSet {
  if (isInstallable(typed)) return typed;
  throw new InstallError(
    `There is no code set “${typed}” to install. Write one of: ${Object.keys(installableSets).join(', ')}.`,
  );
}

async function installing(
  [file, ...more]: readonly string[],
  values: { release?: string; set: InstallableSet | undefined; anyway?: boolean },
  { folder, calendar, print, progress }: Desk,
): Promise<void> {
  if (!file || more.length > 0 || !values.release)
    throw new InstallError(`Name one file, and the release that it is.\n${usage}`);
  const done = await install({
    file,
    release: releaseTyped(values.release),
    folder,
    calendar,
    onProgress: progress,
    ...(values.set && { codeSet: values.set }),
    ...(values.anyway && { anyway: true }),
  });
  const leftOut = done.leftOut > 0 ? ` ${done.leftOut} that are not public were left out.` : '';
  print(
    `${done.replaced ? 'Installed again' : 'Installed'}: ${nameOf(done)}, ${said(done.billable)} billable codes, ${said(done.entries)} entries.${leftOut} A bot that is running has it already.`,
  );
}

function list({ folder, print }: Desk): void {
  const catalog = openCatalog(folder);
  const files = releaseFiles(folder);
  for (const { codeSet, release } of files) {
    const book = catalog.book(codeSet, release);
    print(
      book
        ? `${codeSet}  ${release}  from ${book.effective}  ${said(book.billable)} billable, ${said(book.entries)} entries`
        : `${codeSet}  ${release}  cannot be read: install it again`,
    );
  }
  if (files.length === 0) print(`No code set is installed.\n${usage}`);
  catalog.close();
}

function remove([typed, ...more]: readonly string[], set: InstallableSet, desk: Desk): void {
  if (!typed || more.length > 0) throw new InstallError(`Name one release.\n${usage}`);
  const found = fileOf(typed, set, desk);
  rmSync(found.path);
  desk.print(`Removed: ${nameOf(found)}.`);
}

async function diff(
  [from, to, ...more]: readonly string[],
  set: InstallableSet,
  asJson: boolean,
  desk: Desk,
): Promise<void> {
  if (!from || !to || more.length > 0)
    throw new InstallError(`Name two releases, the earlier first.\n${usage}`);
  const [earlier, later] = [fileOf(from, set, desk), fileOf(to, set, desk)];
  if (compareReleases(earlier.release, later.release) >= 0)
    throw new InstallError(`${to} does not come after ${from}: name the earlier release first.`);
  const catalog = openCatalog(desk.folder);
  try {
    const found = await catalog.diff(set, earlier.release, later.release);
    if (!found) throw new InstallError('One of them cannot be read: install it again.');
    desk.print(asJson ? jsonOf(set, found) : textOf(set, earlier.release, later.release, found));
  } finally {
    catalog.close();
  }
}

function fileOf(typed: string, set: InstallableSet, { folder }: Desk) {
  const release = releaseTyped(typed);
  const files = releaseFiles(folder).filter(({ codeSet }) => codeSet === set);
  const found = files.find((file) => file.release === release);
  if (found) return found;
  const there = files.map((file) => file.release).join(', ') || 'none';
  throw new InstallError(
    `${installableSets[set]} ${typed} is not installed. Of that set are: ${there}. Another set is named with --set.`,
  );
}

function byChapter(set: InstallableSet, { changes }: Diff) {
  return chaptersOf(set).flatMap(({ id, title }) => {
    const here = changes.filter(({ chapter }) => chapter === id);
    return here.length > 0 ? [{ id, title, counts: countChanges(here) }] : [];
  });
}

function jsonOf(set: InstallableSet, found: Diff): string {
  const chapters = byChapter(set, found).map(({ id, counts }) => [id, counts]);
  const counts = countChanges(found.changes);
  return JSON.stringify({
    ...counts,
    headers: found.headers,
    chapters: Object.fromEntries(chapters),
  });
}

function textOf(set: InstallableSet, from: string, to: string, found: Diff): string {
  const head = `${installableSets[set]}, ${from} to ${to}: ${sayCounts(countChanges(found.changes))}`;
  const chapters = byChapter(set, found).map(
    ({ id, title, counts }) => `  ${id.padStart(2)}  ${title}: ${sayCounts(counts)}`,
  );
  return [head, ...chapters].join('\n');
}

function sayCounts(counts: ChangeCounts): string {
  const { deleted, demoted, retitled } = counts;
  return `${said(counts.new)} new, ${said(counts.removed)} removed (${said(deleted)} deleted, ${said(demoted)} demoted to header), ${said(retitled)} retitled`;
}

function nameOf(release: { readonly codeSet: InstallableSet; readonly release: string }): string {
  return `${installableSets[release.codeSet]} ${release.release}`;
}

function said(count: number): string {
  return count.toLocaleString('en-US');
}
