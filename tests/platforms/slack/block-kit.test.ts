import { describe, expect, test } from 'vitest';
import { problemsOfBlocks, problemsOfHome, problemsOfModal } from './block-kit.ts';
import { blockCases, recordedAreHere, whyNotRecorded } from './recorded.ts';

const check = { Blocks: problemsOfBlocks, Modal: problemsOfModal, Home: problemsOfHome };

describe.skipIf(!recordedAreHere)(`the Block Kit checker (or ${whyNotRecorded})`, () => {
  test.each(blockCases.filter((one) => one.good))('takes a $name', ({ surface, json }) => {
    expect(check[surface](json)).toEqual([]);
  });

  test.each(blockCases.filter((one) => !one.good))('sees: $name', ({ surface, json }) => {
    expect(check[surface](json)).not.toEqual([]);
  });
});
