// How rooms inside speak to the operator. main.ts passes the one that writes; nothing here does.

/** Names of things, counts and codes; never a token, a message's text or a form's values. */
export type Details = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(message: string, details?: Details): void;
  warn(message: string, details?: Details): void;
  error(message: string, details?: Details, error?: unknown): void;
}
