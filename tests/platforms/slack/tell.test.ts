import { describe, expect, test } from 'vitest';
import { commandGroups } from '../../../commands/index.ts';
import type { CommandGroup } from '../../../src/bot/command.ts';
import { manifest, reservedWords, scopes } from '../../../src/platforms/slack/tell.ts';

const words = (groups: readonly CommandGroup[]) =>
  (manifest(groups).features?.slash_commands ?? []).map((told) => told.command);

describe('the app manifest', () => {
  test('has /coderounds first, and every command that Slack does not keep for itself', () => {
    const [first, ...others] = words(commandGroups);
    expect(first).toBe('/coderounds');
    const free = commandGroups.filter((group) => !reservedWords.has(group.name));
    expect(others).toEqual(free.map((group) => `/${group.name}`));
    expect(others).not.toContain('/help');
  });

  test('stays within the limits of @slack/web-api’s ManifestSlashCommand', () => {
    const many = Array.from({ length: 70 }, (_, i) => ({
      name: `word-${i}`,
      summary: 'One of many',
      commands: [],
    }));
    expect(words(many)).toHaveLength(50);
    for (const told of manifest(commandGroups).features?.slash_commands ?? []) {
      expect(told.command).toMatch(/^\/[a-z0-9-]{1,31}$/);
      expect(told.description.length).toBeLessThanOrEqual(2000);
      expect(told.usage_hint?.length ?? 0).toBeLessThanOrEqual(1000);
      expect(told.should_escape).toBe(true);
    }
    const { display_information: about } = manifest(commandGroups);
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description?.length).toBeLessThanOrEqual(140);
  });

  test('asks for no more than is used', () => {
    const { oauth_config, settings } = manifest(commandGroups);
    expect(oauth_config?.scopes?.bot).toEqual([...scopes]);
    expect(settings?.event_subscriptions?.bot_events).toEqual(['app_mention', 'message.im']);
    expect([...scopes]).not.toContain('channels:read');
    expect([...scopes]).not.toContain('chat:write.public');
  });

  test('needs no public address with Socket Mode', () => {
    const { settings, features } = manifest(commandGroups);
    expect(settings?.socket_mode_enabled).toBe(true);
    expect(JSON.stringify({ settings, features })).not.toContain('"url"');
    expect(JSON.stringify(settings)).not.toContain('request_url');
  });

  test('names the address everywhere where there is one', () => {
    const url = 'https://coders.example/slack/events';
    const { settings, features } = manifest(commandGroups, { socketMode: false, url });
    expect(settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
    });
    expect(features?.slash_commands?.every((told) => told.url === url)).toBe(true);
  });
});
