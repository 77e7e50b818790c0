import { describe, expect, test } from 'vitest';
import { checkForm, checkReply } from '../../src/bot/fits.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Control, say } from '../../src/bot/reply.ts';
import { specsOf, text } from '../../src/bot/shape.ts';

const buttons = (count: number) =>
  [...Array(count).keys()].map((n) => button(`${n}`, `a.b?n=${n}`));
const select = (choices: number): Control => ({
  kind: 'select',
  label: 'Which',
  press: 'a.select',
  choices: [...Array(choices).keys()].map((n) => ({ label: `${n}`, value: `${n}` })),
});

describe('a reply', () => {
  test('that is short and plain fits', () => {
    const fields = [{ label: 'Due', value: md`tomorrow` }];
    const reply = say(md`Hello`, { title: 'Hi', fields, controls: buttons(5), footnote: 'Bye' });
    expect(checkReply(reply)).toEqual([]);
  });

  test.each([
    ['text', say(md`${'x'.repeat(3001)}`), 'The text has 3001 characters, 3000 fit.'],
    ['no text', say(md` `), 'There is no text.'],
    ['title', say(md`x`, { title: 'x'.repeat(151) }), 'The title has 151 characters, 150 fit.'],
    [
      'value',
      say(md`x`, { fields: [{ label: 'Due', value: md`${'x'.repeat(1025)}` }] }),
      'The value of Due has 1025 characters, 1024 fit.',
    ],
    [
      'fields',
      say(md`x`, { fields: Array(11).fill({ label: 'Due', value: md`x` }) }),
      'There are 11 fields, 10 fit.',
    ],
    ['buttons', say(md`x`, { controls: buttons(26) }), 'There are 26 controls, 25 fit.'],
    [
      'rows',
      say(md`x`, { controls: [...buttons(21), select(2)] }),
      'There are 6 rows of controls.',
    ],
    ['choices', say(md`x`, { controls: [select(26)] }), 'There are 26 choices, 25 fit.'],
    ['no choices', say(md`x`, { controls: [select(0)] }), '“Which” has no choices.'],
    [
      'references',
      say(md`x`, { controls: [button('A', 'a.b'), button('B', 'a.b')] }),
      'Two controls refer to a.b.',
    ],
    [
      'labels',
      say(md`x`, { controls: [button('x'.repeat(76), 'a.b')] }),
      'The button has 76 characters, 75 fit.',
    ],
  ])('with too much of it (%s) does not', (_what, reply, sentence) => {
    expect(checkReply(reply)).toContain(sentence);
  });
});

describe('a form', () => {
  const specs = (count: number) =>
    specsOf(Object.fromEntries([...Array(count).keys()].map((n) => [`field_${n}`, text('What')])));
  const form = { kind: 'form', title: 'A title', submit: 'a.b' } as const;

  test('of five fields fits', () => {
    expect(checkForm({ ...form, specs: specs(5) })).toEqual([]);
  });

  test('of six does not, nor one with a long title', () => {
    expect(checkForm({ ...form, title: 'x'.repeat(25), specs: specs(6) })).toEqual([
      'The form title has 25 characters, 24 fit.',
      'There are 6 form fields, 5 fit.',
    ]);
  });

  test('of nothing does not', () => {
    expect(checkForm({ ...form, specs: [] })).toEqual(['The form asks for nothing.']);
  });
});
