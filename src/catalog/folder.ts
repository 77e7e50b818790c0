// Where the installed releases lie: a file each, in DATA_DIR/codes, named by set and release.

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type InstallableSet, isInstallable } from '../core/codes/code-entry.ts';
import { compareReleases, effectiveOf } from '../core/codes/release-id.ts';

const shape = /^(?<codeSet>[a-z0-9-]+)\.(?<release>[A-Z]{2}\d{4}-[a-z0-9]+)\.db$/;

export interface ReleaseFile {
  readonly path: string;
  readonly codeSet: InstallableSet;
  readonly release: string;
}

export function codesFolder(dataDir: string): string {
  return join(dataDir, 'codes');
}

export function releasePath(folder: string, codeSet: InstallableSet, release: string): string {
  return join(folder, `${codeSet}.${release}.db`);
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** By set, in each the earliest first; files of other names are not ours. */
export function releaseFiles(folder: string): readonly ReleaseFile[] {
  return namesIn(folder)
    .flatMap((name) => {
      const { codeSet = '', release = '' } = shape.exec(name)?.groups ?? {};
      return isInstallable(codeSet) && effectiveOf(release)
        ? [{ path: join(folder, name), codeSet, release }]
        : [];
    })
    .sort(
      (a, b) => a.codeSet.localeCompare(b.codeSet, 'en') || compareReleases(a.release, b.release),
    );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
