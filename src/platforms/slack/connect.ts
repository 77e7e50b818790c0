// Slack, as the rest of the house sees it: start, stop, send, edit.

import { App } from '@slack/bolt';
import type { Clock } from '../../bot/clock.ts';
import type { Log } from '../../bot/log.ts';
import type { Failure, Manners, Platform } from '../../bot/platform.ts';
import { makePressed } from '../../bot/pressed.ts';
import type { Answering } from './answer.ts';
import { type Deliverer, deliver, editDelivered, findDelivered, slackManners } from './deliver.ts';
import { makeHttp } from './http.ts';
import { listen, type Settle } from './listen.ts';
import { makePeople } from './people.ts';
import { makePlaces } from './places.ts';
import { makeSocket } from './socket.ts';
import { makeSpeaker } from './speak.ts';
import { startErrorOf } from './start-errors.ts';
import { slackAbilities } from './tell.ts';
import type { Transport } from './transport.ts';
import { makeWeb, quietLogger, type Web, webOptions } from './web.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly transport:
    | { readonly kind: 'socket'; readonly appToken: string }
    | {
        readonly kind: 'http';
        readonly signingSecret: string;
        readonly port: number;
        readonly host?: string;
      };
  readonly log: Log;
  /** Only for tests against a local server. */
  readonly apiUrl?: string;
  readonly clock?: Clock;
  readonly pace?: Partial<Pace>;
  readonly manners?: Partial<Manners>;
}

/** In milliseconds; tests are faster. */
export interface Pace {
  /** From when on an answer is late. */
  readonly lateAfter: number;
  /** Before the second attempt to connect again. */
  readonly firstWait: number;
  /** How long Slack may take to say hello. */
  readonly patience: number;
}

/** The app, as it is installed in one workspace. */
interface Installed {
  readonly team: string;
  readonly botUser: string;
  readonly botId: string;
}

const realClock: Clock = { now: () => Temporal.Now.instant() };
/** Slack gives three seconds for an answer: half of them. */
const usualPace: Pace = { lateAfter: 1_500, firstWait: 1_000, patience: 10_000 };
const goodbye = 3_000;
const notStarted: Failure = { ok: false, reason: 'retry', detail: 'Slack is not connected yet.' };

export function slack(options: SlackOptions): Platform {
  const { botToken, log, apiUrl, clock = realClock } = options;
  const pace = { ...usualPace, ...options.pace };
  const { lateAfter } = pace;
  const web = makeWeb(botToken, apiUrl);
  const transport = transportOf(options, pace);
  let deliverer: Deliverer | undefined;
  let settle: Settle | undefined;

  return {
    name: 'slack',
    abilities: slackAbilities,
    manners: { ...slackManners, ...options.manners },
    async start(bot) {
      const us = await install(web);
      const people = makePeople(web, us.team, clock, log);
      const downloads = { token: botToken, origins: fileOrigins(apiUrl) };
      const speaker = makeSpeaker(web, people, log);
      const shared = { web, people, pressed: makePressed(), team: us.team, log };
      const parts: Answering = { ...shared, bot, places: makePlaces(), speaker, lateAfter };
      const app = makeApp(options, transport, us);
      settle = listen(app, parts, { ...us, downloads }, transport.connection);
      deliverer = shared;
      log.info('Slack is connected.', await transport.open());
    },
    async stop() {
      await transport.close();
      await settle?.(goodbye);
    },
    send: async (to, reply, delivery) =>
      deliverer ? deliver(deliverer, to, reply, delivery) : notStarted,
    edit: async (at, reply) => (deliverer ? editDelivered(deliverer, at, reply) : notStarted),
    find: async (to, _reply, key) => (deliverer ? findDelivered(deliverer, to, key) : notStarted),
  };
}

function transportOf({ transport, log, apiUrl }: SlackOptions, pace: Pace): Transport {
  return transport.kind === 'socket'
    ? makeSocket({ appToken: transport.appToken, log, apiUrl, ...pace })
    : makeHttp({ ...transport, log });
}

/** Asked once, by our own client: Bolt's asking ends the process where the token is wrong. */
async function install(web: Web): Promise<Installed> {
  try {
    const { team_id: team, user_id: botUser, bot_id: botId } = await web.auth.test();
    if (!team || !botUser || !botId) throw new Error('Slack does not say who we are.');
    return { team, botUser, botId };
  } catch (error) {
    throw startErrorOf(error, 'SLACK_BOT_TOKEN');
  }
}

/** Bolt remembers nothing for us: its own memory of conversations grows without bound. */
function makeApp(
  { botToken, log, apiUrl }: SlackOptions,
  transport: Transport,
  us: Installed,
): App {
  const { botId, botUser } = us;
  return new App({
    receiver: transport.receiver,
    authorize: async () => ({ botToken, botId, botUserId: botUser, teamId: us.team }),
    clientOptions: webOptions(apiUrl),
    logger: quietLogger(log),
    convoStore: false,
  });
}

/** Where members' files may be fetched from with the bot's token. */
function fileOrigins(apiUrl: string | undefined): readonly string[] {
  const local = apiUrl === undefined ? [] : [new URL(apiUrl).origin];
  return ['https://files.slack.com', ...local];
}
