import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { commandGroups } from '../../../commands/index.ts';
import { StartError } from '../../../src/bot/start-error.ts';
import { registerCommands } from '../../../src/platforms/discord/register.ts';
import { makeProbes } from '../../contracts/probes.ts';
import { type LocalDiscord, openLocalDiscord } from '../../fixtures/discord/local-discord.ts';
import { goodToken, guild } from '../../fixtures/discord/names.ts';

const groups = [...commandGroups, makeProbes().group];
const [first] = groups;

let local: LocalDiscord;
beforeEach(async () => {
  local = await openLocalDiscord();
  onTestFinished(() => local.close());
});

const register = (more: Partial<Parameters<typeof registerCommands>[0]> = {}) =>
  registerCommands({ token: goodToken, groups, apiUrl: local.apiUrl, ...more });
const puts = () => local.calls.filter(({ method }) => method === 'PUT').length;

test('tells Discord all commands in one request, and nothing where nothing changed', async () => {
  expect(await register()).toBe(`Told Discord ${groups.length} commands everywhere.`);
  expect(await register()).toBe(
    `Discord knows all ${groups.length} commands everywhere already: nothing to do.`,
  );
  expect(puts()).toBe(1);
  expect(local.problems).toEqual([]);
});

test('sees a change of anything that is told: a summary, an option, a command less', async () => {
  await register();
  const renamed = groups.map((group) =>
    group === first ? { ...group, summary: 'Another' } : group,
  );
  await register({ groups: renamed });
  const shorter = groups.map((group) =>
    group.name === 'probe' ? { ...group, commands: group.commands.slice(1) } : group,
  );
  await register({ groups: shorter });
  await register({ groups: shorter.slice(1) });
  expect(puts()).toBe(4);
});

test('the order in which Discord lists them is no change', async () => {
  await register();
  await register({ groups: groups.toReversed() });
  expect(puts()).toBe(1);
});

test('for one server alone, the others do not see them', async () => {
  expect(await register({ guild })).toBe(
    `Told Discord ${groups.length} commands in the server ${guild}.`,
  );
  await register({ guild });
  expect(puts()).toBe(1);
  expect([...local.commands.keys()]).toEqual([guild]);
  expect(local.problems).toEqual([]);
});

test('with a wrong token says where to get another', async () => {
  await expect(register({ token: 'wrong.wrong.wrong' })).rejects.toThrow(
    /^Discord refuses DISCORD_TOKEN/,
  );
  await expect(register({ token: 'wrong.wrong.wrong' })).rejects.toBeInstanceOf(StartError);
});
