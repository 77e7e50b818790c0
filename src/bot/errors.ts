// The one error that a person can mend. Everything else that is thrown is a fault of ours.

/** Its message is the reply: what is wrong, and then what to do. Plain text. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
