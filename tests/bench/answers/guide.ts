// The real guide, and what is known as not covered.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../../../src/content/read.ts';
import { notCoveredFile } from '../../../src/content/schemas.ts';

const data = join(import.meta.dirname, '../../../data');

export const { passages } = readContent(data);

export const notCovered = readdirSync(join(data, 'not-covered')).flatMap((file) => {
  const text = readFileSync(join(data, 'not-covered', file), 'utf8');
  return notCoveredFile.parse(JSON.parse(text)).topics;
});
