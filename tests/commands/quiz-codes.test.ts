// Practice on codes of the installed sets: as many questions as are asked for, made from the files.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedQuestion } from '../../commands/code/generated-question.ts';
import { codeQuestionIds } from '../../commands/code/practice.ts';
import { openCatalog } from '../../src/catalog/open.ts';
import { installing, temporaryFolder } from '../catalog/official.ts';
import { twoReleases } from '../catalog/two-releases.ts';
import { labelsOf, openChat, read } from '../chat.ts';
import { realContent } from '../world.ts';

test('is a topic where a set is installed, and only there', async () => {
  const { maria } = await openChat({ codes: await twoReleases() });
  const topics = await maria.suggest('quiz start', 'topic', 'codes');
  expect(topics.map(({ label }) => label)).toContain('Codes');
  const card = await maria.type('/quiz start topic:codes count:3');
  expect(card.title).toBe('Question 1 of 3 · Codes');
  const reveal = await maria.press(card, 'A');
  expect(read(reveal)).toContain('ICD-10-CM FY2027, official code files');
  expect(labelsOf(reveal)).toContain('Next question');
  const { james } = await openChat();
  expect(read(await james.type('/quiz start topic:codes'))).toContain('There is no topic “codes”.');
});

test('another kind than one right answer is told so', async () => {
  const { maria } = await openChat({ codes: await twoReleases() });
  expect(read(await maria.type('/quiz start topic:codes kind:order'))).toContain(
    'Leave the kind out.',
  );
});

const zip = join(import.meta.dirname, '../../../shared/cms/icd10cm/FY2026-october.zip');

test.skipIf(!existsSync(zip))(
  'fifty of a whole set, none twice, from many chapters (or ../shared/cms is not here)',
  async () => {
    const codes = temporaryFolder();
    await installing(zip, codes, { release: 'FY2026-october' });
    const catalog = openCatalog(codes);
    const ctx = { catalog, content: realContent(), random: Math.random };
    const ids = codeQuestionIds(50, ctx);
    expect(new Set(ids).size).toBe(50);
    const questions = ids.map((id) => generatedQuestion(id, catalog, ctx.content));
    for (const question of questions)
      expect(question?.options.filter(({ right }) => right)).toHaveLength(1);
    expect(new Set(ids.map((id) => id.split('.')[4]?.charAt(0))).size).toBeGreaterThan(8);
    catalog.close();
  },
);
