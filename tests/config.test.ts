import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Config, configOf, readConfig, variables } from '../src/config.ts';

/** In the form of real ones, and of no use to anybody. */
const tokens = {
  DISCORD_TOKEN: 'CANARYxxxxxxxxxxxxxxxxxx.CANARY.xxxxxxxxxxxxxxxxxxxxxxxxxxx',
  SLACK_BOT_TOKEN: 'xoxb-CANARY-1',
  SLACK_APP_TOKEN: 'xapp-CANARY-2',
  SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
};

function refusal(read: () => Config): string {
  try {
    read();
  } catch (error) {
    expect(error).toMatchObject({ name: 'ConfigError' });
    return (error as Error).message;
  }
  throw new Error('Nothing was refused.');
}

describe('the configuration', () => {
  it('without any variable is the playground', () => {
    expect(configOf({})).toEqual({ port: 3000, dataDir: './var', keyFile: './coderounds.key' });
  });

  it('takes an empty value for none, as .env.example has them', () => {
    const empty = Object.fromEntries(Object.keys(variables).map((name) => [name, ' ']));
    expect(configOf(empty)).toEqual(configOf({}));
  });

  it('takes everything that is given', () => {
    const config = configOf({
      ...tokens,
      PORT: '0',
      DATA_DIR: '/srv/coderounds',
      DATA_KEY_FILE: '/etc/coderounds.key',
      OPERATOR_CONTACT: 'Olivia, olivia@example.org',
      DISCORD_GUILD: '123456789012345678',
      DISCORD_API_URL: 'http://127.0.0.1:4000/api',
      SLACK_API_URL: 'http://127.0.0.1:4001/api/',
    });
    expect(config).toEqual({
      port: 0,
      dataDir: '/srv/coderounds',
      keyFile: '/etc/coderounds.key',
      operatorContact: 'Olivia, olivia@example.org',
      discord: {
        token: tokens.DISCORD_TOKEN,
        guild: '123456789012345678',
        apiUrl: 'http://127.0.0.1:4000/api',
      },
      slack: {
        botToken: tokens.SLACK_BOT_TOKEN,
        transport: { kind: 'socket', appToken: tokens.SLACK_APP_TOKEN },
        apiUrl: 'http://127.0.0.1:4001/api/',
      },
    });
  });

  it('takes Slack over HTTP where there is a signing secret and no app token', () => {
    const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET } = tokens;
    const { slack } = configOf({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_PORT: '8080' });
    const signingSecret = tokens.SLACK_SIGNING_SECRET;
    expect(slack?.transport).toEqual({ kind: 'http', signingSecret, port: 8080 });
  });

  it('names every fault in one message, each with where to find the value', () => {
    const message = refusal(() =>
      configOf({
        PORT: 'three thousand',
        SLACK_PORT: '65536',
        DISCORD_TOKEN: 'too-short',
        DISCORD_GUILD: 'my server',
        SLACK_APP_TOKEN: 'xoxb-mixed-up',
        SLACK_SIGNING_SECRET: 'xyz',
        SLACK_API_URL: 'nowhere',
        OPERATOR_CONTACT: 'x'.repeat(201),
        DATA_DIR: '/srv/data',
        DATA_KEY_FILE: '/srv/data/keys/key',
      }),
    );
    expect(message.split('\n')).toEqual([
      'The configuration is not right:',
      expect.stringMatching(/^ {2}PORT must be a number from 0 to 65535\. Port of the playground/),
      expect.stringMatching(/^ {2}OPERATOR_CONTACT must have at most 200 characters\. /),
      expect.stringMatching(/^ {2}DISCORD_TOKEN does not look like a bot token\. discord\.com/),
      expect.stringMatching(/^ {2}DISCORD_GUILD must be the number of a server\. Right-click/),
      expect.stringMatching(/^ {2}SLACK_APP_TOKEN must begin with xapp-\. api\.slack\.com/),
      expect.stringMatching(/^ {2}SLACK_SIGNING_SECRET must be 32 hexadecimal digits\. api\.slack/),
      expect.stringMatching(/^ {2}SLACK_PORT must be a number from 0 to 65535\. /),
      expect.stringMatching(/^ {2}SLACK_API_URL must be an address such as/),
      expect.stringMatching(/^ {2}SLACK_BOT_TOKEN is missing\. api\.slack\.com/),
      expect.stringMatching(/^ {2}DATA_KEY_FILE lies inside DATA_DIR\. /),
    ]);
  });

  it('does not repeat what was given: it may be a token in the wrong place', () => {
    const mixedUp = { ...tokens, SLACK_BOT_TOKEN: tokens.SLACK_APP_TOKEN };
    const wrong = { ...mixedUp, DISCORD_TOKEN: tokens.SLACK_BOT_TOKEN, PORT: 'CANARY' };
    expect(refusal(() => configOf(wrong))).not.toContain('CANARY');
  });

  it('asks for the other half of a platform', () => {
    const { SLACK_BOT_TOKEN } = tokens;
    const slack = refusal(() => configOf({ SLACK_BOT_TOKEN }));
    expect(slack).toMatch(/SLACK_APP_TOKEN is missing.*\(Or SLACK_SIGNING_SECRET, for HTTP\.\)/);
    const discord = refusal(() => configOf({ DISCORD_GUILD: '123456789012345678' }));
    expect(discord).toContain('DISCORD_TOKEN is missing. discord.com/developers');
  });

  it('keeps the key out of the data, also by way of a detour', () => {
    const detour = { DATA_DIR: './var', DATA_KEY_FILE: 'data/../var/key' };
    expect(refusal(() => configOf(detour))).toContain('lies inside');
    expect(refusal(() => configOf({ DATA_DIR: '.' }))).toContain('lies inside');
    const beside = { DATA_DIR: './var', DATA_KEY_FILE: './variant/key' };
    expect(configOf(beside).keyFile).toBe('./variant/key');
  });
});

describe('.env', () => {
  function envFile(text?: string | Buffer): string {
    const folder = mkdtempSync(join(tmpdir(), 'coderounds-'));
    const before = { ...process.env };
    onTestFinished(() => {
      process.env = before;
      rmSync(folder, { recursive: true });
    });
    for (const name of Object.keys(variables)) delete process.env[name];
    const path = join(folder, '.env');
    if (text !== undefined) writeFileSync(path, text);
    return path;
  }

  it('may be missing', () => {
    expect(readConfig(envFile())).toEqual(configOf({}));
  });

  it('is read; what the environment itself says wins', () => {
    const path = envFile('# a comment\nPORT=4000\nOPERATOR_CONTACT="Olivia # of the chapter"\n');
    process.env.PORT = '5000';
    const config = readConfig(path);
    expect(config).toMatchObject({ port: 5000, operatorContact: 'Olivia # of the chapter' });
  });

  it('may hold other things; a line of ours that is not NAME=value is named', () => {
    const other = envFile('SOMETHING: else\n# PORT is left alone\nexport PORT=4000\n');
    expect(readConfig(other).port).toBe(4000);
    for (const line of ['DISCORD_TOKEN: abc', 'DISCORD_TOKEN abc', 'export DISCORD_TOKEN'])
      expect(refusal(() => readConfig(envFile(`PORT=1\n${line}\n`)))).toMatch(
        /^In .*\.env the line of DISCORD_TOKEN must read DISCORD_TOKEN=value\.$/,
      );
  });

  it('in another encoding is told so', () => {
    const inUtf16 = Buffer.from('\uFEFFPORT=4000\n', 'utf16le');
    expect(refusal(() => readConfig(envFile(inUtf16)))).toMatch(/\.env is not UTF-8 text/);
    const inLatin1 = Buffer.from('OPERATOR_CONTACT=Zoë\n', 'latin1');
    expect(refusal(() => readConfig(envFile(inLatin1)))).toMatch(/\.env is not UTF-8 text/);
    expect(readConfig(envFile('\uFEFFPORT=4000\n')).port).toBe(4000);
  });

  it('that cannot be read is named', () => {
    const path = envFile();
    mkdirSync(path);
    expect(refusal(() => readConfig(path))).toMatch(
      /The file .*\.env cannot be read \(EISDIR\)\. M/,
    );
  });
});
