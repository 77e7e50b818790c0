// Exams as people name them: those that questions of the bank train, and those of the rule packs.

import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import type { Choice } from '../../src/bot/reply.ts';

type Known = Pick<Context, 'content'>;

/** CPC-A is what CPC holders without experience are called, not an exam. */
const apprentice = /-A$/;

function examNames({ content }: Known): readonly string[] {
  const trained = content.questions.flatMap(({ exams }) => exams.map(({ exam }) => exam));
  const held = content.rulePacks
    .flatMap((pack) => pack.credentials.map(({ code }) => code))
    .filter((code) => !apprentice.test(code));
  return [...new Set([...trained, ...held])].sort();
}

/** As it is written, whatever the case in which it was typed. */
export function examNamed(typed: string, ctx: Known): string {
  const names = examNames(ctx);
  const found = names.find((name) => name.toLowerCase() === typed.trim().toLowerCase());
  if (found) return found;
  throw new UserError(`“${typed}” is not an exam that I know. Choose one of: ${names.join(', ')}.`);
}

export function suggestExams(typed: string, ctx: Context): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return examNames(ctx)
    .filter((name) => name.toLowerCase().includes(wanted))
    .slice(0, 25)
    .map((name) => ({ label: name, value: name }));
}

/** The certifying body whose credential it is, where we have its rules. */
export function bodyOf(exam: string, { content }: Known): string | undefined {
  return content.rulePacks.find(({ credentials }) => credentials.some(({ code }) => code === exam))
    ?.body.id;
}

/** Topics of the bank that train it; all of them where none says so. */
export function topicsOf(exam: string, { content }: Known): readonly string[] {
  const trained = new Set(
    content.questions
      .filter(({ exams }) => exams.some((each) => each.exam === exam))
      .map(({ topic }) => topic),
  );
  return content.topics.map(({ id }) => id).filter((id) => trained.size === 0 || trained.has(id));
}
