// Real coding questions without patient data: none of these may be stopped.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realContent } from '../../world.ts';

/** All ways in which the guide knows its questions to be asked. */
export function guideQuestions(): readonly string[] {
  return realContent().passages.flatMap(({ title, phrasings }) => [title, ...phrasings]);
}

/** The stems of the question bank, with the options that members might copy. */
export function bankQuestions(): readonly string[] {
  return realContent().questions.map(({ stem }) => stem);
}

/** Written to look as much like patient data as honest questions do. */
export function nastyQuestions(): readonly string[] {
  const file = join(import.meta.dirname, 'nasty-questions.txt');
  return readFileSync(file, 'utf8').trim().split('\n');
}

/** Every third line: rules are not tuned on these. */
export function isHeldOut(_line: string, index: number): boolean {
  return index % 3 === 2;
}
