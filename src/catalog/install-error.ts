/** What an operator can mend, in one sentence or two: what is wrong with the file, what to do. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
}
