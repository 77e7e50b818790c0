// The HTTP interface: finds who answers a request, and says in a sentence why one is refused.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bot } from '../../bot/bot.ts';
import type { Log } from '../../bot/log.ts';
import { answer } from './answer.ts';
import { readJson } from './body.ts';
import type { Journey, Travel } from './clock.ts';
import { refuseStrangers, setSafeHeaders } from './guard.ts';
import type { Message, Messages } from './messages.ts';
import { readPageFiles } from './page-files.ts';
import { readAddress, readClockMove, readEvent, readSuggest } from './read.ts';
import { Refusal } from './refusal.ts';
import { renderAnswer, renderMessage } from './render.ts';
import type { Streams } from './stream.ts';
import { dmWith, tellCommands, tellGroup } from './tell.ts';

export interface Parts {
  readonly bot: Bot;
  readonly messages: Messages;
  readonly travel: Travel;
  readonly streams: Streams;
  readonly groupName: string;
  readonly log: Log;
}

interface Ask {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
}
/** Returns what is sent as JSON; nothing, where it has answered by itself. */
type Route = (ask: Ask) => unknown;

export function serve(parts: Parts) {
  const routes = routesOf(parts);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      setSafeHeaders(response);
      refuseStrangers(request);
      const { route, query } = findRoute(routes, request);
      const told = await route({ request, response, query });
      if (told !== undefined) sendJson(response, 200, told);
    } catch (error) {
      refuse(response, error, parts.log);
      request.resume();
    }
  };
}

function routesOf({ bot, messages, travel, streams, groupName }: Parts) {
  const apply = new Map<string, Route>([
    ['GET /api/commands', () => tellCommands(bot)],
    ['GET /api/group', () => tellGroup(groupName)],
    [
      'POST /api/events',
      async ({ request }) =>
        renderAnswer(await answer(readEvent(await readJson(request)), bot, messages)),
    ],
    ['POST /api/suggest', async ({ request }) => bot.suggest(readSuggest(await readJson(request)))],
    ['GET /api/clock', async () => travel.where()],
    [
      'POST /api/clock',
      async ({ request }) => {
        const journey = await travel.move(readClockMove(await readJson(request)));
        streams.tell('clock', { now: journey.now, next: journey.next });
        return renderJourney(journey);
      },
    ],
    ['GET /api/messages', ({ query }) => messages.of(readAddress(query)).map(renderMessage)],
    [
      'GET /api/stream',
      ({ request, response, query }) => streams.open(request, response, wantedBy(query)),
    ],
  ]);
  for (const [path, file] of readPageFiles())
    apply.set(`GET ${path}`, ({ response }) => {
      response.writeHead(200, { 'content-type': file.type }).end(file.content);
    });
  return apply;
}

function findRoute(routes: ReadonlyMap<string, Route>, request: IncomingMessage) {
  const url = URL.parse(request.url ?? '/', 'http://localhost');
  const path = url?.pathname ?? '/';
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = routes.get(`${method} ${path}`);
  if (route && url) return { route, query: url.searchParams };
  const other = ['GET', 'POST'].find((known) => routes.has(`${known} ${path}`));
  if (other) throw new Refusal(405, `${path} is asked with ${other}.`);
  throw new Refusal(404, 'There is nothing here. The page is at /.');
}

function wantedBy(query: URLSearchParams): (message: Message) => boolean {
  if (query.size === 0) return () => true;
  const address = readAddress(query);
  const channel = address.kind === 'dm' ? dmWith(address.user).id : address.channel;
  return (message) => message.channel === channel;
}

function renderJourney({ messages, ...where }: Journey) {
  return { ...where, messages: messages.map(renderMessage) };
}

function sendJson(response: ServerResponse, status: number, told: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(told));
}

function refuse(response: ServerResponse, error: unknown, log: Log): void {
  const known = error instanceof Refusal;
  if (!known) log.error('A request to the playground failed.', {}, error);
  if (response.headersSent) return void response.destroy();
  const sentence = known ? error.message : 'That failed on our side. The log says why.';
  sendJson(response, known ? error.status : 500, { error: sentence });
}
