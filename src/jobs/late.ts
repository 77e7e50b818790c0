// Says that a message comes late, and by how much, or perhaps a second time.

import { formatted, md } from '../bot/markdown.ts';
import type { Reply } from '../bot/reply.ts';

const lateAfter = Temporal.Duration.from({ minutes: 10 });

export function isLate(due: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(due.add(lateAfter), now) < 0;
}

export function saidLate(reply: Reply, due: Temporal.Instant, now: Temporal.Instant): Reply {
  const late = roughly(now.since(due));
  const text = md`*This comes ${late} late: the bot could not send it when it was due.*\n\n${formatted(reply.text)}`;
  return { ...reply, text };
}

/** In the unit that people would use: 45 minutes, 3 hours, 2 days. */
function roughly(lateness: Temporal.Duration): string {
  const hours = lateness.total('hours');
  if (hours < 2) return `${Math.round(hours * 60)} minutes`;
  return hours < 48 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`;
}

/** For a message of which nobody can tell whether it arrived before. */
export function saidRepeat(reply: Reply): Reply {
  const text = md`*You may have had this already: the bot could not see whether it arrived.*\n\n${formatted(reply.text)}`;
  return { ...reply, text };
}
