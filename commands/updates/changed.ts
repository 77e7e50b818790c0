// What changed with a release, from the files of it and of the one before it.

import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import type { Choice } from '../../src/bot/reply.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { InstalledRelease } from '../../src/catalog/catalog.ts';
import type { Release } from '../../src/core/calendar/releases.ts';
import type { Change, Diff } from '../../src/core/codes/changes.ts';
import { chaptersOf } from '../../src/core/codes/chapters.ts';
import {
  type InstallableSet,
  installableSets,
  isInstallable,
} from '../../src/core/codes/code-entry.ts';
import { typedCode } from '../../src/core/codes/code-shapes.ts';
import { inForce } from '../../src/core/codes/in-force.ts';
import { releaseTyped, sayRelease } from '../../src/core/codes/release-id.ts';
import { wordsOf } from '../../src/core/codes/words.ts';
import { namedSet } from './sets.ts';

export interface Changed extends Diff {
  readonly codeSet: InstallableSet;
  readonly from: InstalledRelease;
  readonly to: InstalledRelease;
  /** The release right before, where it is not installed: its changes are among these. */
  readonly missing?: Release;
  /** What is in force today, where it came after all that is installed. */
  readonly newer?: Release;
}

/** The release, or the latest that has one before it; says what to install where something lacks. */
export async function changedIn(
  codeSet: InstallableSet,
  release: string | undefined,
  ctx: Context,
): Promise<Changed> {
  const { from, to } = neighbours(codeSet, release, ctx);
  const diff = await ctx.catalog.diff(codeSet, from.release, to.release);
  if (!diff) throw new UserError('This release was just removed. Type /updates changes again.');
  const set = ctx.content.codeSets.find(({ id }) => id === codeSet);
  const missing = inForce([from], set, to.effective.subtract({ days: 1 }))?.missing;
  const installed = installedOf(codeSet, ctx);
  const newer = to === installed.at(-1) && inForce(installed, set, await todayOf(ctx))?.missing;
  return { ...diff, codeSet, from, to, ...(missing && { missing }), ...(newer && { newer }) };
}

function neighbours(codeSet: InstallableSet, release: string | undefined, ctx: Context) {
  const name = installableSets[codeSet];
  const installed = installedOf(codeSet, ctx);
  const latest = installed.at(-1);
  if (!latest)
    throw new UserError(
      `${name} is not installed here, so I cannot tell its changes. Whoever runs this bot installs it with npm run codes -- install FILE --release FY2027-october, and the release before it too.`,
    );
  const to = release === undefined ? latest : installed.find(named(release));
  if (!to)
    throw new UserError(
      `${name} “${release}” is not installed here. These are: ${namesOf(installed)}.`,
    );
  const from = installed[installed.indexOf(to) - 1];
  if (from) return { from, to };
  throw new UserError(
    `Of ${name} nothing before ${sayRelease(to.release)} is installed, so there is nothing to compare it with. Whoever runs this bot installs the release before it.`,
  );
}

/** `FY2026-october` as it is installed, or `FY2026` as it is said. */
function named(typed: string) {
  const wanted = typed.trim().toLowerCase();
  return ({ release }: InstalledRelease) =>
    release === releaseTyped(typed) || sayRelease(release).toLowerCase() === wanted;
}

function namesOf(installed: readonly InstalledRelease[]): string {
  return installed.map(({ release }) => sayRelease(release)).join(', ');
}

function installedOf(codeSet: InstallableSet, { catalog }: Context) {
  return catalog.installed.filter((each) => each.codeSet === codeSet);
}

/** As people call it; one that cannot be installed (CPT) is told so. */
export function installableNamed(typed: string, ctx: Context): InstallableSet {
  const { id, name } = namedSet(typed, ctx);
  if (isInstallable(id)) return id;
  throw new UserError(
    `The codes of ${name} are not here, so I cannot list what changes. I have ${Object.values(installableSets).join(', ')}.`,
  );
}

export function suggestReleases(_typed: string, { catalog }: Context): readonly Choice[] {
  const names = catalog.installed.map(({ release }) => sayRelease(release));
  return [...new Set(names)].toReversed().map((name) => ({ label: name, value: name }));
}

export interface Narrowed {
  /** Id of a chapter, a section or a letter. */
  readonly chapter?: string | undefined;
  /** The beginning of a code, or words of a title. */
  readonly search?: string | undefined;
}

export function narrowed(
  changes: readonly Change[],
  { chapter, search }: Narrowed,
): readonly Change[] {
  const code = search === undefined ? undefined : typedCode(search);
  const words = wordsOf(search ?? '');
  return changes.filter(
    (change) =>
      (chapter === undefined || change.chapter === chapter) &&
      (search === undefined ||
        (code !== undefined && change.code.startsWith(code)) ||
        hasWords(change, words)),
  );
}

function hasWords({ before, after }: Change, words: readonly string[]): boolean {
  const titles = wordsOf(`${before?.long ?? ''} ${after?.long ?? ''}`);
  return words.length > 0 && words.every((word) => titles.some((each) => each.startsWith(word)));
}

/** By its number, or words of its title. */
export function chapterNamed(codeSet: InstallableSet, typed: string): string {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:chapter|section)\s+/, '');
  const all = chaptersOf(codeSet);
  const found =
    all.find(({ id }) => id.toLowerCase() === wanted) ??
    all.find(({ title }) => title.toLowerCase().includes(wanted));
  if (found) return found.id;
  throw new UserError(
    `${installableSets[codeSet]} has no chapter “${typed}”. Name its number, such as ${all[0]?.id}, or a word of its title.`,
  );
}
