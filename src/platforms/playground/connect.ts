// The playground as a platform: a page in the browser, and the HTTP interface under it.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TimeMachine } from '../../bot/clock.ts';
import type { Log } from '../../bot/log.ts';
import { noManners, type Platform } from '../../bot/platform.ts';
import { makeTravel } from './clock.ts';
import { makeMessages } from './messages.ts';
import { serve } from './serve.ts';
import { makeStreams } from './stream.ts';
import { playgroundAbilities } from './tell.ts';

export interface PlaygroundOptions {
  /** 0: any that is free. */
  readonly port: number;
  readonly timeMachine: TimeMachine;
  readonly log: Log;
  readonly groupName?: string;
}

export interface Playground extends Platform {
  /** Where it is to be found, once it is started. */
  url(): string;
}

export function playground(options: PlaygroundOptions): Playground {
  const { port, timeMachine, log, groupName = 'Study group' } = options;
  const messages = makeMessages(timeMachine.now);
  const travel = makeTravel(timeMachine, messages);
  const streams = makeStreams(messages);
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 });
  const url = () => `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    name: 'playground',
    abilities: playgroundAbilities,
    manners: noManners,
    url,
    async start(bot) {
      server.on('request', serve({ bot, messages, travel, streams, groupName, log }));
      await listen(server, port);
      log.info('The playground is open.', { url: url() });
    },
    async stop() {
      streams.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    send: async (to, reply, delivery) => messages.send(to, reply, delivery),
    edit: async (at, reply) => messages.edit(at, reply),
    find: async (_to, _reply, key) => messages.sentUnder(key) ?? 'absent',
  };
}

/** 127.0.0.1 alone: there are no passwords here. */
function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
