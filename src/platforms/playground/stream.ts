// Server-sent events: each message and each edit as it happens, and where the clock stands.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Message, Messages } from './messages.ts';
import { renderMessage } from './render.ts';

/** So that a listener of an earlier process knows that its revisions mean nothing here. */
const run = crypto.randomUUID().slice(0, 8);
const breath = 25_000;
/** A listener that reads nothing is let go; it comes back by itself and asks for what it missed. */
const mostWaiting = 20_000_000;

export interface Streams {
  open(request: IncomingMessage, response: ServerResponse, wanted: (m: Message) => boolean): void;
  tell(event: string, data: object): void;
  close(): void;
}

export function makeStreams(messages: Messages): Streams {
  const open = new Set<ServerResponse>();
  const breathing = setInterval(() => {
    for (const response of open) response.write(':\n\n');
  }, breath).unref();

  return {
    open(request, response, wanted) {
      const write = (text: string) => {
        if (response.writableLength > mostWaiting) response.destroy();
        else response.write(text);
      };
      const heard = (message: Message) => {
        if (wanted(message)) write(asEvent(message));
      };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      write(`retry: 1000\nevent: hello\ndata: ${JSON.stringify({ run })}\n\n`);
      for (const missed of messages.after(lastHeard(request))) heard(missed);
      const end = messages.listen(heard);
      open.add(response);
      response.on('close', () => {
        end();
        open.delete(response);
      });
    },
    tell(event, data) {
      for (const response of open)
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close() {
      clearInterval(breathing);
      for (const response of open) response.end();
    },
  };
}

function asEvent(message: Message): string {
  const data = JSON.stringify(renderMessage(message));
  return `event: message\nid: ${run}/${message.revision}\ndata: ${data}\n\n`;
}

/** Whoever comes for the first time hears what comes from now on; whoever comes back, the rest. */
function lastHeard(request: IncomingMessage): number {
  const last = request.headers['last-event-id'];
  if (typeof last !== 'string') return Number.POSITIVE_INFINITY;
  const [of, revision] = last.split('/');
  return of === run ? Number(revision) || 0 : 0;
}
