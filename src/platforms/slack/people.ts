// Who somebody is in the workspace: name, whether they run it, and their conversation with the bot.

import type { Clock } from '../../bot/clock.ts';
import type { From } from '../../bot/event.ts';
import type { Log } from '../../bot/log.ts';
import { codeOf } from './outcomes.ts';
import type { Place } from './read.ts';
import type { Web } from './web.ts';

interface Known {
  readonly name?: string;
  readonly admin: boolean;
}

export interface People {
  from(place: Place): Promise<From>;
  /** The channel of a person's direct messages with the bot. Rejects where Slack refuses. */
  dmOf(user: string): Promise<string>;
  /** Whether nobody but this person and the bot reads there. */
  isDm(place: Place): Promise<boolean>;
}

/** How long somebody who lost the rights of an administrator may keep them here. */
const keptFor = Temporal.Duration.from({ seconds: 60 });
const mostKept = 2_000;
const nobody: Known = { admin: false };

export function makePeople(web: Web, team: string, clock: Clock, log: Log): People {
  const known = new Map<string, { readonly until: Temporal.Instant; who: Promise<Known> }>();
  const dms = new Map<string, string>();
  let mayAsk = true;

  const ask = async (user: string, before: Promise<Known>): Promise<Known> => {
    try {
      const { user: found } = await web.users.info({ user });
      const name = found?.profile?.display_name || found?.real_name || found?.name;
      const isOurs = found?.team_id === undefined || found.team_id === team;
      const admin = isOurs && (found?.is_admin === true || found?.is_owner === true);
      return { admin, ...(name && { name }) };
    } catch (error) {
      if (codeOf(error) !== 'missing_scope') return before;
      mayAsk = false;
      log.warn('Without the scope users:read the bot cannot tell who runs the workspace.');
      return nobody;
    }
  };
  const whoIs = (user: string): Promise<Known> => {
    if (!mayAsk) return Promise.resolve(nobody);
    const now = clock.now();
    const kept = known.get(user);
    if (kept && Temporal.Instant.compare(now, kept.until) < 0) return kept.who;
    const who = ask(user, kept?.who ?? Promise.resolve(nobody));
    keep(known, user, { until: now.add(keptFor), who });
    return who;
  };
  const dmOf = async (user: string): Promise<string> => {
    const found = dms.get(user);
    if (found) return found;
    const { channel } = await web.conversations.open({ users: user });
    if (!channel?.id) throw new Error('Slack opened a conversation without an id.');
    keep(dms, user, channel.id);
    return channel.id;
  };
  /** Two members' own conversation has the same kind of id: only the bot's own one is private. */
  const isDm = async ({ dm, user, channel }: Place): Promise<boolean> => {
    if (dm !== undefined) return dm;
    if (!channel.startsWith('D')) return false;
    return dmOf(user).then(
      (own) => own === channel,
      () => false,
    );
  };
  return {
    dmOf,
    isDm,
    from: async (place) => {
      const [who, dm] = await Promise.all([whoIs(place.user), isDm(place)]);
      return {
        user: {
          id: `slack:${team}/${place.user}`,
          name: who.name ?? place.userName ?? place.user,
        },
        channel: { id: `slack:${team}/${place.channel}`, kind: dm ? 'dm' : 'channel' },
        group: `slack:${team}`,
        admin: who.admin,
      };
    },
  };
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next().value;
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}
