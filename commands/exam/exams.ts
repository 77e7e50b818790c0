// Sets for exams as people name them.

import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import type { Choice } from '../../src/bot/reply.ts';
import type { Blueprint } from '../../src/core/exams/blueprint.ts';

export function blueprintNamed(typed: string, { content }: Context): Blueprint {
  const wanted = typed.trim().toLowerCase();
  const found = content.exams.find(({ exam }) => exam.toLowerCase() === wanted);
  if (found) return found;
  const names = content.exams.map(({ exam }) => exam).join(', ');
  throw new UserError(`There is no set for “${typed}”. There are sets for: ${names}.`);
}

export function suggestSets(typed: string, { content }: Context): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return content.exams
    .map(({ exam, name, kind }) => ({
      label: `${exam}, ${name}${kind === 'practice' ? ' (practice set)' : ''}`,
      value: exam,
    }))
    .filter(({ label }) => label.toLowerCase().includes(wanted));
}
