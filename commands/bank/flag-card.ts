// A flagged question: what members say of it, the question with its key, and what can be done.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import type { MemberId } from '../../src/core/ids.ts';
import type { Answerable } from '../../src/core/quiz/question.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { QuestionFlag } from '../../src/store/flag-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { type ThisGuide, thisGuide } from '../guide/this-guide.ts';
import { questionById } from '../quiz/questions.ts';
import { quotedStem, wholeQuestion } from './question-card.ts';
import { groupInWords, tell } from './tell.ts';

export interface Flagged {
  readonly id: string;
  /** Absent where it has left the bank. */
  readonly question?: Answerable;
  readonly isOwn: boolean;
  readonly flags: readonly QuestionFlag[];
}

export async function flagsOf(
  id: string,
  { group }: Pick<ThisGuide, 'group'>,
  ctx: Context,
): Promise<Flagged | undefined> {
  const open = await ctx.store.flags.openFlags(group, 1000);
  const flags = open.filter(({ question }) => question === id);
  if (flags.length === 0) return undefined;
  const question = (await questionById(id, ctx))?.question;
  const isOwn = (await ctx.store.bank.question(id))?.group === group;
  return { id, flags, isOwn, ...(question && { question }) };
}

const mostReasons = 5;

export function flagCard({ id, question, isOwn, flags }: Flagged, bank: ThisGuide): Reply {
  const reasons = flags.slice(0, mostReasons).map(({ reason }) => md`“${shortened(reason, 200)}”`);
  const rest = flags.length - reasons.length;
  const said = bullets([...reasons, ...(rest > 0 ? [md`and ${rest} more`] : [])]);
  const shown = question ? fitting(wholeQuestion(question)) : md`The question has left the bank.`;
  const builtIn = md`*This question came with the bot (${id}), so it cannot be changed here. You can retire it for this group; tell whoever runs the bot, so that it is mended for all.*`;
  return bank.reply(joinLines([said, shown, ...(isOwn ? [] : [builtIn])], '\n\n'), {
    title: flags.length === 1 ? 'Flagged by one member' : `Flagged by ${flags.length} members`,
    controls: controlsOf(id, isOwn && question !== undefined),
  });
}

/** What members say comes first; the longest questions give way. */
function fitting(shown: Markdown): Markdown {
  const most = 1600;
  return shown.length <= most
    ? shown
    : (`${shown.slice(0, most).replace(/\\+$/, '')}…` as Markdown);
}

function controlsOf(question: string, canMend: boolean): readonly Control[] {
  return [
    ...(canMend ? [button('Mend it', refer({ id: 'bank.mend' }, { question }), 'primary')] : []),
    button('Retire it', refer({ id: 'bank.retire' }, { question })),
    button('It is right', refer(keep, { question })),
    button('What else waits', '/bank flags'),
  ];
}

const keep = action({
  id: 'bank.keep',
  args: { question: text('Which question', { max: 60 }) },
  audience: 'organizer',
  async run({ question: id }, ctx) {
    const bank = await thisGuide(ctx);
    const question = (await questionById(id, ctx))?.question;
    const flaggers = await ctx.store.transaction((tx) =>
      settled(
        tx,
        id,
        question,
        { outcome: 'kept', says: md`looked at it: it is right as it stands.` },
        bank,
        ctx,
      ),
    );
    return bank.reply(
      flaggers.length > 0
        ? md`Closed: the question stays as it is, and those who flagged it are told.`
        : md`Another organizer was quicker: this was settled already.`,
      {
        tone: flaggers.length > 0 ? 'good' : 'warning',
        controls: [button('What else waits', '/bank flags')],
      },
    );
  },
});

export const flagCardActions = [keep];

interface Settling {
  readonly outcome: 'kept' | 'mended';
  readonly says: Markdown;
  /** Who hears of it otherwise. */
  readonly told?: ReadonlySet<MemberId>;
}

/** Closes the flags of a question and tells those who flagged it; says who they were. */
export async function settled(
  tx: Transaction,
  id: string,
  question: Answerable | undefined,
  { outcome, says, told = new Set() }: Settling,
  { group }: Pick<ThisGuide, 'group'>,
  ctx: Context,
) {
  const flaggers = await tx.flags.settleFlags(group, id, outcome, ctx.now);
  const from = await groupInWords(tx, group);
  for (const member of flaggers.filter((each) => !told.has(each))) {
    const intro = md`You flagged a question. The organizers of ${formatted(from)} ${formatted(says)}`;
    const reply = say(joinLines([intro, ...(question ? [quotedStem(question)] : [])], '\n\n'), {
      title: 'Your flag',
      controls: [button('Practice', '/quiz start')],
    });
    const key = `bank:flag:${id}:${ctx.now.epochMilliseconds}`;
    await tell(tx, member, { key, group, reply }, ctx);
  }
  return flaggers;
}
