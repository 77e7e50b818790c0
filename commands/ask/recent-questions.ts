// The last questions, in memory alone, so that Ask a human can pass one on: nothing that is asked is
// written down unless its asker says so.

import type { Context } from '../../src/bot/command.ts';
import { newId } from '../../src/bot/new-id.ts';
import type { UserId } from '../../src/core/ids.ts';

interface Recent {
  readonly user: UserId;
  readonly question: string;
  readonly until: Temporal.Instant;
}

const kept = Temporal.Duration.from({ hours: 1 });
const most = 2000;
const recent = new Map<string, Recent>();

/** Its id, which opens it for its asker alone, for an hour or until a restart. */
export function remember(question: string, { user, now }: Context): string {
  const id = newId();
  recent.set(id, { user: user.id, question, until: now.add(kept) });
  const oldest = recent.keys().next().value;
  if (recent.size > most && oldest !== undefined) recent.delete(oldest);
  return id;
}

export function recall(id: string, { user, now }: Context): string | undefined {
  const found = recent.get(id);
  if (!found || found.user !== user.id) return undefined;
  return Temporal.Instant.compare(now, found.until) < 0 ? found.question : undefined;
}
