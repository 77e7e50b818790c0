// Takes a question out of what the group is asked: one of its own, or one that came with the bot.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { limits } from '../../src/bot/limits.ts';
import { joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Reply } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import type { Question } from '../../src/core/quiz/question.ts';
import { type ThisGuide, thisGuide, titleChoice } from '../guide/this-guide.ts';
import { allQuestions, questionById } from '../quiz/questions.ts';
import { settled } from './flag-card.ts';
import { wholeQuestion } from './question-card.ts';

const args = { question: text('Which question', { max: 60 }) };

export const retire = command({
  name: 'retire',
  summary: 'Take a question out of what this group is asked, or bring it back',
  title: 'Retire a question',
  audience: 'organizer',
  options: {
    question: text('Words of it; left out, those that are retired', { max: 100 }).optional(),
  },
  suggest: { question: suggestQuestions },
  async run({ question: typed }, ctx) {
    const bank = await thisGuide(ctx);
    if (typed === undefined) return retiredList(bank, ctx);
    const all = await allQuestions(ctx);
    const exact = all.find(({ id }) => id === typed);
    const found = exact ? [exact] : holding(all, typed);
    const [only, ...others] = found;
    if (only && others.length === 0) return ask(only.id, bank, ctx);
    return only ? whichOf(found, bank) : bank.reply(noneFound, { tone: 'warning' });
  },
});

const noneFound = md`No question that this group is asked has these words. **/bank retire** alone shows those that are retired already.`;

function whichOf(found: readonly Question[], bank: ThisGuide): Reply {
  const { most } = limits.choices;
  const rest =
    found.length > most ? ` These are the first ${most}; more words find the others.` : '';
  return bank.reply(md`${found.length} questions have these words.${rest}`, {
    controls: [
      {
        kind: 'select',
        label: 'Choose one',
        press: refer(askToRetire),
        choices: found.slice(0, most).map(({ id, stem }) => titleChoice(stem, id)),
      },
    ],
  });
}

const askToRetire = action({
  id: 'bank.retire',
  args,
  audience: 'organizer',
  run: async ({ question }, ctx) => ask(question, await thisGuide(ctx), ctx),
});

async function ask(id: string, bank: ThisGuide, ctx: Context): Promise<Reply> {
  const found = await stemOf(id, ctx);
  if (found === undefined) return questionGone(bank);
  const item = await questionById(id, ctx);
  const shown = item && !item.of ? wholeQuestion(item.question) : md`${found}`;
  return bank.reply(
    joinLines(
      [md`This group is not asked it any more; results so far stay. You can bring it back.`, shown],
      '\n\n',
    ),
    {
      title: 'Retire this question?',
      tone: 'warning',
      controls: [
        button('Yes, retire it', refer(retired, { question: id }), 'danger'),
        button('Keep it', refer(kept)),
      ],
    },
  );
}

/** Of a case its own stem. */
async function stemOf(id: string, ctx: Context): Promise<string | undefined> {
  const whole = (await allQuestions(ctx)).find((question) => question.id === id);
  return whole?.stem ?? (await questionById(id, ctx))?.question.stem;
}

const retired = action({
  id: 'bank.retired',
  args,
  audience: 'organizer',
  async run({ question: id }, ctx) {
    const bank = await thisGuide(ctx);
    const item = await questionById(id, ctx);
    const isCase = ctx.content.questions.some((each) => each.id === id);
    if (!item && !isCase) return questionGone(bank);
    const done = await ctx.store.transaction(async (tx) => {
      const isNew = await tx.bank.retire(bank.group, item?.of?.caseStudy.id ?? id, ctx.now);
      const says = md`retired it: the group is not asked it any more.`;
      await settled(tx, id, item?.question, { outcome: 'mended', says }, bank, ctx);
      return isNew;
    });
    return bank.reply(done ? md`**Retired.**` : md`It was retired already.`, {
      tone: done ? 'good' : 'warning',
      controls: [
        button('Bring it back', refer(bringBack, { question: item?.of?.caseStudy.id ?? id })),
        button('What waits', '/bank flags'),
      ],
    });
  },
});

const bringBack = action({
  id: 'bank.bring_back',
  args,
  audience: 'organizer',
  async run({ question }, ctx) {
    const bank = await thisGuide(ctx);
    const was = await ctx.store.transaction((tx) => tx.bank.bringBack(bank.group, question));
    return bank.reply(was ? md`**Back in the bank.**` : md`It is in the bank already.`, {
      tone: was ? 'good' : 'warning',
    });
  },
});

const kept = action({
  id: 'bank.not_retired',
  args: {},
  audience: 'organizer',
  run: async (_none, ctx) => (await thisGuide(ctx)).reply(md`It stays in the bank.`),
});

export const retireActions = [askToRetire, retired, bringBack, kept];

async function retiredList(bank: ThisGuide, ctx: Context): Promise<Reply> {
  const ids = await ctx.store.bank.retired(bank.group);
  if (ids.length === 0)
    return bank.reply(
      md`No question is retired. **/bank retire** with words of one takes it out.`,
      {
        controls: [button('Retire one', '/bank retire…')],
      },
    );
  const { most } = limits.choices;
  const found = await Promise.all(
    ids.slice(0, most).map(async (id) => titleChoice(await titleOf(id, ctx), id)),
  );
  const rest = ids.length > most ? ` These are ${most} of them.` : '';
  return bank.reply(md`${ids.length} retired.${rest} Choose one to bring it back.`, {
    title: 'Retired questions',
    controls: [
      { kind: 'select', label: 'Bring one back', press: refer(bringBack), choices: found },
    ],
  });
}

async function titleOf(id: string, ctx: Context): Promise<string> {
  const builtIn = ctx.content.questions.find((question) => question.id === id);
  return builtIn?.stem ?? (await questionById(id, ctx))?.question.stem ?? id;
}

export function questionGone(bank: ThisGuide): Reply {
  return bank.reply(md`That question is not in this group's bank. Nothing was changed.`, {
    tone: 'warning',
  });
}

async function suggestQuestions(typed: string, ctx: Context): Promise<readonly Choice[]> {
  const { whole, parts } = foundIn(await allQuestions(ctx), typed);
  return [...whole, ...parts]
    .slice(0, limits.choices.most)
    .map(({ stem, id }) => titleChoice(stem, id));
}

/** “CPC” stands in “HCPCS” too: such questions are meant only where no other has the word. */
function holding(all: readonly Question[], typed: string): readonly Question[] {
  const { whole, parts } = foundIn(all, typed);
  return whole.length > 0 ? whole : parts;
}

/** The words as they stand, and those that are parts of longer ones. */
function foundIn(all: readonly Question[], typed: string) {
  const words = typed.trim();
  const found = all.filter(({ stem }) => stem.toLowerCase().includes(words.toLowerCase()));
  const standing = new RegExp(`(?<![\\p{L}\\d])${RegExp.escape(words)}(?![\\p{L}\\d])`, 'iu');
  return {
    whole: found.filter(({ stem }) => standing.test(stem)),
    parts: found.filter(({ stem }) => !standing.test(stem)),
  };
}
