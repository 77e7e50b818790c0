// Installs a release from the issuer's file: all of it, or nothing.

import { renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { CodeSet } from '../core/calendar/code-set.ts';
import { type InstallableSet, installableSets } from '../core/codes/code-entry.ts';
import { effectiveOf } from '../core/codes/release-id.ts';
import { buildReleaseFile, countBillable } from './build.ts';
import { makeFolder, releaseFiles, releasePath } from './folder.ts';
import { InstallError } from './install-error.ts';
import { withOfficialFile } from './official-file.ts';
import { readCodes } from './read-codes.ts';
import { recognise } from './recognise.ts';
import { whyAnotherRelease } from './right-release.ts';

export interface Installing {
  readonly file: string;
  /** `FY2026-october`. */
  readonly release: string;
  readonly codeSet?: InstallableSet;
  readonly folder: string;
  /** What is known of releases, by which a wrong one is noticed. */
  readonly calendar: readonly CodeSet[];
  /** Takes the operator's word for it where the counts say otherwise. */
  readonly anyway?: boolean;
  readonly onProgress?: (doing: string) => void;
}

export interface Installed {
  readonly codeSet: InstallableSet;
  readonly release: string;
  readonly billable: number;
  readonly entries: number;
  readonly leftOut: number;
  readonly replaced: boolean;
}

export async function install(wanted: Installing): Promise<Installed> {
  const { file, release, folder, onProgress = () => {} } = wanted;
  const effective = effectiveOf(release);
  if (!effective)
    throw new InstallError(
      `“${release}” is no name of a release. Write FY2026-october, FY2026-april or, for HCPCS Level II, CY2026-q3.`,
    );
  return withOfficialFile(file, async (files) => {
    onProgress('Looking for the codes in it');
    const recognised = await recognise(files, basename(file), wanted.codeSet);
    const { codeSet } = recognised;
    if ((codeSet === 'hcpcs-level-ii') !== release.startsWith('CY')) throw wrongYear(codeSet);
    const read = await readCodes(recognised, effective, (lines) =>
      onProgress(`Reading ${recognised.file.name}: ${lines.toLocaleString('en-US')} lines`),
    );
    const counts = { billable: countBillable(read.entries), entries: read.entries.length };
    const why = whyAnotherRelease({ ...wanted, codeSet, effective, counts, latest: read.latest });
    if (why && !wanted.anyway) throw new InstallError(why);
    onProgress('Building the index');
    const replaced = releaseFiles(folder).some(
      (each) => each.codeSet === codeSet && each.release === release,
    );
    const path = releasePath(folder, codeSet, release);
    const building = `${path}.${process.pid}.building`;
    makeFolder(folder);
    try {
      buildReleaseFile(building, {
        codeSet,
        release,
        effective,
        installedOn: Temporal.Now.plainDateISO('UTC'),
        entries: read.entries,
      });
      renameSync(building, path);
    } finally {
      rmSync(building, { force: true });
    }
    return { codeSet, release, ...counts, leftOut: read.leftOut, replaced };
  });
}

function wrongYear(codeSet: InstallableSet): InstallError {
  return new InstallError(
    codeSet === 'hcpcs-level-ii'
      ? 'This is HCPCS Level II, whose releases are quarters of a calendar year: write --release CY2026-q3.'
      : `This is ${installableSets[codeSet]}, whose releases belong to a fiscal year: write --release FY2026-october.`,
  );
}
