// The installed code sets, as commands see them. Interfaces only.

/** One code set that an operator installed from its issuer's file. */
export interface InstalledRelease {
  /** `icd-10-cm`, as in data/calendar/. */
  readonly codeSet: string;
  /** `FY2027-october`. */
  readonly release: string;
}

export interface Catalog {
  readonly installed: readonly InstalledRelease[];
}
