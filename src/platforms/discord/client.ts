// discord.js as we use it: a gateway that hands over interactions raw, and calls without surprises.

import {
  Client,
  DefaultRestOptions,
  Events,
  GatewayDispatchEvents,
  Options,
  REST,
  RESTEvents,
  type RESTOptions,
} from 'discord.js';
import type { Log } from '../../bot/log.ts';
import { pacedIdentify } from './sessions.ts';
import { boundedAgent } from './sockets.ts';
import { StoppableSharding } from './stoppable-sharding.ts';

export interface ClientParts {
  readonly log: Log;
  readonly apiUrl?: string;
  /** How often the traces of answered interactions are cleared away. */
  readonly sweepEvery?: number;
}

/** Well before the 10,000 in ten minutes at which Discord shuts an address out. */
const warnEveryInvalid = 100;

/** Shared by answers and deliveries: one limit of sockets for both. */
export function restOptions({
  apiUrl,
  sweepEvery,
}: Omit<ClientParts, 'log'>): Partial<RESTOptions> {
  return {
    api: apiUrl ?? DefaultRestOptions.api,
    handlerSweepInterval: sweepEvery ?? 60_000,
    invalidRequestWarningInterval: warnEveryInvalid,
    agent: boundedAgent(),
  };
}

/**
 * For the gateway and for answers. Discord does not count answers to interactions against its global
 * limit, but discord.js would: 50 a second. So that limit of its own is lifted here.
 */
export function makeClient(parts: ClientParts, rest: Partial<RESTOptions>): Client {
  const client = new Client({
    intents: [],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(nothingCached),
    rest: { ...rest, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
    ws: {
      buildStrategy: (manager) => new StoppableSharding(manager),
      buildIdentifyThrottler: () => pacedIdentify(parts.log),
    },
  });
  tellLog(client, parts.log);
  return client;
}

/** For messages that nobody asked for just now: one try each, and what came of it is told. */
export function makeDeliveryRest(rest: Partial<RESTOptions>, token: string, log: Log): REST {
  const deliveries = new REST({
    ...rest,
    version: '10',
    retries: 0,
    timeout: 10_000,
    rejectOnRateLimit: () => true,
    // The pace of deliveries keeps well below Discord's own limit.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  });
  warnOfInvalid(deliveries, log);
  return deliveries.setToken(token);
}

/** We read interactions ourselves, so that hardly anything comes here; this keeps it so. */
const nothingCached = {
  GuildMemberManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ThreadManager: 0,
  UserManager: 0,
} as const;

interface Packet {
  t: string | null;
  readonly d: unknown;
}

/**
 * Takes interactions before discord.js reads them: it would keep a user, a member and a channel of
 * each, and throws outside every handler at a malformed one.
 */
export function onInteraction(client: Client, take: (raw: unknown) => void): void {
  client.on('raw', (packet: Packet) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
    packet.t = null;
    take(packet.d);
  });
}

/** An `error` event that nobody listens to would end the process. */
function tellLog(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error('Discord: an error.', {}, error));
  client.on(Events.ShardError, (error) =>
    log.warn('Discord: the connection failed.', { why: error.name }),
  );
  client.on(Events.ShardReconnecting, () => log.info('Discord: connecting again.'));
  client.on(Events.ShardResume, (_, replayed) =>
    log.info('Discord: connected again.', { replayed }),
  );
  client.on(Events.ShardDisconnect, ({ code }) =>
    log.error('Discord closed the connection for good.', { code }),
  );
  warnOfInvalid(client.rest, log);
}

function warnOfInvalid(rest: REST, log: Log): void {
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) =>
    log.error('Discord refuses many of our requests; at 10,000 it shuts us out.', {
      count,
      remainingTime,
    }),
  );
}
