// The judges are judged: bad payloads are caught, those of Discord's documentation are not.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Json,
  problemsOfCommands,
  problemsOfMessage,
  problemsOfModal,
} from '../../fixtures/discord/house-rules.ts';
import { readDescription, withoutDescription } from '../../fixtures/discord/openapi.ts';

const v2 = 1 << 15;
const off = { allowed_mentions: { parse: [] } };
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string) => ({ type: 2, style: 1, label: 'x', custom_id });
const row = (...components: readonly Json[]) => ({ type: 1, components });
const select = (values: readonly string[], more: Json = {}) => ({
  type: 3,
  custom_id: 's',
  options: values.map((value) => ({ label: value, value })),
  ...more,
});

describe('messages', () => {
  test.each<[string, Json]>([
    ['nothing in it', {}],
    ['content of 2001', { content: 'x'.repeat(2001) }],
    ['content beside components V2', { flags: v2, content: 'x', components: [text('x')] }],
    ['components V2 without their flag', { components: [text('x')] }],
    [
      '6 rows',
      { content: 'x', components: Array.from({ length: 6 }, (_, i) => row(button(`${i}`))) },
    ],
    ['41 components', { flags: v2, components: Array.from({ length: 41 }, () => text('x')) }],
    [
      '4001 characters in two texts',
      { flags: v2, components: [text('x'.repeat(4000)), text('x')] },
    ],
    ['a button beside a select', { content: 'x', components: [row(button('a'), select(['1']))] }],
    ['6 buttons in a row', { content: 'x', components: [row(...'abcdef'.split('').map(button))] }],
    ['an empty row', { content: 'x', components: [row()] }],
    ['one custom_id twice', { content: 'x', components: [row(button('a'), button('a'))] }],
    ['no custom_id', { content: 'x', components: [row({ type: 2, style: 1, label: 'x' })] }],
    [
      'a link with one',
      { content: 'x', components: [row({ ...button('a'), style: 5, url: 'https://x.example' })] },
    ],
    ['a value twice', { content: 'x', components: [row(select(['1', '1']))] }],
    [
      'at least 2, at most 1',
      { content: 'x', components: [row(select(['1'], { min_values: 2 }))] },
    ],
    [
      'embeds of 6001',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
    ],
    ['an empty embed', { embeds: [{}] }],
    [
      'an attachment that nobody sees',
      { flags: v2, components: [text('x')], attachments: [{ id: '0', filename: 'a' }] },
    ],
    [
      'a picture that is not attached',
      { flags: v2, components: [{ type: 12, items: [{ media: { url: 'attachment://a' } }] }] },
    ],
    [
      'users parsed and named',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ],
    ['mentions left to their defaults', { content: 'x', allowed_mentions: undefined }],
  ])('%s', (_, message) => {
    expect(problemsOfMessage({ content: 'fine', ...off })).toEqual([]);
    expect(problemsOfMessage({ ...off, ...message })).not.toEqual([]);
  });
});

describe('commands', () => {
  const fine = { name: 'ask', description: 'Asks' };
  const option = (more: Json) => ({ type: 3, name: 'o', description: 'o', ...more });
  test.each<[string, Json]>([
    ['no description', { name: 'ask' }],
    ['capitals', { ...fine, name: 'Ask' }],
    ['a space', { ...fine, name: 'ask me' }],
    [
      'required after optional',
      { ...fine, options: [option({}), option({ name: 'p', required: true })] },
    ],
    [
      'choices with autocomplete',
      { ...fine, options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] },
    ],
    [
      'a value of 101',
      { ...fine, options: [option({ choices: [{ name: 'a', value: 'x'.repeat(101) }] })] },
    ],
    ['an option twice', { ...fine, options: [option({}), option({})] }],
    [
      'a subcommand beside an option',
      { ...fine, options: [option({ type: 1 }), option({ name: 'p' })] },
    ],
    [
      'more than 8000 characters',
      {
        ...fine,
        options: Array.from({ length: 25 }, (_, i) =>
          option({
            name: `o${i}`,
            description: 'x'.repeat(100),
            choices: Array.from({ length: 5 }, (__, j) => ({
              name: 'x'.repeat(50),
              value: `${j}`,
            })),
          }),
        ),
      },
    ],
  ])('%s', (_, command) => {
    expect(problemsOfCommands([fine])).toEqual([]);
    expect(problemsOfCommands([command as never])).not.toEqual([]);
  });

  test('the same name twice, or 101 of them', () => {
    expect(problemsOfCommands([fine, fine])).not.toEqual([]);
    const many = Array.from({ length: 101 }, (_, i) => ({ ...fine, name: `ask${i}` }));
    expect(problemsOfCommands(many)).not.toEqual([]);
  });
});

describe('forms', () => {
  const label = (custom_id: string, more: Json = {}) => ({
    type: 18,
    label: 'x',
    component: { type: 4, custom_id, style: 1, ...more },
  });
  const fine = { custom_id: 'a.b', title: 'x', components: [label('a')] };
  test.each<[string, readonly Json[]]>([
    ['no field', []],
    ['6 fields', 'abcdef'.split('').map((id) => label(id))],
    ['a field without a label', [row({ type: 4, custom_id: 'a' })]],
    ['one name twice', [label('a'), label('a')]],
    ['a value longer than its field', [label('a', { max_length: 3, value: 'long' })]],
  ])('%s', (_, components) => {
    expect(problemsOfModal(fine)).toEqual([]);
    expect(problemsOfModal({ ...fine, components })).not.toEqual([]);
  });
});

describe("Discord's description", () => {
  test('knows a good message from one with a typing mistake or a wrong type', ({ skip }) => {
    const description = readDescription();
    if (!description) return skip(withoutDescription);
    const objections = (body: Json) => description.request('POST', '/channels/1/messages', body);
    expect(objections({ flags: v2, components: [text('x')] })).toEqual([]);
    expect(objections({ compnents: [text('x')] })).not.toEqual([]);
    expect(objections({ flags: v2, components: [{ type: 10, content: 7 }] })).not.toEqual([]);
    expect(
      objections({ flags: v2, components: [{ type: 17, components: [text('x')], accent: 1 }] }),
    ).not.toEqual([]);
  });

  test("takes the messages and forms of Discord's own documentation", ({ skip }) => {
    const folder = join(import.meta.dirname, '../../../../shared/discord/docs-examples');
    const description = readDescription();
    if (!description || !existsSync(folder)) return skip("Discord's documentation is not here");
    const examples = readdirSync(folder)
      .filter((name) => name.startsWith('components_'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).json as Json);
    expect(examples.length).toBeGreaterThan(20);
    for (const example of examples) {
      const [path, body] =
        example.type === 9
          ? ['/interactions/1/token/callback', example]
          : ['/channels/1/messages', example];
      expect(description.request('POST', String(path), body)).toEqual([]);
    }
  });
});
