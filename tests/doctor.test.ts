import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { TokenCheck } from '../src/bot/platform.ts';
import { examine, report } from '../src/doctor.ts';
import { checkDiscord } from '../src/platforms/discord/check.ts';
import { checkSlack } from '../src/platforms/slack/check.ts';
import { scopes } from '../src/platforms/slack/tell.ts';
import { backUp } from '../src/store/backup.ts';
import { openLocalDiscord } from './fixtures/discord/local-discord.ts';
import { goodToken } from './fixtures/discord/names.ts';
import { botToken, startFakeSlack } from './platforms/slack/fake-slack.ts';
import { type Files, temporaryFiles, usedFiles } from './store/temporary-store.ts';

const now = Temporal.Now.instant();

function reportOf(
  files: Files,
  tokens: Readonly<Record<string, TokenCheck>> = {},
  at = now,
): string {
  const envFile = join(files.folder, '.env');
  const config = { port: 3000, dataDir: dirname(files.path), keyFile: files.keyFile };
  return report(examine({ config, now: at, envFile, tokens }));
}

test('all is well where it is', async () => {
  const files = await usedFiles();
  backUp(files.path, join(dirname(files.path), 'backups'), now);
  const said = reportOf(files, { DISCORD_TOKEN: { isTaken: true, why: '', date: String(now) } });
  expect(said).toContain('✓ The database is whole');
  expect(said).toContain('✓ DISCORD_TOKEN works.');
  expect(said).toContain('✓ The clock is right.');
  expect(said).toContain('All is well.');
});

test('says what is wrong, and what to do', async () => {
  const files = await usedFiles();
  expect(reportOf(files)).toContain('✗ There is no backup in');
  backUp(files.path, join(dirname(files.path), 'backups'), now);
  expect(reportOf(files, {}, now.add({ hours: 24 * 3 + 1 }))).toContain('is 3 days old');
  rmSync(files.keyFile);
  expect(reportOf(files)).toContain('✗ The key file');
  writeFileSync(files.path, 'no database');
  expect(reportOf(files)).toContain('is damaged or no database at all');
  const wrong = reportOf(files, {
    SLACK_BOT_TOKEN: { isTaken: false, why: 'Slack refuses it' },
    DISCORD_TOKEN: { isTaken: true, why: '', date: String(now.subtract({ minutes: 5 })) },
  });
  expect(wrong).toContain('✗ SLACK_BOT_TOKEN does not work: Slack refuses it.');
  expect(wrong).toContain('✗ The clock is 300 seconds off.');
  expect(wrong).toMatch(/\d of \d need your attention/);
});

test('a DATA_DIR that is no folder', () => {
  const files = temporaryFiles();
  writeFileSync(dirname(files.path), '');
  expect(reportOf(files)).toMatch(/✗ .* cannot be used\. Set DATA_DIR to a folder/);
});

test('tokens that others can read', () => {
  const { folder } = temporaryFiles();
  const envFile = join(folder, '.env');
  writeFileSync(envFile, 'DISCORD_TOKEN=', { mode: 0o644 });
  const config = { port: 3000, dataDir: folder, keyFile: 'none', discord: { token: goodToken } };
  const says = () => report(examine({ config, now, envFile, tokens: {} }));
  expect(says()).toContain(
    `✗ Others can read the tokens in ${envFile}. Run: chmod 600 ${envFile}.`,
  );
  chmodSync(envFile, 0o600);
  expect(says()).not.toContain('Others can read');
});

test('asks Discord whether it takes the token', async () => {
  const local = await openLocalDiscord();
  const { apiUrl } = local;
  expect(await checkDiscord({ token: 'x'.repeat(60), apiUrl })).toMatchObject({
    isTaken: false,
    why: 'Discord refuses it',
  });
  await local.close();
  expect(await checkDiscord({ token: goodToken, apiUrl })).toMatchObject({
    why: 'Discord could not be reached',
  });
});

test('asks Slack whether it takes the token', async () => {
  const fake = await startFakeSlack();
  const { apiUrl } = fake;
  expect(await checkSlack({ botToken, apiUrl })).toMatchObject({ isTaken: true });
  expect(await checkSlack({ botToken: 'xoxb-other', apiUrl })).toMatchObject({ isTaken: false });
  await fake.close();
});

test('names the scopes that Slack did not grant', () => {
  const lacking = scopes.filter((scope) => scope.endsWith(':history'));
  const tokens = { SLACK_BOT_TOKEN: { isTaken: true, why: '', lacking } };
  const config = { port: 3000, dataDir: '.', keyFile: 'none' };
  expect(report(examine({ config, now, envFile: 'none', tokens }))).toContain(
    '✗ SLACK_BOT_TOKEN works, but lacks channels:history, groups:history, im:history',
  );
});
