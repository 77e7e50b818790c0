import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Block,
  escapeText,
  formatted,
  md,
  named,
  parse,
  plainText,
} from '../../src/bot/markdown.ts';

test('bold, italic, code, links, lists and quotes are read', () => {
  const text =
    '> asked\n\n**Bold**, *italic*, _too_, `co*de`, [a page](https://example.org/a).\n\n- one\n- two\n\n1. first';
  expect(parse(text)).toEqual<readonly Block[]>([
    { kind: 'quote', lines: [[{ kind: 'text', text: 'asked' }]] },
    {
      kind: 'paragraph',
      lines: [
        [
          { kind: 'bold', children: [{ kind: 'text', text: 'Bold' }] },
          { kind: 'text', text: ', ' },
          { kind: 'italic', children: [{ kind: 'text', text: 'italic' }] },
          { kind: 'text', text: ', ' },
          { kind: 'italic', children: [{ kind: 'text', text: 'too' }] },
          { kind: 'text', text: ', ' },
          { kind: 'code', text: 'co*de' },
          { kind: 'text', text: ', ' },
          {
            kind: 'link',
            url: 'https://example.org/a',
            children: [{ kind: 'text', text: 'a page' }],
          },
          { kind: 'text', text: '.' },
        ],
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]],
    },
    { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'first' }]] },
  ]);
});

test('an underscore inside a word stays one', () => {
  expect(plainText('opts: quiet_from and quiet_to')).toBe('opts: quiet_from and quiet_to');
});

test('only https addresses become links', () => {
  expect(plainText('[x](javascript:alert)')).toBe('[x](javascript:alert)');
  expect(parse('[x](http://example.org)')).toEqual(parse(escapeText('[x](http://example.org)')));
});

test('channels and members are named by their ids, and nobody can type such a name', () => {
  const channel = 'slack:T1/C_2' as const;
  const text = md`**${named('channel', channel)}** by ${named('member', 'discord:42')}`;
  expect(parse(text)).toEqual<readonly Block[]>([
    {
      kind: 'paragraph',
      lines: [
        [
          { kind: 'bold', children: [{ kind: 'channel', id: channel, text: '#C_2' }] },
          { kind: 'text', text: ' by ' },
          { kind: 'member', id: 'discord:42', text: '@42' },
        ],
      ],
    },
  ]);
  const typed = '[#C2](channel:slack:T1/C2)';
  expect(parse(md`${typed}`)).toEqual([
    { kind: 'paragraph', lines: [[{ kind: 'text', text: typed }]] },
  ]);
});

/** What a text looks like when nothing in it is formatting: its lines, as one paragraph each. */
function isLiteral(text: string): boolean {
  return parse(text).every(
    (block) =>
      block.kind === 'paragraph' &&
      block.lines.every((line) => line.every((piece) => piece.kind === 'text')),
  );
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '**',
          '*',
          '_',
          '`',
          '[',
          '](https://evil.example)',
          '- ',
          '> ',
          '1. ',
          '\n',
          '\\',
          '~',
        ],
        ...['@everyone', '<@1>', '<!channel>', 'a', ' ', '(', ')', '\r\n', '12'],
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

test('text from a person never formats, links, lists or quotes', () => {
  fc.assert(
    fc.property(hostile, (typed) => isLiteral(md`${typed}`)),
    { numRuns: 5000 },
  );
});

test('text from a person reads as it was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (typed) => {
      const lines = typed.split('\n').filter((line) => line.trim() !== '');
      const shown = plainText(md`${typed}`)
        .split(/\n+/)
        .filter((line) => line.trim() !== '');
      expect(shown).toEqual(lines);
    }),
    { numRuns: 2000 },
  );
});

test('text from a person cannot end the formatting around it', () => {
  fc.assert(
    fc.property(
      hostile.filter((typed) => /\S/.test(typed) && !typed.includes('\n')),
      (typed) => {
        const [block] = parse(md`**${typed}** and then`);
        return block?.kind === 'paragraph' && block.lines[0]?.at(-1)?.kind === 'text';
      },
    ),
    { numRuns: 2000 },
  );
});

test('characters that hide or turn text are taken out', () => {
  expect(md`${'a\u202eb\u200bc\u0007d'}`).toBe('abcd');
});

test('Markdown goes into Markdown only when it is said', () => {
  const name = md`${'*Maria*'}`;
  expect(plainText(md`**${formatted(name)}** asks`)).toBe('*Maria* asks');
});
