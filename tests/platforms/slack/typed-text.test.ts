import { describe, expect, test } from 'vitest';
import { typedText, withoutOwnName } from '../../../src/platforms/slack/typed-text.ts';
import { growthOf } from '../../fixtures/growth.ts';

describe('a line as Slack writes it', () => {
  test.each([
    ['quiz start &amp; &lt;go&gt;', 'quiz start & <go>'],
    ['group organizers <@U012AB|maria>', 'group organizers @slack:T1/U012AB'],
    ['group organizers <@W012AB>', 'group organizers @slack:T1/W012AB'],
    ['group channel <#C024BE7LR|study-hall>', 'group channel #slack:T1/C024BE7LR'],
    ['ask what about <!here> and <!subteam^S1|@coders>', 'ask what about @here and @coders'],
    ['see <http://aapc.com|aapc.com>', 'see aapc.com'],
    ['see <https://aapc.com/x>', 'see https://aapc.com/x'],
    ['write to <mailto:a@b.org|a@b.org>', 'write to a@b.org'],
    ['&amp;lt;@U1&amp;gt; was typed as an entity', '&lt;@U1&gt; was typed as an entity'],
    ['&lt;@U1&gt; was typed by hand', '<@U1> was typed by hand'],
    ['2 < 3 > 1 <', '2 < 3 > 1 <'],
  ])('%j was typed as %j', (raw, typed) => {
    expect(typedText(raw, 'T1')).toBe(typed);
  });

  test('a label never hides where a link goes', () => {
    expect(typedText('<https://evil.example|aapc.com>', 'T1')).toBe('https://evil.example');
  });

  test('100,000 characters are looked at once each', () => {
    const read = (size: number) => {
      typedText('<'.repeat(size) + '<@U1|'.repeat(size / 5), 'T1');
    };
    expect(growthOf(read, 10_000)).toBeLessThan(40);
  });
});

describe('the bot’s own name', () => {
  test.each([
    ['<@U0BOT> quiz start', 'quiz start'],
    ['<@U0BOT|coderounds>   help', 'help'],
    ['hey <@U0BOT> ask is CPC open book?', 'ask is CPC open book?'],
    ['quiz start <@U0BOT>', 'quiz start'],
    ['<@U0BOT>', ''],
    ['<@U0BOTHER> quiz', '<@U0BOTHER> quiz'],
  ])('is taken out of %j', (raw, rest) => {
    expect(withoutOwnName(raw, 'U0BOT')).toBe(rest);
  });
});
