// Reads and checks the environment; the only place that does.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65535, 'must be a number from 0 to 65535');
const defaults = { dataDir: './var', keyFile: './coderounds.key' };
const address = z.url('must be an address such as http://127.0.0.1:4000').optional();

/** Every variable, with where to find its value. `.env.example` is checked against this. */
export const variables = {
  PORT: port
    .default(3000)
    .describe('Port of the playground on 127.0.0.1; 3000 where nothing is given'),
  DATA_DIR: z
    .string()
    .default(defaults.dataDir)
    .describe('Folder for all that the bot keeps, on a local disk; ./var where nothing is given'),
  DATA_KEY_FILE: z
    .string()
    .default(defaults.keyFile)
    .describe(
      'Key of the sealed records, outside DATA_DIR; made at the first start, by default ./coderounds.key',
    ),
  OPERATOR_CONTACT: z
    .string()
    .max(200, 'must have at most 200 characters')
    .optional()
    .describe('Whom members write to about their data, shown by /privacy'),
  DISCORD_TOKEN: z
    .string()
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
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'must begin with xoxb-')
    .optional()
    .describe('api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token'),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'must begin with xapp-')
    .optional()
    .describe(
      'api.slack.com/apps > your app > Basic Information > App-Level Tokens (connections:write)',
    ),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits')
    .optional()
    .describe('api.slack.com/apps > your app > Basic Information > Signing Secret (HTTP only)'),
  SLACK_PORT: port
    .default(3001)
    .describe('Port for Slack over HTTP, without an app token; 3001 where nothing is given'),
  DISCORD_API_URL: address.describe('Only for tests against a local server'),
  SLACK_API_URL: address.describe('Only for tests against a local server'),
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

export function databaseOf({ dataDir }: Config): string {
  return join(dataDir, 'coderounds.db');
}

/** Names every variable that is wrong in one message, each with where to find its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads `.env`, if there is one; what the environment itself says wins. */
export function readConfig(envFile = '.env'): Config {
  return configOf({ ...readEnvFile(envFile), ...process.env });
}

function readEnvFile(path: string): Readonly<Record<string, string | undefined>> {
  if (!existsSync(path)) return {};
  const text = textOf(path);
  const unread = Object.keys(variables).find((name) =>
    new RegExp(`^\\s*(?:export\\s+)?${name}\\b(?!\\s*=)`, 'm').test(text),
  );
  if (unread) throw new ConfigError(`In ${path} the line of ${unread} must read ${unread}=value.`);
  return parseEnv(text);
}

function textOf(path: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    if (!text.includes('\0')) return text;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (!(error instanceof TypeError))
      throw new ConfigError(
        `The file ${path} cannot be read (${code}). Make it one that the user who runs the bot may read.`,
      );
  }
  throw new ConfigError(`The file ${path} is not UTF-8 text. Save it with that encoding.`);
}

type Given = Readonly<Partial<Record<keyof typeof variables, string>>>;

/** An empty value counts as none: `.env.example` lists every name. */
export function configOf(env: Readonly<Record<string, string | undefined>>): Config {
  const given: Given = Object.fromEntries(
    Object.keys(variables).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const result = environment.safeParse(given);
  const wrong = (result.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]) as keyof typeof variables;
    return `${name} ${issue.message}. ${variables[name].description}.`;
  });
  const faults = [...wrong, ...halfGiven(given), ...keyAmongData(given)];
  if (!result.success || faults.length > 0) throw new ConfigError(allFaults(faults));
  return partsOf(result.data);
}

function allFaults(faults: readonly string[]): string {
  return `The configuration is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`;
}

/** A platform needs all of its variables. */
function halfGiven(given: Given): readonly string[] {
  const says = (name: keyof typeof variables) =>
    `${name} is missing. ${variables[name].description}.`;
  const faults: string[] = [];
  const slackHasTransport = given.SLACK_APP_TOKEN ?? given.SLACK_SIGNING_SECRET;
  if (slackHasTransport && !given.SLACK_BOT_TOKEN) faults.push(says('SLACK_BOT_TOKEN'));
  if (given.SLACK_BOT_TOKEN && !slackHasTransport)
    faults.push(`${says('SLACK_APP_TOKEN')} (Or SLACK_SIGNING_SECRET, for HTTP.)`);
  if (given.DISCORD_GUILD && !given.DISCORD_TOKEN) faults.push(says('DISCORD_TOKEN'));
  return faults;
}

/** A copy of the data must not carry the key that opens it. */
function keyAmongData({ DATA_DIR: folder, DATA_KEY_FILE: file }: Given): readonly string[] {
  const data = resolve(folder ?? defaults.dataDir);
  const isInside = resolve(file ?? defaults.keyFile).startsWith(data + sep);
  return isInside
    ? [`DATA_KEY_FILE lies inside DATA_DIR. ${variables.DATA_KEY_FILE.description}.`]
    : [];
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
