// Reads and checks the environment; the only place that does.

import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const secret = z.string().min(1);

/** Every variable, with where to find its value. `.env.example` is checked against this. */
export const variables = {
  PORT: port.default(3000).describe('Port of the playground on 127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./var').describe('Folder for all that the bot keeps'),
  DATA_KEY_FILE: z
    .string()
    .min(1)
    .default('./coderounds.key')
    .describe('Key of the sealed records, outside DATA_DIR; made at the first start'),
  OPERATOR_CONTACT: z
    .string()
    .min(3)
    .max(200)
    .optional()
    .describe('Whom members write to about their data, shown by /privacy'),
  DISCORD_TOKEN: secret
    .regex(/^[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}$/, 'does not look like a bot token')
    .optional()
    .describe('discord.com/developers/applications > your application > Bot > Reset Token'),
  DISCORD_GUILD: z
    .string()
    .regex(/^\d{15,22}$/, 'must be the number of a server')
    .optional()
    .describe(
      'Right-click the server > Copy Server ID; left empty, commands are registered everywhere',
    ),
  SLACK_BOT_TOKEN: secret
    .regex(/^xoxb-/, 'must begin with xoxb-')
    .optional()
    .describe('api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token'),
  SLACK_APP_TOKEN: secret
    .regex(/^xapp-/, 'must begin with xapp-')
    .optional()
    .describe(
      'api.slack.com/apps > your app > Basic Information > App-Level Tokens (connections:write)',
    ),
  SLACK_SIGNING_SECRET: secret
    .regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits')
    .optional()
    .describe('api.slack.com/apps > your app > Basic Information > Signing Secret (HTTP only)'),
  SLACK_PORT: port.default(3001).describe('Port for Slack over HTTP, where no app token is given'),
  DISCORD_API_URL: z.url().optional().describe('Only for tests against a local server'),
  SLACK_API_URL: z.url().optional().describe('Only for tests against a local server'),
} as const;

const environment = z.object(variables);
type Environment = z.output<typeof environment>;

export interface Config {
  readonly port: number;
  readonly dataDir: string;
  readonly keyFile: string;
  readonly operatorContact?: string;
  readonly discord?: { readonly token: string; readonly guild?: string; readonly apiUrl?: string };
  readonly slack?: {
    readonly botToken: string;
    readonly transport:
      | { readonly kind: 'socket'; readonly appToken: string }
      | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };
    readonly apiUrl?: string;
  };
}

/** Names every variable that is wrong in one message, each with where to find its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads `.env`, if there is one; what the environment itself says wins. */
export function readConfig(): Config {
  if (existsSync('.env')) loadEnvFile('.env');

  return configOf(process.env);
}

/** An empty value counts as none: `.env.example` lists every name. */
export function configOf(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.keys(variables).map((name) => [name, env[name]?.trim() || undefined]);
  const result = environment.safeParse(Object.fromEntries(given));
  const faults = (result.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]) as keyof typeof variables;
    return `${name} ${sentence(issue.message)}. ${variables[name].description}.`;
  });
  if (!result.success) throw faultsError(faults);
  const halves = halfGiven(result.data);
  if (halves.length > 0) throw faultsError(halves);
  return partsOf(result.data);
}

function faultsError(faults: readonly string[]): ConfigError {
  return new ConfigError(
    `The configuration is not right:\n${faults.map((f) => `  ${f}`).join('\n')}`,
  );
}

function sentence(message: string): string {
  return message.replace(/^Invalid input: /, 'is wrong: ').replace(/^Too /, 'is too ');
}

/** A platform needs all of its variables. */
function halfGiven(env: Environment): readonly string[] {
  const says = (name: keyof typeof variables) =>
    `${name} is missing. ${variables[name].description}.`;
  const faults: string[] = [];
  const slackHasTransport = env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET;
  if (slackHasTransport && !env.SLACK_BOT_TOKEN) faults.push(says('SLACK_BOT_TOKEN'));
  if (env.SLACK_BOT_TOKEN && !slackHasTransport)
    faults.push(`${says('SLACK_APP_TOKEN')} (Or SLACK_SIGNING_SECRET, for HTTP.)`);
  if (env.DISCORD_GUILD && !env.DISCORD_TOKEN) faults.push(says('DISCORD_TOKEN'));
  return faults;
}

function partsOf(env: Environment): Config {
  return {
    port: env.PORT,
    dataDir: env.DATA_DIR,
    keyFile: env.DATA_KEY_FILE,
    ...(env.OPERATOR_CONTACT && { operatorContact: env.OPERATOR_CONTACT }),
    ...(env.DISCORD_TOKEN && {
      discord: {
        token: env.DISCORD_TOKEN,
        ...(env.DISCORD_GUILD && { guild: env.DISCORD_GUILD }),
        ...(env.DISCORD_API_URL && { apiUrl: env.DISCORD_API_URL }),
      },
    }),
    ...(env.SLACK_BOT_TOKEN && { slack: slackOf(env, env.SLACK_BOT_TOKEN) }),
  };
}

/** Socket Mode where there is an app token: it needs no public address. */
function slackOf(env: Environment, botToken: string): NonNullable<Config['slack']> {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret = '' } = env;
  return {
    botToken,
    transport: appToken
      ? { kind: 'socket', appToken }
      : { kind: 'http', signingSecret, port: env.SLACK_PORT },
    ...(env.SLACK_API_URL && { apiUrl: env.SLACK_API_URL }),
  };
}
