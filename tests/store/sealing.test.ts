import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openWith, sealWith } from '../../src/store/sealing.ts';

const key = randomBytes(32);
const text = 'Audit workshop, 2 credits: “E/M” 😀';

describe('a sealed text', () => {
  it('opens with its own key and owner, and never looks the same twice', () => {
    const [once, again] = [sealWith(key, 'maria', text), sealWith(key, 'maria', text)];
    expect(openWith(key, 'maria', once)).toBe(text);
    expect(once).not.toBe(again);
    expect(openWith(key, 'maria', sealWith(key, 'maria', ''))).toBe('');
  });

  it('does not open with another key, or as the text of somebody else', () => {
    const sealed = sealWith(key, 'maria', text);
    expect(() => openWith(randomBytes(32), 'maria', sealed)).toThrow();
    expect(() => openWith(key, 'james', sealed)).toThrow();
  });

  it('does not open once anything in it was changed or cut', () => {
    const sealed = sealWith(key, 'maria', text);
    const parts = sealed.split('.');
    for (const part of [1, 2, 3]) {
      const other = parts[part]?.startsWith('A') ? 'C' : 'A';
      const changed = parts.map((each, i) => (i === part ? `${other}${each.slice(1)}` : each));
      expect(() => openWith(key, 'maria', changed.join('.'))).toThrow();
    }
    const shortTag = parts.map((each, i) => (i === 2 ? each.slice(0, 6) : each));
    expect(() => openWith(key, 'maria', shortTag.join('.'))).toThrow();
    expect(() => openWith(key, 'maria', text)).toThrow('newer version');
  });
});
