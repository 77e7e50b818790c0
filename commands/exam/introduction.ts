// What a set would be, said before it begins: how many questions, how much time, what it cannot tell.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formatted, joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice } from '../../src/bot/shape.ts';
import { type Blueprint, type Length, lengths } from '../../src/core/exams/blueprint.ts';
import { type Drawn, drawSet } from '../../src/core/exams/drawing.ts';
import { sayLeft } from '../../src/core/exams/sitting.ts';
import { editionFor } from '../plan/editions.ts';
import { allQuestions } from '../quiz/questions.ts';
import { factsText, limitsText, setName } from './words.ts';

const lengthNames = {
  full: 'The whole set',
  half: 'Half of it',
  quarter: 'A quarter of it',
} as const;
export const lengthArg = choice('How long', lengthNames, { label: 'Length' });
export const timing = { exam: 'Exam pace', untimed: 'Untimed' } as const;

export async function introduction(
  blueprint: Blueprint,
  length: Length,
  time: keyof typeof timing,
  ctx: Context,
): Promise<Reply> {
  const { exam, secondsEach, pass } = blueprint;
  const drawn = await draw(blueprint, length, ctx);
  const count = drawn.questionIds.length;
  const edition = await editionFor(exam, ctx);
  const timed = time === 'exam' && secondsEach !== undefined;
  const clock = timed
    ? `${sayLeft(count * secondsEach)}, at the exam's ${secondsEach} seconds a question, with a pause whenever you like`
    : 'untimed';
  const short = drawn.short.map(
    ({ title, wanted, got }) =>
      md`${title}: the bank has ${got} of the ${wanted} that belong there.`,
  );
  const passLine = pass
    ? md`The exam passes at ${pass.percent} percent of all its questions.`
    : md`There is no pass line: no share of right answers is published for it.`;
  const parts = [
    md`**This set:** ${count} questions, ${clock}. ${edition.said} ${formatted(passLine)}`,
    ...short,
    ...factsText(blueprint),
    limitsText(blueprint),
    md`It runs in your direct messages. You can go back, change answers and mark questions until you hand in; rationales come with the report.`,
  ];
  const others = (Object.keys(lengths) as Length[]).filter((each) => each !== length);
  return say(joinLines(parts, '\n\n'), {
    title: setName(blueprint),
    controls: [
      button('Begin', refer({ id: 'exam.begin' }, { exam, length, time }), 'primary'),
      ...others.map((each) =>
        button(lengthNames[each], refer('/exam start', { exam, length: each, time })),
      ),
      ...(timed
        ? [button('Untimed', refer('/exam start', { exam, length, time: 'untimed' }))]
        : []),
    ],
    footnote: 'Quiz points are not CEUs. Independent: not endorsed by any certifying body.',
  });
}

export async function draw(blueprint: Blueprint, length: Length, ctx: Context): Promise<Drawn> {
  const { on } = await editionFor(blueprint.exam, ctx);
  const seen = await ctx.store.quizzes.seen(ctx.member.id);
  return drawSet(blueprint, length, await allQuestions(ctx), { on, seen }, ctx.random);
}
