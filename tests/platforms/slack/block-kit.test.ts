import { describe, expect, test } from 'vitest';
import cases from '../../fixtures/slack/block-kit-cases.json' with { type: 'json' };
import { problemsOfBlocks, problemsOfHome, problemsOfModal } from './block-kit.ts';

const check = { Blocks: problemsOfBlocks, Modal: problemsOfModal, Home: problemsOfHome };

describe('the Block Kit checker', () => {
  test.each(cases.filter((one) => one.good))('takes a $name', ({ surface, json }) => {
    expect(check[surface as keyof typeof check](json)).toEqual([]);
  });

  test.each(cases.filter((one) => !one.good))('sees: $name', ({ surface, json }) => {
    expect(check[surface as keyof typeof check](json)).not.toEqual([]);
  });
});
