// Why the store cannot be opened: one sentence that names the thing and the remedy.

export class StoreError extends Error {
  override readonly name = 'StoreError';
}
