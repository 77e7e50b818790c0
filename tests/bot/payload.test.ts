import { expect, it } from 'vitest';
import { md } from '../../src/bot/markdown.ts';
import { payloadOf, replyOf } from '../../src/bot/payload.ts';
import { type Reply, say } from '../../src/bot/reply.ts';

it('a reply comes back as it was', () => {
  const reply = say(md`“E/M” *audits* 😀`, {
    title: 'Due soon',
    tone: 'warning',
    mentions: ['discord:7'],
    controls: [
      { kind: 'button', label: 'Open', press: 'ceu.open?id=7', style: 'primary' },
      { kind: 'select', label: 'Which?', press: 'a.b', choices: [{ label: 'A', value: 'a' }] },
    ],
  });
  expect(replyOf(payloadOf(reply))).toEqual(reply);
});

it('bytes come back as bytes, whether they were an array or a Buffer', () => {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  const view = new Uint8Array(all.buffer, 100, 20);
  for (const bytes of [all, view, Buffer.from(all), new Uint8Array()]) {
    const reply: Reply = say(md`x`, { files: [{ name: 'a', mediaType: 'b/c', bytes }] });
    const back = replyOf(payloadOf(reply)).files?.[0]?.bytes;
    expect(back).toEqual(new Uint8Array(bytes));
    expect(back).toBeInstanceOf(Uint8Array);
  }
});
