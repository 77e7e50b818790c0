// What people see in the end: every message that the fake platform accepted, where and in which words.

export interface Entry {
  readonly id: string;
  readonly channel: string;
  /** Every word of it. */
  readonly text: string;
  /** By which it is found again, as it was sent. */
  readonly mark: unknown;
}

export interface Ledger {
  readonly entries: readonly Entry[];
  /** A nonce that is still known gives the first message back. */
  accept(entry: Omit<Entry, 'id'>, nonce?: string): Entry;
  /** The newest hundred of a channel, newest first. */
  newest(channel: string): readonly Entry[];
}

export function makeLedger(options: {
  readonly nextId: () => string;
  /** Milliseconds for which a nonce is known. */
  readonly remembersFor: number;
}): Ledger {
  const entries: Entry[] = [];
  const byChannel = new Map<string, Entry[]>();
  const byNonce = new Map<string, { readonly entry: Entry; readonly until: number }>();
  return {
    entries,
    accept(given, nonce) {
      const known = nonce === undefined ? undefined : byNonce.get(nonce);
      if (known && performance.now() <= known.until) return known.entry;
      const entry = { id: options.nextId(), ...given };
      entries.push(entry);
      byChannel.set(entry.channel, [entry, ...(byChannel.get(entry.channel) ?? [])]);
      if (nonce !== undefined)
        byNonce.set(nonce, { entry, until: performance.now() + options.remembersFor });
      return entry;
    },
    newest: (channel) => (byChannel.get(channel) ?? []).slice(0, 100),
  };
}

/** All strings under these names, however deep. */
export function textsIn(value: unknown, names: readonly string[]): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' && names.includes(name) ? [inner] : textsIn(inner, names),
  );
}
