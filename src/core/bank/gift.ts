// GIFT, Moodle's text format: each question is read by gift-pegjs, so that one mistake costs one
// question. The format: https://docs.moodle.org/en/GIFT_format.

import { type GIFTQuestion, type MultipleChoice, parse, type TextFormat } from 'gift-pegjs';
import type { Option } from '../quiz/question.ts';
import { blocksOf } from './blocks.ts';
import { type Asked, type Draft, type Entry, type Fault, mostOptions, tidy } from './draft.ts';
import { fromHtml, holdsMedia } from './from-html.ts';

/** The reader's time grows with the text, and no question is longer. */
const mostCharacters = 10_000;

export function* readGift(text: string): Iterable<Entry> {
  let topic: string | undefined;
  for (const block of blocksOf(text, mostCharacters)) {
    if (block.isTooLong) {
      yield { row: block.row, reason: `is longer than ${mostCharacters} characters` };
      continue;
    }
    const category = /^\s*\$CATEGORY:\s*(.*)/m.exec(block.text);
    if (category) topic = topicOf(category[1] ?? '');
    const question = block.text.replace(/^\s*\$CATEGORY:.*\n?/m, '');
    if (question.split('\n').every(isComment)) continue;
    yield entryOf(block.row, question, topic);
  }
}

function isComment(line: string): boolean {
  return line.trim() === '' || line.trimStart().startsWith('//');
}

/** The last step of its path: `$course$/top/Modifiers`. */
function topicOf(path: string): string | undefined {
  const last = tidy(path.split(/(?<!\/)\/(?!\/)/).at(-1) ?? '').replaceAll('//', '/');
  return /^(?:\$\w+\$|top|default.*)?$/i.test(last) ? undefined : last;
}

function entryOf(row: number, text: string, topic: string | undefined): Entry {
  if (holdsMedia(text))
    return { row, reason: 'holds a picture, a sound or a film, which cannot be shown here' };
  try {
    const [question] = parse(withColons(text));
    const asked = question && askedBy(question);
    if (!asked) return { row, reason: 'has no answers in { }' };
    if ('reason' in asked) return { row, ...asked };
    return { row, draft: { ...asked, ...(topic && { topic }) } };
  } catch (error) {
    return { row: row + lineOf(error) - 1, reason: sayBroken(error) };
  }
}

/** Moodle takes colons as they are; the reader wants them escaped outside of names and numbers. */
function withColons(text: string): string {
  const [head = ''] = /^(?:\s*\/\/.*\n)*\s*(?:::(?:[^:\\]|\\.|:(?!:))*::)?/.exec(text) ?? [];
  const body = text.slice(head.length).split(/(\{\s*#[^}]*\})/);
  const withMarks = (part: string) => part.replaceAll(/(?<!\\):/g, '\\:');
  const name = head.replace(/(?<=::).*(?=::)/s, withMarks);
  return name + body.map((part, place) => (place % 2 === 0 ? withMarks(part) : part)).join('');
}

type Problem = Pick<Fault, 'field' | 'reason'>;
type WithStem = Pick<Draft, 'stem' | 'rationale'>;

function askedBy(question: GIFTQuestion): (WithStem & Asked) | Problem | undefined {
  if (question.type === 'Category' || question.type === 'Description') return undefined;
  const around = { stem: textOf(question.stem), rationale: textOf(question.globalFeedback) };
  switch (question.type) {
    case 'MC':
      return withOptions(question, around);
    case 'TF': {
      const why = textOf(question.trueFeedback);
      const options = [true, false].map((value): Option => {
        const right = value === question.isTrue;
        return { text: value ? 'True' : 'False', right, ...(!right && why && { why }) };
      });
      const rationale = around.rationale || textOf(question.falseFeedback);
      return { ...around, rationale, kind: 'single', options };
    }
    case 'Short': {
      const answers = question.choices.map(({ text }) => [textOf(text)]);
      return { ...around, kind: 'typed', answers };
    }
    case 'Numerical': {
      const { choices } = question;
      const only = Array.isArray(choices) ? undefined : choices;
      if (only?.type !== 'simple')
        return {
          reason: 'asks for a number within a range: only one exact number can be typed here',
        };
      return { ...around, kind: 'typed', answers: [[String(only.number)]] };
    }
    case 'Matching':
      return { reason: 'matches pairs, which is not a kind of question here' };
    case 'Essay':
      return { reason: 'asks for an essay, which nobody here could grade' };
  }
}

function withOptions({ choices }: MultipleChoice, around: WithStem): (WithStem & Asked) | Problem {
  if (choices.length > mostOptions)
    return { reason: `has ${choices.length} options; at most ${mostOptions} can be shown` };
  const equals = choices.filter(({ isCorrect }) => isCorrect).length;
  if (equals > 1)
    return {
      reason: 'marks several options with =: for several right ones write ~%50% before each',
    };
  const isRight = (choice: MultipleChoice['choices'][number]) =>
    equals === 1 ? choice.isCorrect : (choice.weight ?? 0) > 0;
  const options = choices.map((choice): Option => {
    const why = textOf(choice.feedback);
    return { text: textOf(choice.text), right: isRight(choice), ...(why && { why }) };
  });
  const right = options.filter((option) => option.right).length;
  if (right === 0) return { reason: 'marks no option as right: write = before it' };
  return { ...around, kind: right > 1 ? 'select-all' : 'single', options };
}

function textOf(given: TextFormat | null | undefined): string {
  if (!given) return '';
  return tidy(given.format === 'plain' ? given.text : fromHtml(given.text));
}

function lineOf(error: unknown): number {
  const { location } = error as { location?: { start: { line: number } } };
  return location?.start.line ?? 1;
}

function sayBroken(error: unknown): string {
  const { found } = error as { found?: string | null };
  if (found === null) return 'ends too early: is a } missing?';
  return found === undefined
    ? 'cannot be read as GIFT'
    : `cannot be read as GIFT at “${tidy(found) || 'a space'}”: write a backslash before ~ = # { } that are part of the text`;
}

/** Questions of a kind that GIFT does not know are left out. */
export function writeGift(drafts: readonly Draft[]): string {
  let topic: string | undefined;
  const blocks = drafts.filter(fitsGift).flatMap((draft) => {
    const turned = draft.topic === topic ? [] : [`$CATEGORY: ${categoryOf(draft.topic)}\n\n`];
    topic = draft.topic;
    return [...turned, blockOf(draft)];
  });
  return blocks.join('');
}

/** Feedback stands beside wrong answers; a set of codes in any order is no short answer. */
export function fitsGift(draft: Draft): boolean {
  if (draft.kind === 'typed') return draft.answers.every((answer) => answer.length === 1);
  return draft.kind !== 'order';
}

function categoryOf(topic: string | undefined): string {
  return topic ? topic.replaceAll('/', '//').replaceAll('\n', ' ') : 'top';
}

function blockOf(draft: Draft): string {
  const rationale = draft.rationale ? `####${escaped(draft.rationale)}\n` : '';
  return `[plain]${escaped(draft.stem)} {\n${answersOf(draft)}${rationale}}\n\n`;
}

function answersOf(draft: Draft): string {
  if (draft.kind === 'order') return '';
  if (draft.kind === 'typed')
    return draft.answers.map(([answer = '']) => `=${escaped(answer)}\n`).join('');
  const right = draft.options.filter((option) => option.right).length;
  const share = (100 / right).toFixed(5).replace(/\.?0+$/, '');
  /** An arrow behind `=` would make pairs of them. */
  const hasArrow = draft.options.some(({ text }) => text.includes('->'));
  const mark = (option: Option) => {
    if (draft.kind === 'select-all') return option.right ? `~%${share}%` : '~%-100%';
    if (!option.right) return '~';
    return hasArrow ? '~%100%' : '=';
  };
  return draft.options
    .map(
      (option) =>
        `${mark(option)}${escaped(option.text)}${option.why ? ` #${escaped(option.why)}` : ''}\n`,
    )
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');
}
