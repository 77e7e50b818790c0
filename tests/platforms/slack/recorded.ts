// What Slack's own SDKs are tested with. The files are not part of this project: a test that needs
// them is skipped where they are not here.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const folder = join(import.meta.dirname, '../../../../shared/slack');

export const recordedAreHere = existsSync(folder);
export const whyNotRecorded = 'the recorded payloads (../shared/slack) are not here';

const payload = z.object({
  file: z.string(),
  name: z.string(),
  kind: z.string(),
  event: z.string().nullish(),
  form: z.string().nullish(),
  payload: z.record(z.string(), z.unknown()).nullish(),
});
export type Recorded = z.output<typeof payload>;

const blockCase = z
  .tuple([z.enum(['Blocks', 'Modal', 'Home']), z.string(), z.unknown()])
  .rest(z.literal(1));

function read<T extends z.ZodType>(name: string, schema: T): readonly z.output<T>[] {
  if (!recordedAreHere) return [];
  return z.array(schema).parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** From the tests of Slack's SDK for Python. */
export const recordedPayloads = read('bolt-python.json', payload);

/** Good and bad blocks. */
export const blockCases = read('blockkit-cases.json', blockCase).map(
  ([surface, name, json, good]) => ({ surface, name, json, good: good === 1 }),
);
