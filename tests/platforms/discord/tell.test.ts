import { describe, expect, test } from 'vitest';
import { commandGroups } from '../../../commands/index.ts';
import { type CommandGroup, command } from '../../../src/bot/command.ts';
import { md } from '../../../src/bot/markdown.ts';
import { abilities } from '../../../src/bot/platform.ts';
import { say } from '../../../src/bot/reply.ts';
import { number } from '../../../src/bot/shape.ts';
import { definitions, discordAbilities } from '../../../src/platforms/discord/tell.ts';
import { makeProbes } from '../../contracts/probes.ts';
import { problemsOfCommands } from '../../fixtures/discord/house-rules.ts';
import { readDescription } from '../../fixtures/discord/openapi.ts';

function objections(groups: readonly CommandGroup[], scope?: 'server'): readonly string[] {
  const body = definitions(groups, scope);
  const route = scope ? '/applications/1/guilds/2/commands' : '/applications/1/commands';
  return [
    ...problemsOfCommands(body as never),
    ...(readDescription()?.request('PUT', route, body) ?? []),
  ];
}

const probe = makeProbes().group;

describe('the definitions of our commands', () => {
  test('Discord takes them as they are, everywhere and in one server', () => {
    expect(objections([...commandGroups, probe])).toEqual([]);
    expect(objections([...commandGroups, probe], 'server')).toEqual([]);
  });

  test('options have the types, ranges, lengths and choices of their shapes', () => {
    const [told] = definitions([probe]);
    const echo = told?.options?.find(({ name }) => name === 'echo');
    const options = echo && 'options' in echo ? echo.options : [];
    expect(options).toMatchObject([
      { name: 'title', type: 3, required: true, min_length: 1, max_length: 6000 },
      { name: 'pages', type: 4, required: false, min_value: 1, max_value: 500 },
      { name: 'credits', type: 10, min_value: 0, max_value: 40 },
      { name: 'done', type: 5 },
      { name: 'on', type: 3 },
      { name: 'level', type: 3, choices: [{ name: 'Starter', value: 'starter' }, {}, {}] },
      { name: 'who', type: 6 },
      { name: 'where', type: 7 },
      { name: 'rank', type: 8 },
      { name: 'paper', type: 11 },
    ]);
    const suggest = told?.options?.find(({ name }) => name === 'suggest');
    expect(suggest).toMatchObject({ options: [{ name: 'modifier', autocomplete: true }] });
  });

  test('a group of one command of its own name has no second word', () => {
    const alone = command({
      name: 'credits',
      summary: 'Counts credits',
      options: { optional: number('A').optional(), needed: number('B') },
      run: () => say(md`Done`),
    });
    const [told] = definitions([{ name: 'credits', summary: 'Credits', commands: [alone] }]);
    expect(told?.options).toMatchObject([{ name: 'needed' }, { name: 'optional' }]);
  });

  test('commands can be typed in direct messages too', () => {
    expect(definitions([probe])[0]).toMatchObject({ contexts: [0, 1], integration_types: [0] });
    expect(definitions([probe], 'server')[0]).not.toHaveProperty('contexts');
  });

  test("organizers' commands are hidden from those who may not manage the server", () => {
    const officers = probe.commands.filter(({ audience }) => audience === 'organizer');
    const group = { name: 'officers', summary: 'For organizers', commands: officers };
    const [hidden, shown] = definitions([group, probe]);
    expect(hidden?.default_member_permissions).toBe('32');
    expect(shown).not.toHaveProperty('default_member_permissions');
  });
});

test('what Discord cannot do has a reason', () => {
  expect(Object.keys(discordAbilities).sort()).toEqual(Object.keys(abilities).sort());
  const reasons = Object.values(discordAbilities).filter((can) => can !== true);
  for (const reason of reasons) expect(reason).toMatch(/^Discord .{20,}/);
});
