// The question of an id, made again from the releases that are installed.

import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Content } from '../../src/content/content.ts';
import { makeQuestion } from '../../src/core/codes/question.ts';
import { readQuestionId } from '../../src/core/codes/question-id.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import { titleOf } from './words.ts';

/** Nothing where it is the id of another question, or a release of it is gone. */
export function generatedQuestion(
  id: string,
  catalog: Catalog,
  { codeSets }: Pick<Content, 'codeSets'>,
): SingleChoice | undefined {
  const read = readQuestionId(id);
  if (!read) return undefined;
  const before = catalog.book(read.codeSet, read.from);
  const after = catalog.book(read.codeSet, read.to);
  if (!before || !after) return undefined;
  const set = codeSets.find((each) => each.id === read.codeSet);
  const url = set?.links.at(0)?.url;
  return makeQuestion(read, {
    before,
    after,
    installed: after.installedOn,
    source: {
      title: `${titleOf(after)}, official code files (${set?.publisher ?? 'CMS'})`,
      ...(url !== undefined && { url }),
      checked: after.installedOn,
    },
  });
}
