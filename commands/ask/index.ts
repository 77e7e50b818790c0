import { type CommandGroup, type Context, command } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { nearEnough, worthOffering } from '../../src/core/answers/group-passage.ts';
import { kindOf } from '../../src/core/answers/kinds.ts';
import type { NotCovered } from '../../src/core/answers/not-covered.ts';
import type { Passage } from '../../src/core/answers/passage.ts';
import { computeTotal } from '../../src/core/ceu/requirement.ts';
import { changeWords, dontSend, human, send, words } from './human.ts';
import { type Asking, declined, inKind } from './in-kind.ts';
import { nearestOwn, nearnessOf, ownPassages } from './own-passages.ts';
import { passageCard, read, share } from './passage-card.ts';
import { quoted } from './quoted.ts';
import { isResting, ofGroup, ofGuide, type Readable } from './readable.ts';
import { remember } from './recent-questions.ts';
import { suggestTitles } from './suggestions.ts';
import { vote } from './votes.ts';

const ask = command({
  name: 'ask',
  summary: 'Ask the guide: answers with their sources, or an honest “not found”',
  title: 'Ask the guide',
  options: {
    question: text('What would you like to know? Never paste patient data', { min: 2, max: 300 }),
  },
  suggest: { question: suggestTitles },
  run: async ({ question }, ctx) => (await titled(question, ctx)) ?? answerTo(question, ctx),
});

/** The group's own comes before the guide's of the same title. */
async function titled(title: string, ctx: Context): Promise<Reply | undefined> {
  const today = await todayOf(ctx);
  const own = (await ownPassages(ctx)).find(({ passage }) => passage.title === title);
  if (own) return passageCard(ofGroup(own.passage, today), ctx);
  const passage = ctx.content.passages.find((each) => each.title === title);
  return passage && passageCard(ofGuide(passage, today), ctx);
}

/** So near that the group was surely asked this, whatever kind of question it is. */
const surelyNear = 0.85;

/** By whoever knows it best, the group or the guide; else in its kind, or not at all. */
async function answerTo(question: string, ctx: Context): Promise<Reply> {
  const today = await todayOf(ctx);
  const asking: Asking = { question, quoted: quoted(question), id: remember(question, ctx) };
  const own = (await nearestOwn(question, ctx)).filter((near) => near.nearness >= worthOffering);
  const ofGroups = own.slice(0, 2).map(({ passage }) => ofGroup(passage, today));
  const guides = guideAnswer(question, today, ctx);
  const ofGuides = guides.passage ? [ofGuide(guides.passage, today)] : [];
  const [best, ...others] = ofGroups;
  const [nearest = 0] = own.map(({ nearness }) => nearness);
  const isBest = (least: number) => nearest >= Math.max(least, guides.nearness);
  const byGroup = best && passageCard(best, ctx, asking, [...ofGuides, ...others]);
  const [first] = ofGuides;
  const byGuide = first && passageCard(first, ctx, asking, ofGroups);
  if (byGroup && isBest(surelyNear)) return byGroup;
  if (byGuide && guides.isExact) return byGuide;
  const kind = kindOf(question, credentialsOf(ctx));
  if (kind.kind !== 'guide') return inKind(kind, asking, ctx);
  if (byGroup && isBest(nearEnough)) return byGroup;
  return byGuide ?? notFound(asking, ofGroups, guides.notCovered, ctx);
}

interface GuideAnswer {
  readonly passage?: Passage;
  readonly isExact: boolean;
  /** By the measure of the group's own passages. */
  readonly nearness: number;
  readonly notCovered?: NotCovered;
}

/** What rests answers nothing. */
function guideAnswer(question: string, today: Temporal.PlainDate, ctx: Context): GuideAnswer {
  const { passage, isExact = false, notCovered } = ctx.content.guide.answer(question);
  if (!passage || isResting(passage, today))
    return { isExact: false, nearness: 0, ...(notCovered && { notCovered }) };
  return { passage, isExact, nearness: isExact ? 1 : nearnessOf(passage, question, ctx) };
}

/** That a question found no answer is counted; what it was, and whose, is not written down. */
async function notFound(
  asking: Asking,
  near: readonly Readable[],
  subject: NotCovered | undefined,
  ctx: Context,
): Promise<Reply> {
  if (ctx.group !== undefined && !subject?.offTopic) {
    const { zone } = await ctx.store.groups.settings(ctx.group);
    const day = ctx.now.toZonedDateTimeISO(zone).toPlainDate();
    await ctx.store.answers.countUnanswered(ctx.group, day);
  }
  return declined(asking, near, ctx, subject);
}

/** Those whose number a rule pack knows; of the others the guide says what is known. */
function credentialsOf({ content }: Context): readonly string[] {
  return content.rulePacks.flatMap((pack) =>
    pack.credentials
      .map(({ code }) => code)
      .filter((code) => computeTotal(pack.total, [code]).credits !== undefined),
  );
}

export default {
  name: 'ask',
  summary: 'Ask the guide, with sources',
  commands: [ask],
  actions: [read, share, vote, human, words, changeWords, send, dontSend],
} satisfies CommandGroup;
