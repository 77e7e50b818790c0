// The three code sets that are measured, installed from the official files, each by its own process.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { official } from '../../catalog/official.ts';

const sets = [
  ['icd10cm/FY2026-october.zip', 'FY2026-october'],
  ['icd10pcs/FY2026-october.zip', 'FY2026-october'],
  ['hcpcs/2019-Alpha-Numeric-HCPCS-File.zip', 'CY2019-q1'],
] as const;

export interface Installing {
  readonly file: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

export function installAll(folder: string): readonly Installing[] {
  return sets.map(([file, release]) => {
    const script = join(import.meta.dirname, 'install-once.ts');
    const run = spawnSync(process.execPath, [script, official(file), release, folder], {
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return { file, ...JSON.parse(run.stdout) };
  });
}
