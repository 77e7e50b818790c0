// The four processes under measurement: Coderounds and a bare bot, on Discord and on Slack.

import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { goodToken } from '../../fixtures/discord/names.ts';
import { openDiscordServer } from './discord-server.ts';
import { type MeasuredProcess, type Starting, startProcess } from './measured-process.ts';
import { botToken, openSlackServer, signingSecret } from './slack-server.ts';
import { coder, echoed, type Person } from './talk.ts';

/** One bot on a server of its own. Nothing runs until `start`. */
export interface Side {
  /** Started anew, with what it kept before; `firstAnswer` is when it answered `/help`. */
  start(reporter: boolean): Promise<Started>;
  close(): Promise<void>;
}

export interface Started {
  readonly process: MeasuredProcess;
  /** Milliseconds from the start of the process to its first answer. */
  readonly firstAnswer: number;
  /** Somebody whom the bot has never met. */
  newPerson(): Person;
}

export type SideName = 'bot' | 'floor';
export type MakeSide = (name: SideName, stateIn: string) => Promise<Side>;

const bot = join(import.meta.dirname, '../../../src/start.js');
const bareDiscord = join(import.meta.dirname, 'bare-discord.js');
const bareSlack = join(import.meta.dirname, 'bare-slack.js');

export async function discordSide(name: SideName, stateIn: string): Promise<Side> {
  const server = await openDiscordServer();
  const env = { DISCORD_TOKEN: goodToken, DISCORD_API_URL: server.apiUrl };
  const starting = {
    bot: { script: bot, env },
    floor: { script: bareDiscord, args: [server.apiUrl, goodToken] },
  };
  const nextId = counter(1_000_000_000_000_000_000n);
  return makeSide(name, stateIn, starting[name], {
    person: () => server.person(nextId()),
    isUp: () => server.welcomed(),
    close: () => server.close(),
  });
}

export async function slackSide(name: SideName, stateIn: string): Promise<Side> {
  const server = await openSlackServer();
  const env = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: server.apiUrl,
    SLACK_PORT: '0',
  };
  const starting = {
    bot: { script: bot, env },
    floor: { script: bareSlack, args: [server.apiUrl, botToken, signingSecret] },
  };
  const nextId = counter(0n);
  return makeSide(name, stateIn, starting[name], {
    person: () => server.person(`U${nextId()}`),
    async isUp(process) {
      server.botPort = Number(await process.said(/"port":(\d+)/));
    },
    close: () => server.close(),
  });
}

const folders = new Set<string>();
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Around {
  person(): Parameters<typeof coder>[0];
  /** Resolves when the process can be talked to. */
  isUp(process: MeasuredProcess): Promise<void>;
  close(): Promise<void>;
}

type What = Pick<Starting, 'script' | 'args' | 'env'>;

function makeSide(name: SideName, stateIn: string, what: What, around: Around): Side {
  const folder = mkdtempSync(join(stateIn, 'coderounds-bench-'));
  folders.add(folder);
  const newPerson = () => (name === 'bot' ? coder : echoed)(around.person());
  const env = {
    ...what.env,
    DATA_DIR: join(folder, 'var'),
    DATA_KEY_FILE: join(folder, 'coderounds.key'),
  };
  let current: MeasuredProcess | undefined;
  return {
    async start(reporter) {
      const started = startProcess({ ...what, env, folder, reporter });
      current = started;
      await Promise.race([around.isUp(started), started.ended]);
      await Promise.race([newPerson().help(), started.ended]);
      return { process: started, firstAnswer: performance.now() - started.startedAt, newPerson };
    },
    async close() {
      await current?.stop();
      await around.close();
      rmSync(folder, { recursive: true, force: true });
      folders.delete(folder);
    },
  };
}

function counter(from: bigint): () => string {
  let last = from;
  return () => {
    last += 1n;
    return String(last);
  };
}
