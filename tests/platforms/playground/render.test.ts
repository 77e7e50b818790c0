// What the bot says, as the page and the terminal get it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { md } from '../../../src/bot/markdown.ts';
import { button, say } from '../../../src/bot/reply.ts';
import { renderAnswer, renderReply } from '../../../src/platforms/playground/render.ts';
import { linesOf } from '../../../src/platforms/playground/terminal-text.ts';

const bytes = new TextEncoder().encode('title\n');

test('a reply is JSON: bytes in base64, and text also as blocks', () => {
  const reply = say(md`**Due** soon, ${'*really*'}.`, {
    title: 'Your <cycle>',
    fields: [{ label: 'Done', value: md`12` }],
    image: { png: bytes, alt: 'A bar' },
    files: [{ name: 'a.csv', mediaType: 'text/csv', bytes }],
    controls: [button('Log', '/ceu add', 'primary')],
    mentions: ['playground:member-1'],
    tone: 'warning',
    footnote: 'Checked',
    mode: 'new',
  });
  expect(JSON.parse(JSON.stringify(renderReply(reply)))).toEqual({
    kind: 'reply',
    text: '**Due** soon, \\*really\\*.',
    blocks: [
      {
        kind: 'paragraph',
        lines: [
          [
            { kind: 'bold', children: [{ kind: 'text', text: 'Due' }] },
            { kind: 'text', text: ' soon, *really*.' },
          ],
        ],
      },
    ],
    title: 'Your <cycle>',
    fields: [
      {
        label: 'Done',
        value: '12',
        blocks: [{ kind: 'paragraph', lines: [[{ kind: 'text', text: '12' }]] }],
      },
    ],
    image: { png: 'dGl0bGUK', alt: 'A bar' },
    files: [{ name: 'a.csv', mediaType: 'text/csv', size: 6, bytes: 'dGl0bGUK' }],
    controls: [{ kind: 'button', label: 'Log', press: '/ceu add', style: 'primary' }],
    mentions: ['playground:member-1'],
    tone: 'warning',
    footnote: 'Checked',
    mode: 'new',
  });
});

test('of a form that came back, the file stays in its field', () => {
  const upload = { name: 'a.pdf', mediaType: '', size: 6, bytes: async () => bytes };
  const form = {
    kind: 'form',
    title: 'Log CEUs',
    submit: '/ceu add',
    specs: [],
    values: { title: 'E/M', credits: 2, paper: upload },
  } as const;
  const invalid = { kind: 'invalid', problems: { credits: 'must be at most 1' }, form } as const;
  expect(renderAnswer({ outcome: invalid })).toEqual({
    ...invalid,
    form: { ...form, values: { title: 'E/M', credits: 2 } },
  });
});

test('no text from a person becomes more than text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.stringMatching(/^[*_`[\]()\\#>\-.1<@:/a\s]{0,40}$/),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const { blocks } = renderReply(say(md`You typed: ${text}`));
      expect(blocks.filter((block) => block.kind !== 'paragraph')).toEqual([]);
      const pieces = blocks.flatMap((block) => (block.kind === 'list' ? [] : block.lines.flat()));
      expect(pieces.filter((piece) => piece.kind !== 'text')).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('no text moves the cursor of the terminal', () => {
  const words = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(words, words, (text, label) => {
      const reply = say(md`${text}`, {
        title: label,
        footnote: label,
        fields: [{ label, value: md`${text}` }],
        controls: [button(label, 'a.b'), { kind: 'link', label, url: `https://a.example/${text}` }],
        files: [{ name: label, mediaType: 'text/csv', bytes }],
        image: { png: bytes, alt: label },
      });
      const lines = linesOf(
        reply,
        (_style, plain) => plain,
        () => 1,
      );
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
      expect(lines.join('')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    }),
    { numRuns: 1000 },
  );
});
