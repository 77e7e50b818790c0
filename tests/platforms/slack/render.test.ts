import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/bot/limits.ts';
import { bullets, formatted, type Markdown, md, named } from '../../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../../src/bot/reply.ts';
import { messageOf } from '../../../src/platforms/slack/render.ts';
import { problemsOfMessage } from './block-kit.ts';

describe('a reply on Slack', () => {
  test('names channels and members as Slack knows them, and only its own', () => {
    const text = md`${named('channel', 'slack:T1/C2')} ${named('member', 'slack:T1/U3')} ${named('role', 'discord:7')}`;
    const message = messageOf(say(text));
    expect(problemsOfMessage({ ...message })).toEqual([]);
    expect(message.blocks).toMatchObject([
      {
        elements: [
          {
            elements: [
              { type: 'channel', channel_id: 'C2' },
              { type: 'text', text: ' ' },
              { type: 'user', user_id: 'U3' },
              { type: 'text', text: ' ' },
              { type: 'text', text: '@7' },
            ],
          },
        ],
      },
    ]);
  });

  test('is rich text, in which formatting is data', () => {
    const { blocks, text } = messageOf(
      say(md`**Due** on *March 31*: \`CPC\`, see [the guide](https://example.org/a?b=1).`),
    );
    expect(blocks).toMatchInlineSnapshot(`
      [
        {
          "elements": [
            {
              "elements": [
                {
                  "style": {
                    "bold": true,
                  },
                  "text": "Due",
                  "type": "text",
                },
                {
                  "text": " on ",
                  "type": "text",
                },
                {
                  "style": {
                    "italic": true,
                  },
                  "text": "March 31",
                  "type": "text",
                },
                {
                  "text": ": ",
                  "type": "text",
                },
                {
                  "style": {
                    "code": true,
                  },
                  "text": "CPC",
                  "type": "text",
                },
                {
                  "text": ", see ",
                  "type": "text",
                },
                {
                  "text": "the guide",
                  "type": "link",
                  "url": "https://example.org/a?b=1",
                },
                {
                  "text": ".",
                  "type": "text",
                },
              ],
              "type": "rich_text_section",
            },
          ],
          "type": "rich_text",
        },
      ]
    `);
    expect(text).toBe('Due on March 31: CPC, see the guide.');
  });

  test('has lists and quotes', () => {
    const { blocks } = messageOf(
      say(md`Two:\n\n${formatted(bullets([md`one`, md`two`]))}\n\n> said`),
    );
    expect(blocks).toMatchInlineSnapshot(`
      [
        {
          "elements": [
            {
              "elements": [
                {
                  "text": "Two:",
                  "type": "text",
                },
                {
                  "text": "
      ",
                  "type": "text",
                },
              ],
              "type": "rich_text_section",
            },
            {
              "elements": [
                {
                  "elements": [
                    {
                      "text": "one",
                      "type": "text",
                    },
                  ],
                  "type": "rich_text_section",
                },
                {
                  "elements": [
                    {
                      "text": "two",
                      "type": "text",
                    },
                  ],
                  "type": "rich_text_section",
                },
              ],
              "style": "bullet",
              "type": "rich_text_list",
            },
            {
              "elements": [
                {
                  "text": "said",
                  "type": "text",
                },
              ],
              "type": "rich_text_quote",
            },
          ],
          "type": "rich_text",
        },
      ]
    `);
  });

  test('has a title, fields, a colour and a footnote', () => {
    const { blocks, text } = messageOf(
      say(md`Halfway.`, {
        title: 'Your cycle',
        tone: 'good',
        fields: [{ label: 'Done', value: md`**12** of 36` }],
        footnote: 'Checked on 2026-11-01',
      }),
    );
    expect(blocks).toMatchInlineSnapshot(`
      [
        {
          "text": {
            "emoji": false,
            "text": "🟢 Your cycle",
            "type": "plain_text",
          },
          "type": "header",
        },
        {
          "elements": [
            {
              "elements": [
                {
                  "text": "Halfway.",
                  "type": "text",
                },
              ],
              "type": "rich_text_section",
            },
          ],
          "type": "rich_text",
        },
        {
          "elements": [
            {
              "elements": [
                {
                  "style": {
                    "bold": true,
                  },
                  "text": "Done
      ",
                  "type": "text",
                },
              ],
              "type": "rich_text_section",
            },
            {
              "elements": [
                {
                  "style": {
                    "bold": true,
                  },
                  "text": "12",
                  "type": "text",
                },
                {
                  "text": " of 36",
                  "type": "text",
                },
              ],
              "type": "rich_text_section",
            },
          ],
          "type": "rich_text",
        },
        {
          "elements": [
            {
              "emoji": false,
              "text": "Checked on 2026-11-01",
              "type": "plain_text",
            },
          ],
          "type": "context",
        },
      ]
    `);
    expect(text).toBe('Your cycle\nHalfway.\nDone: 12 of 36\nChecked on 2026-11-01');
  });

  test('has buttons in rows of five, a select by itself, and says what is off', () => {
    const letters = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) =>
      button(letter, `quiz.a?b=${letter}`),
    );
    const { blocks } = messageOf(
      say(md`Which?`, {
        controls: [
          ...letters,
          { kind: 'button', label: 'Next', press: 'quiz.next', disabled: true },
          {
            kind: 'select',
            label: 'Topic',
            press: 'quiz.topic',
            choices: [{ label: 'E/M', value: 'em' }],
          },
          { kind: 'link', label: 'Read more', url: 'https://example.org' },
        ],
      }),
    );
    expect(
      blocks.map((block) =>
        block.type === 'actions' ? block.elements.map((e) => e.action_id) : block.type,
      ),
    ).toEqual([
      'rich_text',
      ['0 quiz.a?b=A', '1 quiz.a?b=B', '2 quiz.a?b=C', '3 quiz.a?b=D', '4 quiz.a?b=E'],
      ['5 quiz.a?b=F'],
      'context',
      ['7 quiz.topic'],
      ['link 8'],
    ]);
  });

  test('names a member only where the reply says so', () => {
    const { blocks } = messageOf(say(md`Your turn.`, { mentions: ['slack:T1/U1', 'discord:5'] }));
    expect(blocks).toMatchObject([
      {
        elements: [
          { elements: [{ type: 'user', user_id: 'U1' }, { type: 'text' }] },
          { elements: [{ type: 'text', text: 'Your turn.' }] },
        ],
      },
    ]);
  });
});

describe('whatever a person types', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'<>&|@#!*_`~:[]()\\\n- 1.U'), maxLength: 60 }),
    fc.constantFrom(
      '<!channel>',
      '<@U1>',
      '<https://evil.example|bank>',
      '&lt;!here&gt;',
      ':skull:',
    ),
  );

  test('is shown letter by letter: no link, no name, no formatting', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const { blocks } = messageOf(say(md`> ${typed}`));
        const elements = piecesOf(blocks);
        expect(elements.every((e) => e.type === 'text' && e.style === undefined)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('stays the same text', () => {
    const visible = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(visible, (typed) => {
        const { blocks } = messageOf(say(md`x ${typed} x`));
        expect(
          piecesOf(blocks)
            .map((e) => e.text)
            .join(''),
        ).toBe(`x ${typed} x`);
      }),
      { numRuns: 2000 },
    );
  });

  test('is harmless in the fallback text too', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const { text } = messageOf(say(md`${typed}`, { title: typed, footnote: typed }));
        expect(text).not.toMatch(/[<>]/);
        expect(text.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
      }),
      { numRuns: 2000 },
    );
  });

  test('never makes a message that Slack refuses', () => {
    fc.assert(
      fc.property(anyReply(), (reply) => {
        const message = messageOf(reply);
        expect(problemsOfMessage(message as never)).toEqual([]);
        expect(JSON.stringify(message)).not.toMatch(/\\ud[89a-f]|\u202e|\\u00/);
      }),
      { numRuns: 500 },
    );
  });
});

test('a reply that fills every limit still fits into one message, controls and all', () => {
  const controls = Array.from(
    { length: limits.controls.most },
    (_, i): Control =>
      button('x'.repeat(limits.buttonLabel.most), `a.${'"'.repeat(limits.reference.most - 4)}${i}`),
  );
  const message = messageOf(
    say(md`${'"'.repeat(limits.text.most)}`, {
      title: 'x'.repeat(limits.title.most),
      fields: Array.from({ length: limits.fields.most }, () => ({
        label: 'x'.repeat(limits.fieldLabel.most),
        value: md`${'x'.repeat(limits.fieldValue.most)}`,
      })),
      footnote: 'x'.repeat(limits.footnote.most),
      controls,
    }),
  );
  expect(problemsOfMessage(message as never)).toEqual([]);
  const buttons = message.blocks.flatMap((b) => (b.type === 'actions' ? b.elements : []));
  expect(buttons).toHaveLength(limits.controls.most);
  expect(JSON.stringify(message.blocks)).toContain('The rest does not fit');
});

interface Piece {
  readonly type: string;
  readonly text?: string;
  readonly style?: unknown;
  readonly elements?: readonly Piece[];
}

/** Every smallest piece of rich text. */
function piecesOf(blocks: readonly unknown[]): readonly Piece[] {
  return (blocks as readonly Piece[]).flatMap((piece) =>
    piece.elements ? piecesOf(piece.elements) : [piece],
  );
}

function anyReply(): fc.Arbitrary<Reply> {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1 }),
    fc.constantFrom('\u0001', '\ud83d', '\u202e'),
  );
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.string({ unit, maxLength: 400 }),
  );
  const some = fc.oneof(words, fc.constantFrom('\u0001'.repeat(150)));
  return fc
    .record({
      text: fc.oneof(
        words.map((typed) => md`${typed}`),
        words as fc.Arbitrary<Markdown>,
      ),
      title: some,
      tone: fc.constantFrom('good' as const, 'bad' as const, 'warning' as const),
      footnote: words,
      fields: fc.array(fc.record({ label: words, value: words as fc.Arbitrary<Markdown> }), {
        maxLength: 10,
      }),
      labels: fc.array(words, { maxLength: 25 }),
    })
    .map(({ labels, ...reply }) => ({
      kind: 'reply',
      ...reply,
      controls: labels.map((label, i) => button(label, `quiz.answer?attempt=7&choice=${i}`)),
    }));
}

test('commands whose word Slack keeps for itself are shown as they are typed here', () => {
  const shown = messageOf(
    say(md`Try **/help** or **/ask**, as in \`/help quiz\`; not /help in passing.`, {
      controls: [button('/help', '/help'), button('/ask', '/ask')],
    }),
  );
  const text = JSON.stringify(shown.blocks);
  expect(text).toContain('"text":"/coderounds help","style":{"bold":true}');
  expect(text).toContain('"text":"/ask","style":{"bold":true}');
  expect(text).toContain('"text":"/coderounds help quiz","style":{"code":true}');
  expect(text).toContain('"text":"/coderounds help","emoji"');
});
