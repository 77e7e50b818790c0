// Discord as a platform: starts and stops the gateway, and answers what comes over it.

import { type Client, Routes } from 'discord.js';
import { z } from 'zod';
import type { Bot } from '../../bot/bot.ts';
import { inTime } from '../../bot/in-time.ts';
import type { Log } from '../../bot/log.ts';
import type { Manners, Platform } from '../../bot/platform.ts';
import { makePressed, type Pressed } from '../../bot/pressed.ts';
import { answer } from './answer.ts';
import { makeCalls } from './calls.ts';
import { makeClient, makeDeliveryRest, onInteraction, restOptions } from './client.ts';
import { discordManners, makeDelivery } from './deliver.ts';
import { attachmentHosts } from './files.ts';
import { cannotStart } from './outcomes.ts';
import { readInteraction } from './read.ts';
import { checkSessionsLeft } from './sessions.ts';
import { discordAbilities } from './tell.ts';

export interface DiscordOptions {
  readonly token: string;
  readonly log: Log;
  /** Only for tests against a local server; files are then taken from it too. */
  readonly apiUrl?: string;
  /** Only for tests, which are faster. */
  readonly manners?: Partial<Manners>;
}

export function discord(options: DiscordOptions): Platform {
  const { token, log, apiUrl } = options;
  const rest = restOptions(options);
  const client = makeClient(options, rest);
  const deliveries = makeDeliveryRest(rest, token, log);
  const hosts = apiUrl ? [new URL(apiUrl).host] : attachmentHosts;
  const pressed = makePressed();
  const working = new Set<Promise<void>>();
  let isOpen = true;
  return {
    name: 'discord',
    abilities: discordAbilities,
    manners: { ...discordManners, ...options.manners },
    ...makeDelivery(deliveries, log, pressed),
    async start(bot) {
      const take = answering(bot, client, log, hosts, pressed);
      onInteraction(client, (raw) => {
        if (!isOpen) return;
        const work = take(raw).finally(() => working.delete(work));
        working.add(work);
      });
      await connect(client, token, log);
    },
    async stop() {
      isOpen = false;
      await Promise.all([client.destroy(), inTime(Promise.all(working), longestAnswer)]);
      deliveries.clearHandlerSweeper();
      deliveries.clearHashSweeper();
    },
  };
}

/** Answers under way when the bot is stopped are waited for so long. */
const longestAnswer = 5_000;

function answering(bot: Bot, client: Client, log: Log, hosts: readonly string[], pressed: Pressed) {
  const calls = makeCalls(client.rest, () => client.application?.id ?? '');
  return async (raw: unknown): Promise<void> => {
    const interaction = readInteraction(raw, hosts);
    if (interaction?.message) pressed.note(interaction.message.components, interaction.message.at);
    if (interaction) await answer(interaction, { bot, calls, log });
    else log.warn('Discord sent an interaction that cannot be read.');
  };
}

const gatewaySchema = z.object({
  session_start_limit: z.object({ remaining: z.number(), reset_after: z.number() }),
});

/** Other platforms need not wait while Discord is away. */
const longestConnect = 30_000;

async function connect(client: Client, token: string, log: Log): Promise<void> {
  client.rest.setToken(token);
  const gateway = await client.rest.get(Routes.gatewayBot()).catch(cannotStart);
  checkSessionsLeft(gatewaySchema.parse(gateway).session_start_limit);
  const ready = client.login(token).then(() => true);
  const isReady = await inTime(ready, longestConnect).catch(cannotStart);
  if (isReady) return;
  log.warn('Discord: still connecting.');
  ready.catch((error: unknown) => log.error('Discord: connecting failed.', {}, error));
}
