// A code of an installed code set, with what its issuer's file says of it.

/** The code sets that can be installed, by their ids in data/calendar/. */
export const installableSets = {
  'icd-10-cm': 'ICD-10-CM',
  'icd-10-pcs': 'ICD-10-PCS',
  'hcpcs-level-ii': 'HCPCS Level II',
} as const;

export type InstallableSet = keyof typeof installableSets;

export function isInstallable(id: string): id is InstallableSet {
  return Object.hasOwn(installableSets, id);
}

export interface CodeEntry {
  /** Without its dot: `E119`. */
  readonly code: string;
  /** Valid on a claim; a header only groups the codes under it. */
  readonly billable: boolean;
  /** As short as the issuer makes it: at most 60 characters, in HCPCS Level II 28. */
  readonly short: string;
  readonly long: string;
  /** HCPCS Level II keeps codes that end in its file: the last day of service for which to use it. */
  readonly lastDay?: string;
  /** Of two characters, behind a code. HCPCS Level II only. */
  readonly modifier?: true;
}
