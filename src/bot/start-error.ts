// Why a platform cannot start: a wrong token, a port in use. One sentence that names the remedy.

export class StartError extends Error {
  override readonly name = 'StartError';
}
