// What is answered otherwise than by a passage: each kind of question in its own way.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import type { Kind } from '../../src/core/answers/kinds.ts';
import type { NotCovered } from '../../src/core/answers/not-covered.ts';
import { creditsReply } from './credits.ts';
import { type Asked, humanButton, readButton } from './passage-card.ts';
import type { Readable } from './readable.ts';
import { releasesReply } from './releases.ts';

type Told = Exclude<Kind['kind'], 'guide' | 'credits' | 'releases' | 'code' | 'legal-advice'>;

/** A question on its way to an answer. */
export interface Asking extends Asked {
  readonly question: string;
}

export async function inKind(
  kind: Exclude<Kind, { kind: 'guide' }>,
  asking: Asking,
  ctx: Context,
): Promise<Reply> {
  const { question, quoted } = asking;
  switch (kind.kind) {
    case 'credits':
      return creditsReply(kind.credentials, quoted, ctx);
    case 'releases':
      return releasesReply(kind.sets, quoted, ctx);
    case 'code':
      return told(quoted, codeAnswer, [
        lookUpButton(question),
        ...nearest(question, ctx, 2),
        humanButton(asking),
      ]);
    case 'legal-advice':
      return told(quoted, legalAnswer, nearest(question, ctx, 2));
    default:
      return told(quoted, answers[kind.kind], kind.kind === 'medical-advice' ? [] : whatElse);
  }
}

const codeAnswer = md`**/code** looks up ICD-10-CM, ICD-10-PCS and HCPCS Level II, by a code or by words. Which code is right for a case I cannot say: for that take the Tabular List and its notes, the official guidelines and the record. CPT belongs to the AMA and is not here.`;

/** With the code filled in, where the question holds one. */
function lookUpButton(question: string): Control {
  const code = /\b(?:[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?|[A-V]\d{4})\b/i.exec(question)?.[0];
  return code
    ? button(`Look up ${code.toUpperCase()}`, refer('/code', { query: code }), 'primary')
    : button('Look up a code', '/code…', 'primary');
}

const legalAnswer = md`I give no legal advice. Ask a lawyer; for something at work your compliance officer is the first to go to. What the guide says of the subject:`;

const answers: Readonly<Record<Told, Markdown>> = {
  abilities: md`I answer questions about medical coding from a guide with sources, quiz you, keep track of your CEUs, and tell when code sets change. **/help** lists everything.`,
  'medical-advice': md`I know about coding, not about treatment. Please ask a doctor, a nurse or a pharmacist; in an emergency call your local emergency number.`,
  'exam-answers': md`I do not pass on answers to exams or CEU quizzes, nor index numbers: they belong to their publishers, and they could cost you your credential. Questions of our own are under **/quiz start**.`,
  abuse: md`That was not my best moment, it seems. Tell me what you were looking for, and I will try again.`,
  orders: md`I only look things up in the guide and cannot be given other orders. Ask me something about medical coding.`,
};

const whatElse = [button('What I can do', '/help'), button('Start a quiz', '/quiz start')];

/** Nobody covers it: of what it is about, if known, who would know, and what comes nearest. */
export function declined(
  asking: Asking,
  own: readonly Readable[],
  ctx: Context,
  subject?: NotCovered,
): Reply {
  const { question, quoted } = asking;
  const another = humanButton(asking);
  if (subject?.offTopic) {
    const outside = md`That is outside of what I know: I am here for medical coding.`;
    return told(quoted, outside, [...whatElse, another]);
  }
  const near = [...own.map(readButton), ...nearest(question, ctx, 3)].slice(0, 3);
  const says = subject
    ? md`The guide does not cover ${subject.about}, so I will not guess. ${subject.ask ?? ''}`
    : md`The guide does not cover that, so I will not guess.`;
  const hint =
    near.length > 0
      ? md`These passages come nearest; **Ask a human** passes your question on to your organizers.`
      : md`Try other words, or **Ask a human**: that passes your question on to your organizers.`;
  return told(quoted, joinLines([says, hint], '\n\n'), [...near, another]);
}

function told(asked: Markdown, answer: Markdown, controls: readonly Control[]): Reply {
  return say(md`${formatted(asked)}\n\n${formatted(answer)}`, { controls });
}

function nearest(question: string, ctx: Context, most: number): readonly Control[] {
  return ctx.content.guide.find(question, most).map((found) => readButton(found.passage));
}
