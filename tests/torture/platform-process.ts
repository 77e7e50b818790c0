// The process that plays a platform. It owns the ledger: what the bot believes to have sent is of no
// account. Told what to do by its parent over IPC.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seeded } from '../../src/core/seeded.ts';
import { discordRefusals, makeFakeDiscord } from './fake-discord.ts';
import { makeFakeSlack, slackRefusals } from './fake-slack.ts';
import { type Faults, makeMistreating } from './faults.ts';
import { type Entry, makeLedger } from './ledger.ts';

export interface Told {
  readonly platform: 'discord' | 'slack';
  readonly seed: number;
  readonly faults: Faults;
  readonly remembersFor: number;
}

/** What it says: where it listens, and what it is asked for. */
export type Said =
  | { readonly kind: 'here'; readonly origin: string }
  | { readonly kind: 'request' }
  | { readonly kind: 'ledger'; readonly entries: readonly Entry[] };

const told = JSON.parse(process.argv[2] ?? '') as Told;
const isDiscord = told.platform === 'discord';
let last = 0;
const nextId = () => {
  last += 1;
  return isDiscord
    ? String(4_000_000_000_000_000_000n + BigInt(last))
    : `${1_700_000_000 + last}.0`;
};
const ledger = makeLedger({ nextId, remembersFor: told.remembersFor });
const refusals = isDiscord ? discordRefusals : slackRefusals;
const mistreating = makeMistreating(told.faults, seeded(told.seed), refusals);
const server = createServer();
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const discord = makeFakeDiscord(origin, ledger, mistreating);
const slack = makeFakeSlack(origin, ledger, mistreating);

server.on('request', (request, response) => {
  bodyOf(request).then(
    (body) => {
      if (isDiscord) discord.answer(request, response, body === '' ? {} : JSON.parse(body));
      else slack.answer(request, response, body);
    },
    // Whoever asked died while asking.
    () => {},
  );
});
server.on('upgrade', (request, socket, head) => {
  socket.on('error', () => {});
  if (isDiscord) discord.gateway.upgrade(request, socket);
  else slack.upgrade(request, socket, head);
});
server.listen(0, '127.0.0.1', () => say({ kind: 'here', origin: origin() }));
process.on('message', (asked) => {
  if (asked === 'next request') mistreating.onNext(() => say({ kind: 'request' }));
  else say({ kind: 'ledger', entries: ledger.entries });
});
process.on('disconnect', () => process.exit());

function say(said: Said): void {
  process.send?.(said);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
