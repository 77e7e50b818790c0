// Receives what Slack sends over HTTP, for those who have a public address: signed, or refused.

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../bot/log.ts';
import { StartError } from '../../bot/start-error.ts';
import type { Transport } from './transport.ts';
import { quietLogger } from './web.ts';

export interface HttpOptions {
  readonly signingSecret: string;
  readonly port: number;
  /** Left out: every address of the machine. */
  readonly host?: string | undefined;
  readonly log: Log;
}

const path = '/slack/events';
const goodbye = 2_000;
/** Slack's own payloads stay far below. */
const mostBytes = 1_000_000;

export function makeHttp({ signingSecret, port, host, log }: HttpOptions): Transport {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [path],
    logger: quietLogger(log),
    bodyLimit: mostBytes,
  });
  onlyObjects(receiver);
  let server: Server | undefined;
  return {
    receiver,
    connection: () => server,
    async open() {
      try {
        server = await receiver.start({ port, ...(host && { host }) });
      } catch (error) {
        throw portError(error, port);
      }
      const address = server.address();
      const opened = typeof address === 'object' && address ? address.port : port;
      return { transport: 'HTTP', port: opened };
    },
    async close() {
      if (!server) return;
      const open = server;
      server = undefined;
      const timer = setTimeout(() => open.closeAllConnections(), goodbye);
      await receiver.stop().finally(() => clearTimeout(timer));
    },
  };
}

function portError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartError(
      `The port ${port} is in use. Set SLACK_PORT to a free one, or stop what uses it.`,
    );
  if (code === 'EACCES')
    return new StartError(`The port ${port} may not be used. Set SLACK_PORT above 1023.`);
  return error;
}

/**
 * Bolt reads a signed body such as `null` outside of every handler, and the process ends: what is
 * no object is turned away first. What was read is kept, so that Bolt checks its signature.
 */
function onlyObjects(receiver: HTTPReceiver): void {
  const listen = receiver.requestListener;
  receiver.requestListener = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST' || request.url !== path) return turnAway(response, 404);
    HTTPModuleFunctions.bufferIncomingMessage(request, mostBytes).then(
      (read) => {
        if (isObject(read)) listen(read as unknown as IncomingMessage, response);
        else turnAway(response, 400);
      },
      () => turnAway(response, 413),
    );
  };
}

const turnAway = HTTPModuleFunctions.buildNoBodyResponse;

function isObject(
  request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0],
): boolean {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return typeof body === 'object' && body !== null;
  } catch {
    return false;
  }
}
