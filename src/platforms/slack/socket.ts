// Keeps one Socket Mode connection. The SDK's own reconnecting is off: it gives up for good after a
// short outage of the network, by a rejection that nobody can catch.

import { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../bot/log.ts';
import { codeOf, failureOf } from './outcomes.ts';
import { startErrorOf } from './start-errors.ts';
import type { Transport } from './transport.ts';
import { quietLogger, webOptions } from './web.ts';

export interface SocketOptions {
  readonly appToken: string;
  readonly log: Log;
  readonly apiUrl?: string | undefined;
  /** Milliseconds before the second attempt to connect again; doubled with each, 30 s at most. */
  readonly firstWait: number;
  /** Milliseconds that Slack may take to say hello. */
  readonly patience: number;
}

const longestWait = 30_000;
const goodbye = 1_000;

export function makeSocket(options: SocketOptions): Transport {
  const { appToken, log, apiUrl, firstWait, patience } = options;
  const { logger: _, ...clientOptions } = webOptions(apiUrl);
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quietLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  const { client } = receiver;
  let isConnected = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    try {
      await within(patience, client.start());
      isConnected = true;
    } catch (error) {
      await hangUp(client);
      throw error;
    }
    if (isStopped) await hangUp(client);
  };
  const connectAgain = (attempt: number) => {
    const wait = attempt === 0 ? 0 : Math.min(firstWait * 2 ** (attempt - 1), longestWait);
    timer = setTimeout(() => {
      connect().then(
        () => log.info('Slack is connected again.', { attempts: attempt + 1 }),
        (error: unknown) => {
          log.warn('Slack is not connected.', {
            code: codeOf(error),
            why: failureOf(error).detail,
          });
          if (!isStopped) connectAgain(attempt + 1);
        },
      );
    }, wait);
  };
  client.on('disconnected', () => {
    const wasConnected = isConnected;
    isConnected = false;
    if (wasConnected && !isStopped) connectAgain(0);
  });
  guardMessages(client, log);
  return {
    receiver,
    connection: () => client.websocket,
    async open() {
      await connect().catch((error: unknown) => {
        throw startErrorOf(error, 'SLACK_APP_TOKEN');
      });
      return { transport: 'Socket Mode' };
    },
    async close() {
      isStopped = true;
      clearTimeout(timer);
      await hangUp(client);
    },
  };
}

type Client = SocketModeReceiver['client'];

/** The second call closes hard what did not answer the first. */
async function hangUp(client: Client): Promise<void> {
  if (!client.websocket) return;
  await within(goodbye, client.disconnect())
    .catch(() => within(goodbye, client.disconnect()))
    .catch(() => {});
}

/** The SDK reads messages in a promise that nobody waits for: a malformed one ended the process. */
function guardMessages(client: Client, log: Log): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    for (const read of readers)
      Promise.resolve(read(...message)).catch(() => log.warn('Slack sent what is no message.'));
  });
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('Slack did not answer in time.')), milliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
