import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromContent, md, named } from '../../../src/bot/markdown.ts';
import { discordMarkdown, literal } from '../../../src/platforms/discord/markdown.ts';
import { shown } from '../../fixtures/discord/shown.ts';

describe('our Markdown on Discord', () => {
  test('keeps bold, italic, code, links, lists and quotes', () => {
    const text = fromContent(
      'A **bold** word, *one* aside, `E11.9` and [a source](https://www.cms.gov/icd?y=2027&q=a).\nSecond line.\n\n- one\n- two\n\n1. first\n2. second\n\n> as it says\n> there',
    );
    expect(discordMarkdown(text)).toMatchInlineSnapshot(`
      "A **bold** word, *one* aside, \`E11.9\` and [a source](https://www.cms.gov/icd?y=2027&q=a).
      Second line.
      - one
      - two

      1. first
      2. second

      > as it says
      > there"
    `);
  });

  test('sees no list and no heading in a line that only begins like one', () => {
    const text = md`${'- 5 points'}\n${'# 1'}\n${'2027. That year'}\n${'-# small'}\n${'+1'}`;
    expect(shown(discordMarkdown(text))).toMatchObject({
      text: '- 5 points\n# 1\n2027. That year\n-# small\n+1',
      rules: [],
    });
  });

  test('names channels, members and roles as Discord knows them, and only its own', () => {
    const text = md`In ${named('channel', 'discord:31')} with ${named('member', 'discord:12')}, not ${named('channel', 'slack:T1/C2')}`;
    expect(discordMarkdown(text)).toBe('In <#31> with <@12>, not \\#C2');
  });

  test('two emphases beside each other stay two', () => {
    const { bold, rules } = shown(discordMarkdown(fromContent('**one***two*')));
    expect(bold).toEqual(['one']);
    expect(rules).toEqual(['bold', 'italic']);
  });

  test('a backtick in code does not end it', () => {
    const { rules, text } = shown(discordMarkdown(md`\`${'a`b **c**'}\` after`));
    expect(rules).toEqual(['code']);
    expect(text).toBe('aˋb **c** after');
  });
});

/** Made to be taken for something else. */
const hostile = fc.constantFrom(
  ...['*', '**', '_', '__', '~~', '||', '`', '```', '\\', '> ', '>>> ', '# ', '-# ', '- ', '1. '],
  ...['@everyone', '@here', '<@1>', '<@&2>', '<#3>', '<:a:4>', '<t:5:R>', '</x:6>', ':smile:'],
  ...['https://evil.example/', 'discord://x', '[a](https://evil.example)', '<https://e.example>'],
  ...['\n', '\n\n', ' ', 'a', 'E11.9', '(', ')', '[', ']', '\u200b', '\u202e', '¯\\_(ツ)_/¯'],
);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(hostile, { maxLength: 12 }).map((parts) => parts.join('')),
);
/** What a person sees of it; spaces and line breaks may fall together. */
const visible = (text: string) => text.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '');

describe('text from a person', () => {
  test('shows as it was typed, whatever it is', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const read = shown(discordMarkdown(md`Said: ${a}\n- ${b}`));
        expect(visible(read.text)).toBe(visible(`Said:${a}•${b}`));
        expect(read.rules.filter((rule) => rule !== 'bullet')).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('shows as it was typed in a title or a label', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const written = literal(text);
        fc.pre(written !== '');
        const read = shown(`### ${written}\n**${written}**\n-# ${written}`);
        const seen = visible(text);
        expect(visible(read.text)).toBe(seen.repeat(3));
        expect(read.mentions.concat(read.links)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('shows as it was typed inside bold, italic, code and a link', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const line = text.replaceAll(/\s/g, ' ');
        const read = shown(discordMarkdown(md`**${line}**x *${line}*x`));
        expect(read.mentions.concat(read.links)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a text that is too long', () => {
  test('is cut at a word, and says so', () => {
    const text = fromContent(`Short line.\n\n${'word '.repeat(50)}**bold**`);
    const cut = discordMarkdown(text, 100);
    expect(cut.length).toBeLessThanOrEqual(100);
    expect(cut).toMatch(/^Short line\.\n\n(?:word )+word…$/);
  });

  test('never ends inside an escape or an emphasis', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 5, max: 80 }), (text, most) => {
        const cut = discordMarkdown(md`Begin: ${text}`, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(shown(cut).rules).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
