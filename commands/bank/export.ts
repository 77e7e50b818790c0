// The group's bank as a file for its organizers, and what a member missed as a file for them.

import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { rest } from '../../src/bot/in-steps.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type File, type Reply, say, textFile } from '../../src/bot/reply.ts';
import { choice } from '../../src/bot/shape.ts';
import { writeAnki } from '../../src/core/bank/anki.ts';
import { writeCsv } from '../../src/core/bank/csv.ts';
import type { Draft } from '../../src/core/bank/draft.ts';
import { fitsGift, writeGift } from '../../src/core/bank/gift.ts';
import { draftOf } from '../../src/core/bank/question-of.ts';
import type { Answerable } from '../../src/core/quiz/question.ts';
import { groupOf } from '../group/this-group.ts';
import { ownQuestions, questionById } from '../quiz/questions.ts';
import { count } from './words.ts';

const formats = { csv: 'CSV', anki: 'Anki notes', gift: 'GIFT (Moodle)' } as const;

export const exportFile = command({
  name: 'export',
  summary: 'What you missed as a file, or the whole bank of the group for its organizers',
  title: 'Export questions',
  options: {
    what: choice('What', {
      misses: 'The questions that I missed',
      bank: "The group's own questions (organizers)",
    }).default('misses'),
    format: choice('As what', formats).default('csv'),
  },
  async run({ what, format }, ctx) {
    if (what === 'misses') return misses(format, ctx);
    if (!ctx.organizer)
      throw new UserError(
        'The whole bank is for organizers of the group. What you missed yourself comes with /bank export.',
      );
    return bank(format, ctx);
  },
});

async function bank(format: keyof typeof formats, ctx: Context): Promise<Reply> {
  const questions = (await ownQuestions(groupOf(ctx), ctx.store)).filter(
    (question): question is Answerable => question.kind !== 'case',
  );
  if (questions.length === 0)
    return say(md`This group has no questions of its own yet.`, {
      controls: [button('Import a file', '/bank import…'), button('Add one', '/bank add…')],
    });
  return fileOf('our-questions', questions, format, ctx);
}

async function misses(format: keyof typeof formats, ctx: Context): Promise<Reply> {
  const ids = await ctx.store.quizzes.allMissed(ctx.member.id);
  const items = await Promise.all(ids.map((id) => questionById(id, ctx)));
  const questions = items.flatMap((item) => (item ? [item.question] : []));
  if (questions.length === 0)
    return say(md`You have missed no question so far.`, {
      controls: [button('Start a quiz', '/quiz start', 'primary')],
    });
  return fileOf('what-i-missed', questions, format, ctx);
}

async function fileOf(
  name: string,
  questions: readonly Answerable[],
  format: keyof typeof formats,
  ctx: Context,
): Promise<Reply> {
  await rest();
  const drafts = questions.map((question) => draftOf(question, ctx.content.topics));
  await rest();
  const written = format === 'gift' ? drafts.filter(fitsGift) : drafts;
  const leftOut = drafts.length - written.length;
  const note = leftOut > 0 ? ` ${leftOut} of kinds that GIFT does not know are not in it.` : '';
  return say(md`${count(written.length, 'question')}.${note} ${hints[format]}`, {
    files: [await write(`coderounds-${name}`, written, format)],
  });
}

const hints = {
  csv: '/bank import reads it back; a cell that begins like a formula has an apostrophe before it.',
  anki: 'In Anki: File > Import; Front and Back are filled, the other columns may stay unused.',
  gift: 'In Moodle: Question bank > Import > GIFT format. Sources and levels are not part of it.',
} as const;

const perPiece = 500;

/** Piece by piece, since a bank may have thousands. */
async function write(
  name: string,
  drafts: readonly Draft[],
  format: keyof typeof formats,
): Promise<File> {
  const { writer, ending, mediaType } = kinds[format];
  const pieces: string[] = [];
  for (let from = 0; from < Math.max(drafts.length, 1); from += perPiece) {
    const piece = writer(drafts.slice(from, from + perPiece));
    pieces.push(from === 0 ? piece : piece.slice(writer([]).length));
    await rest();
  }
  return textFile(`${name}.${ending}`, mediaType, pieces.join(''));
}

const kinds = {
  csv: { writer: writeCsv, ending: 'csv', mediaType: 'text/csv' },
  anki: { writer: writeAnki, ending: 'txt', mediaType: 'text/plain' },
  gift: { writer: writeGift, ending: 'gift.txt', mediaType: 'text/plain' },
} as const;
