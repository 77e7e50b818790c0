// Remembers what has been answered: Slack sends an event again when it did not hear us in time.

/** Slack repeats within five minutes; so many fit in them with room to spare. */
const most = 5_000;

/** Says whether this is the first time; the oldest are forgotten. */
export function makeSeen(): (id: string) => boolean {
  const ids = new Set<string>();
  return (id) => {
    if (ids.has(id)) return false;
    ids.add(id);
    const oldest = ids.values().next().value;
    if (ids.size > most && oldest !== undefined) ids.delete(oldest);
    return true;
  };
}
