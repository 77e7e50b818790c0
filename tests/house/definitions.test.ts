// Everything that can be typed, pressed and filled in fits every platform: the narrowest counts.

import { describe, expect, it } from 'vitest';
import { commandGroups } from '../../commands/index.ts';
import { limits } from '../../src/bot/limits.ts';
import { makeRegistry, pathOf } from '../../src/bot/registry.ts';
import { type Spec, specsOf } from '../../src/bot/shape.ts';
import { definitions } from '../../src/platforms/discord/tell.ts';
import { manifest } from '../../src/platforms/slack/tell.ts';

const name = /^[a-z][a-z0-9_-]*$/;
const commands = [...makeRegistry(commandGroups).commands.values()];
const actions = commandGroups.flatMap((group) => group.actions ?? []);

function expectFits(specs: readonly Spec[]): void {
  for (const spec of specs) {
    expect(spec.name).toMatch(name);
    expect(spec.name.length).toBeLessThanOrEqual(limits.commandName.most);
    expect(spec.label.length).toBeLessThanOrEqual(limits.fieldName.most);
    expect(spec.hint.length).toBeLessThanOrEqual(limits.hint.most);
    expect(spec.hint).not.toBe('');
    expect(spec.choices?.length ?? 0).toBeLessThanOrEqual(limits.choices.most);
    for (const choice of spec.choices ?? []) {
      expect(choice.label.length).toBeLessThanOrEqual(limits.choiceLabel.most);
      expect(choice.value.length).toBeLessThanOrEqual(limits.choiceValue.most);
    }
  }
  expect(new Set(specs.map((spec) => spec.name)).size).toBe(specs.length);
}

describe.each(commandGroups)('/$name', (group) => {
  it('has a name and a sentence that fit', () => {
    expect(group.name).toMatch(name);
    expect(group.name.length).toBeLessThanOrEqual(limits.commandName.most);
    expect(group.summary.length).toBeLessThanOrEqual(limits.hint.most);
  });

  it('is typed alone or with second words, never both', () => {
    const alone = group.commands.filter((command) => command.name === group.name);
    expect(alone.length === 0 || group.commands.length === 1).toBe(true);
    expect(group.commands.length).toBeLessThanOrEqual(limits.subcommands.most);
    expect(new Set(group.commands.map((command) => command.name)).size).toBe(group.commands.length);
  });

  it.each(group.commands)('$name fits as a command and as a form', (command) => {
    const specs = specsOf(command.options);
    expect(command.name).toMatch(name);
    expect(command.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(command.summary.length).toBeLessThanOrEqual(limits.hint.most);
    expectFits(specs);
    expect(specs.length).toBeLessThanOrEqual(limits.options.most);
    if (specs.some((spec) => spec.required))
      expect(specs.length).toBeLessThanOrEqual(limits.formFields.most);
    const title = command.title ?? `/${pathOf(group, command)}`;
    expect(title.length).toBeLessThanOrEqual(limits.formTitle.most);
  });
});

describe('actions', () => {
  it.each(actions)('$id is named after its command and fits a button', (action) => {
    expect(action.id).toMatch(/^[a-z]+\.[a-z][a-z_-]*$/);
    expect(commandGroups.map((group) => group.name)).toContain(action.id.split('.')[0]);
    expectFits(specsOf(action.args));
    const fields = specsOf(action.fields ?? {});
    expectFits(fields);
    expect(fields.length).toBeLessThanOrEqual(limits.formFields.most);
  });
});

it('there are not more commands than a platform takes', () => {
  expect(commands.length).toBeGreaterThan(0);
  expect(commandGroups.length).toBeLessThanOrEqual(limits.commands.most);
});

describe('what Discord is told', () => {
  it.each(definitions(commandGroups))('/$name fits', (definition) => {
    expect(charactersIn(definition)).toBeLessThanOrEqual(limits.commandTotal.most);
    const options = definition.options ?? [];
    const required = options.map((option) => 'required' in option && option.required === true);
    expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
  });

  it('names every command', () => {
    expect(
      definitions(commandGroups)
        .map((each) => each.name)
        .sort(),
    ).toEqual(commandGroups.map((group) => group.name).sort());
  });
});

/** Discord counts names, descriptions and the values of choices together. */
function charactersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value)
    .map(([key, field]) =>
      typeof field === 'string' && /^(?:name|description|value)$/.test(key)
        ? field.length
        : charactersIn(field),
    )
    .reduce((sum, count) => sum + count, 0);
}

describe('what Slack is told', () => {
  const { display_information: about, features } = manifest(commandGroups);
  const slashCommands = features?.slash_commands ?? [];

  /** docs.slack.dev/reference/app-manifest: name 35, description 140, display name 80. */
  it('names the app within its limits', () => {
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description?.length).toBeLessThanOrEqual(140);
    expect(features?.bot_user?.display_name.length).toBeLessThanOrEqual(80);
  });

  /** The same page: 50 commands, each 32, description 2000, hint 1000. */
  it('fits the list of commands', () => {
    expect(slashCommands.length).toBeLessThanOrEqual(50);
    for (const told of slashCommands) {
      expect(told.command).toMatch(/^\/[a-z]{1,31}$/);
      expect(told.description.length).toBeLessThanOrEqual(2000);
      expect(told.usage_hint?.length ?? 0).toBeLessThanOrEqual(1000);
    }
  });
});
