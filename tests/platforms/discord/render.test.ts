import { describe, expect, test } from 'vitest';
import { fromContent, md } from '../../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../../src/bot/reply.ts';
import { renderMessage } from '../../../src/platforms/discord/render.ts';
import { tinyPng } from '../../contracts/probes.ts';
import {
  allComponents,
  type Message,
  problemsOfMessage,
} from '../../fixtures/discord/house-rules.ts';
import { readDescription } from '../../fixtures/discord/openapi.ts';

const full: Reply = say(md`You have **12** of 36 CEUs.`, {
  title: 'AAPC cycle',
  tone: 'warning',
  fields: [{ label: 'Due', value: md`2027-03-31` }],
  image: { png: tinyPng(), alt: 'A bar, a third full' },
  files: [{ name: 'my CEUs.csv', mediaType: 'text/csv', bytes: new Uint8Array([1]) }],
  footnote: 'Checked on 2026-11-01',
  controls: [button('Log CEUs', '/ceu add…', 'primary')],
  mentions: ['discord:1000000000000000001'],
});

/** What Discord, its description and its documentation, would say against it. */
function objections(reply: Reply): readonly string[] {
  const body = renderMessage(reply).body as unknown as Message;
  const description = readDescription();
  return [
    ...problemsOfMessage(body),
    ...(description?.request('POST', '/channels/1/messages', body) ?? []),
  ];
}

describe('a reply as a Discord message', () => {
  test('has title, text, fields, picture, file, footnote and buttons in one card', () => {
    expect(renderMessage(full).body).toMatchInlineSnapshot(`
      {
        "allowed_mentions": {
          "parse": [],
          "users": [
            "1000000000000000001",
          ],
        },
        "attachments": [
          {
            "description": "A bar, a third full",
            "filename": "picture.png",
            "id": "0",
          },
          {
            "filename": "my_CEUs.csv",
            "id": "1",
          },
        ],
        "components": [
          {
            "content": "<@1000000000000000001>",
            "type": 10,
          },
          {
            "accent_color": 14720799,
            "components": [
              {
                "content": "### AAPC cycle
      You have **12** of 36 CEUs.

      **Due**
      2027-03-31",
                "type": 10,
              },
              {
                "items": [
                  {
                    "description": "A bar, a third full",
                    "media": {
                      "url": "attachment://picture.png",
                    },
                  },
                ],
                "type": 12,
              },
              {
                "file": {
                  "url": "attachment://my_CEUs.csv",
                },
                "type": 13,
              },
              {
                "content": "-# Checked on 2026-11-01",
                "type": 10,
              },
              {
                "components": [
                  {
                    "custom_id": "/ceu add…",
                    "label": "Log CEUs",
                    "style": 1,
                    "type": 2,
                  },
                ],
                "type": 1,
              },
            ],
            "type": 17,
          },
        ],
        "flags": 32768,
      }
    `);
    expect(objections(full)).toEqual([]);
  });

  test('its files come along, renamed to what Discord would make of them', () => {
    const { files } = renderMessage(full);
    expect(files.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['picture.png', 'image/png'],
      ['my_CEUs.csv', 'text/csv'],
    ]);
  });

  test('of two files with one name both arrive', () => {
    const file = { name: 'a.csv', mediaType: 'text/csv', bytes: new Uint8Array() };
    const { files } = renderMessage(say(md`Two.`, { files: [file, file] }));
    expect(new Set(files.map(({ name }) => name)).size).toBe(2);
  });

  test('pings nobody but those it names', () => {
    expect(renderMessage(say(md`Hello`)).body.allowed_mentions).toEqual({ parse: [], users: [] });
    const notice = say(md`Hello @everyone`, { mentionedRole: '77' });
    const { allowed_mentions, components } = renderMessage(notice).body;
    expect(allowed_mentions).toEqual({ parse: [], users: [], roles: ['77'] });
    expect(components[0]).toEqual({ type: 10, content: '<@&77>' });
    expect(objections(notice)).toEqual([]);
    expect(renderMessage(full).body.allowed_mentions.users).toEqual(['1000000000000000001']);
  });

  test('a message of nothing but text is a card of nothing but text', () => {
    expect(renderMessage(say(md`Hello`)).body.components).toEqual([
      { type: 17, components: [{ type: 10, content: 'Hello' }] },
    ]);
  });
});

describe('controls', () => {
  const select = (label: string): Control => ({
    kind: 'select',
    label,
    press: `quiz.topic?list=${label}`,
    choices: [{ label: 'Anatomy', value: 'anatomy' }],
  });
  const rows = (controls: readonly Control[]) =>
    allComponents(renderMessage(say(md`x`, { controls })).body.components as never)
      .filter((c) => c.type === 1)
      .map((row) => (row.components as readonly { type: number }[]).map(({ type }) => type));

  test('five buttons stand in a row, a select has one of its own', () => {
    const six = Array.from({ length: 6 }, (_, i) => button(`${i}`, `quiz.answer?choice=${i}`));
    const link: Control = { kind: 'link', label: 'Source', url: 'https://www.cms.gov/' };
    expect(rows([...six, select('a'), link, select('b')])).toEqual([
      [2, 2, 2, 2, 2],
      [2],
      [3],
      [2],
      [3],
    ]);
  });

  test('two buttons that do the same are told apart, and both still work', () => {
    const controls = [button('Yes', 'quiz.stop'), button('Yes, stop', 'quiz.stop')];
    const ids = allComponents(renderMessage(say(md`x`, { controls })).body.components as never)
      .map((c) => c.custom_id)
      .filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(2);
    expect(ids.map((id) => String(id).replace(/~[\w-]{10}$/, ''))).toEqual([
      'quiz.stop',
      'quiz.stop',
    ]);
  });
});

describe('a reply that is too long for Discord', () => {
  const long = fromContent('word '.repeat(590));
  const fields = Array.from({ length: 10 }, (_, i) => ({ label: `Field ${i}`, value: long }));

  test.each([
    ['text', say(fromContent('*'.repeat(3000)))],
    ['text of a person, each character escaped', say(md`${'*'.repeat(3000)}`)],
    ['fields', say(long, { fields })],
    ['everything', say(long, { fields, title: '_'.repeat(150), footnote: '_'.repeat(2000) })],
  ])('is cut where it may be: %s', (_, reply) => {
    expect(objections(reply)).toEqual([]);
  });

  test('keeps its title, the beginning of its text, its footnote and its buttons', () => {
    const reply = { ...full, text: long, fields, files: [] };
    const text = JSON.stringify(renderMessage(reply).body);
    expect(text).toContain('### AAPC cycle');
    expect(text).toContain('word word');
    expect(text).toContain('Checked on 2026-11-01');
    expect(text).toContain('Log CEUs');
  });
});
