import { expect, it } from 'vitest';
import { marked, markOf } from '../../src/bot/mark.ts';
import { md } from '../../src/bot/markdown.ts';
import { makePressed } from '../../src/bot/pressed.ts';
import { button, say } from '../../src/bot/reply.ts';

const at = { channel: 'discord:1', messageId: '7' } as const;

it('knows a message by the mark on its button, whichever was pressed', () => {
  const pressed = makePressed();
  const controls = [button('Log CEUs', '/ceu add…'), button('Stop these', 'ceu.stop?body=aapc')];
  pressed.note(marked(say(md`Hello.`, { controls }), 'ceu:1').controls, at);
  expect(pressed.under('ceu:1')).toEqual(at);
  expect(pressed.under('ceu:2')).toBeUndefined();
});

it('learns nothing from what has no mark, or no buttons', () => {
  const pressed = makePressed();
  for (const shown of [undefined, null, [], [{ custom_id: 'ceu.stop?body=aapc' }]])
    expect(() => pressed.note(shown, at)).not.toThrow();
});

it('forgets the oldest: it does not grow with every press', () => {
  const pressed = makePressed();
  for (let i = 0; i < 2_001; i += 1) pressed.note([{ custom_id: `a${markOf(`${i}`)}` }], at);
  expect(['0', '1', '2000'].map((key) => pressed.under(key))).toEqual([undefined, at, at]);
});
