import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '../../src/core/zip.ts';

test('no part is larger than it may be, but one that holds a single larger file', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(sizes, (all) => {
      const files = all.map((size, index) => ({ size, index }));
      const parts = partsOf(files, 9);
      expect(parts.flat()).toEqual(files);
      for (const part of parts) {
        const size = part.reduce((sum, each) => sum + each.size, 0);
        expect(size <= 9 || part.length === 1).toBe(true);
      }
    }),
  );
});

test('of nothing there is no part', () => {
  expect(partsOf([])).toEqual([]);
});
