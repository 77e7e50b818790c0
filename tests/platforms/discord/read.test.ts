import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInteraction } from '../../../src/platforms/discord/read.ts';
import type { Json } from '../../fixtures/discord/house-rules.ts';
import { openDiscord } from '../../fixtures/discord/people.ts';
import { openWorld } from '../../world.ts';

const hosts = ['cdn.discordapp.com'];
const read = (raw: unknown) => readInteraction(raw, hosts);

const maria = { id: '1', username: 'maria', global_name: 'Maria', discriminator: '0' };
const member = { user: maria, nick: 'Maria C.', roles: ['44'], permissions: '2048' };
const around = { id: '9', token: 'secret', channel_id: '31', guild_id: '30', member };
const command = (data: Json) => ({ ...around, type: 2, data: { id: '5', type: 1, ...data } });

describe('an interaction of Discord as an event', () => {
  test('a command says who, where, in which group and with which roles', () => {
    expect(read(command({ name: 'stats' }))).toEqual({
      id: '9',
      token: 'secret',
      event: {
        kind: 'command',
        path: 'stats',
        options: {},
        user: { id: 'discord:1', name: 'Maria C.' },
        channel: { id: 'discord:31', kind: 'channel' },
        group: 'discord:30',
        admin: false,
        roles: ['44'],
      },
    });
  });

  test.each([
    ['Manage Server', 1n << 5n, true],
    ['Administrator', 1n << 3n, true],
    ['everything but those', ~((1n << 5n) | (1n << 3n)) & ((1n << 50n) - 1n), false],
  ])('whoever may %s runs the group: %s', (_, permissions, admin) => {
    const raw = {
      ...command({ name: 'group' }),
      member: { ...member, permissions: `${permissions}` },
    };
    expect(read(raw)?.event.admin).toBe(admin);
  });

  test.each([
    ['Administrator', 1n << 3n, []],
    [
      'all but reading what was said',
      0x3fffffffffffn & ~((1n << 16n) | (1n << 3n)),
      ['Read Message History'],
    ],
  ])('with %s the bot lacks: %s', (_, permissions, lacking) => {
    const raw = { ...command({ name: 'group' }), app_permissions: `${permissions}` };
    expect(read(raw)?.event.channel.lacking).toEqual(lacking);
  });

  test('in direct messages there is no group, and nobody runs it', () => {
    const { guild_id: _, member: __, ...rest } = command({ name: 'stats' });
    const event = read({ ...rest, user: maria, context: 1 })?.event;
    expect(event).toMatchObject({ channel: { kind: 'dm' }, user: { name: 'Maria' } });
    expect(event).not.toHaveProperty('group');
    expect(event).not.toHaveProperty('admin');
  });

  test('a subcommand is the second word; members and channels carry the platform', () => {
    const options = [
      { name: 'who', type: 6, value: '77' },
      { name: 'where', type: 7, value: '31' },
      { name: 'rank', type: 8, value: '44' },
      { name: 'count', type: 4, value: 5 },
    ];
    const event = read(
      command({ name: 'quiz', options: [{ name: 'start', type: 1, options }] }),
    )?.event;
    expect(event).toMatchObject({
      path: 'quiz start',
      options: { who: 'discord:77', where: 'discord:31', rank: '44', count: 5 },
    });
  });

  test('what is typed so far asks for suggestions', () => {
    const options = [
      { name: 'topic', type: 3, value: 'x' },
      { name: 'count', type: 4, value: '1', focused: true },
    ];
    const raw = {
      ...command({ name: 'quiz', options: [{ name: 'start', type: 1, options }] }),
      type: 4,
    };
    expect(read(raw)).toMatchObject({
      isNumeric: true,
      event: { kind: 'suggest', path: 'quiz start', option: 'count', typed: '1' },
    });
  });

  test('a press knows whether others see the message that it is on', () => {
    const press = (flags: number) => ({
      ...around,
      type: 3,
      message: { id: '8', flags, components: [{ type: 1 }] },
      data: { component_type: 3, custom_id: 'quiz.answer?attempt=7', values: ['2'] },
    });
    expect(read(press(64))).toMatchObject({
      message: { isPrivate: true },
      event: { kind: 'press', ref: 'quiz.answer?attempt=7', value: '2' },
    });
    expect(read(press(0))?.message).toEqual({
      isPrivate: false,
      at: { channel: `discord:${around.channel_id}`, messageId: '8' },
      components: [{ type: 1 }],
    });
  });

  test('a form gives each field its value, and none to those left empty', () => {
    const field = (type: number, custom_id: string, more: Json) => ({
      type: 18,
      component: { type, custom_id, ...more },
    });
    const attachment = {
      filename: 'a.pdf',
      content_type: 'application/pdf',
      size: 3,
      url: 'https://cdn.discordapp.com/a',
    };
    const raw = {
      ...around,
      type: 5,
      data: {
        custom_id: 'ceu.save',
        resolved: { attachments: { 66: { id: '66', ...attachment } } },
        components: [
          field(4, 'title', { value: 'E/M' }),
          field(3, 'level', { values: ['working'] }),
          field(3, 'topic', { values: [] }),
          field(21, 'kind', { value: null }),
          field(23, 'sure', { value: false }),
          field(5, 'who', { values: ['77'] }),
          field(8, 'where', { values: ['31'] }),
          field(6, 'rank', { values: ['44'] }),
          field(19, 'paper', { values: ['66'] }),
          { type: 10, id: 3 },
          { type: 1, components: [{ type: 4, custom_id: 'older', value: 'way' }] },
        ],
      },
    };
    expect(read(raw)?.event).toMatchObject({
      kind: 'submit',
      ref: 'ceu.save',
      fields: {
        title: 'E/M',
        level: 'working',
        sure: false,
        who: 'discord:77',
        where: 'discord:31',
        rank: '44',
        paper: { name: 'a.pdf', mediaType: 'application/pdf', size: 3 },
        older: 'way',
      },
    });
    expect(read(raw)?.event).not.toHaveProperty('fields.topic');
    expect(read(raw)?.event).not.toHaveProperty('fields.kind');
  });
});

describe('something malformed is not an event', () => {
  const good = command({ name: 'ask', options: [{ name: 'question', type: 3, value: 'x' }] });
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'interaction'],
    ['no type', { ...good, type: undefined }],
    ['a type of the future', { ...good, type: 99 }],
    ['no data', { ...good, data: undefined }],
    ['no token', { ...good, token: '' }],
    ['nobody', { ...good, member: undefined }],
    ['a member without an account', { ...good, member: { ...member, user: undefined } }],
    ['permissions that are no number', { ...good, member: { ...member, permissions: 'all' } }],
    ['an id that is no number', { ...good, channel_id: '../1' }],
    ['options that are no list', command({ name: 'ask', options: 'question' })],
    [
      'a value that is an object',
      command({ name: 'ask', options: [{ name: 'q', type: 3, value: {} }] }),
    ],
    ['a button without a reference', { ...good, type: 3, data: { component_type: 2 } }],
    ['a reference too long', { ...good, type: 3, data: { custom_id: 'x'.repeat(101) } }],
    ['a form without fields', { ...good, type: 5, data: { custom_id: 'a.b' } }],
    [
      'a field of nothing',
      { ...good, type: 5, data: { custom_id: 'a.b', components: [{ type: 18, component: {} }] } },
    ],
  ])('%s', (_, raw) => {
    expect(read(good)).toBeDefined();
    expect(read(raw)).toBeUndefined();
  });
});

const shared = join(import.meta.dirname, '../../../../shared/discord');
const isHere = existsSync(join(shared, 'interactions.json'));
const absent = "the examples of Discord's documentation (../shared/discord) are not here";

/** Two fields are younger than the examples, and one example leaves out who it was. */
function completed(example: Json): Json {
  const recent = { entitlements: [], authorizing_integration_owners: {} };
  return { ...recent, ...example, ...(example.user ? { user: maria } : {}) };
}

describe("the examples of Discord's documentation", () => {
  const examples = isHere
    ? (JSON.parse(readFileSync(join(shared, 'interactions.json'), 'utf8')) as {
        name: string;
        json: Json;
      }[])
    : [];

  test('a typed command is answered; what we never registered is dropped', async ({ skip }) => {
    skip(!isHere, absent);
    const { bot } = await openWorld({ groups: [] });
    const discord = await openDiscord(bot);
    const typed = examples.filter(({ json }) => (json.data as Json).type === 1);
    const others = examples.filter(({ json }) => (json.data as Json).type !== 1);
    expect([typed.length, others.length]).toEqual([2, 2]);
    for (const { json } of others) expect(read(json)).toBeUndefined();
    for (const { json } of typed) {
      const seen = await discord.person('maria').act(completed(json));
      const word = String((json.data as Json).name);
      expect(seen).toMatchObject({ text: expect.stringContaining(`no command “${word}”`) });
    }
    await discord.close();
  });

  test('every field of its forms is read', ({ skip }) => {
    skip(!isHere, absent);
    const folder = join(shared, 'docs-examples');
    const forms = readdirSync(folder)
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).json as Json)
      .filter(({ type }) => type === 9)
      .map(({ data }) => data as { custom_id: string; components: Json[] });
    expect(forms.length).toBeGreaterThan(8);
    for (const form of forms) {
      const components = form.components.map((label) =>
        label.component ? { type: 18, component: filled(label.component as Json) } : label,
      );
      const event = read({
        ...around,
        type: 5,
        data: { custom_id: form.custom_id, components },
      })?.event;
      const names = form.components.flatMap(
        ({ component }) => (component as Json)?.custom_id ?? [],
      );
      expect(event?.kind === 'submit' && Object.keys(event.fields).sort()).toEqual(
        names.filter((name) => name !== 'file_upload').sort(),
      );
    }
  });
});

/** As somebody would fill it in. */
function filled({ type, custom_id, options }: Json): Json {
  const [first] = (options ?? [{ value: '77' }]) as readonly Json[];
  if (type === 4) return { type, custom_id, value: 'words' };
  if (type === 21) return { type, custom_id, value: first?.value };
  if (type === 23) return { type, custom_id, value: true };
  return { type, custom_id, values: [first?.value] };
}
