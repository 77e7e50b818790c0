// Writes a passage into the group's guide, and brings it to those who asked.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formatted, joinLines, type Markdown, md, named } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import type { GroupPassage } from '../../src/core/answers/group-passage.ts';
import { type GroupId, localId, type MemberId, platformOf } from '../../src/core/ids.ts';
import type { AskedQuestion } from '../../src/store/answer-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { human } from '../ask/human.ts';
import { goodMoment } from '../ask/organizers.ts';
import { quoted } from '../ask/quoted.ts';
import { ofGroup } from '../ask/readable.ts';
import { voteButtons } from '../ask/votes.ts';
import { passageText, type WrittenPassage } from './passage-form.ts';
import type { ThisGuide } from './this-guide.ts';

export async function publish(
  tx: Transaction,
  written: WrittenPassage,
  { group, today }: Pick<ThisGuide, 'group' | 'today'>,
  ctx: Context,
): Promise<GroupPassage> {
  const passage = {
    id: `g.${crypto.randomUUID()}`,
    group,
    author: ctx.user.id,
    writtenOn: today,
    ...passageText(written, today),
  };
  await tx.answers.addPassage(ctx.member.id, passage);
  return passage;
}

/** One message to each of those who asked, with their own words and nobody else's. */
export async function tellAskers(
  tx: Transaction,
  questions: readonly AskedQuestion[],
  about: { readonly group: GroupId; readonly key: string },
  reply: (question: AskedQuestion, from: Markdown) => Reply,
  ctx: Context,
): Promise<number> {
  const from = await groupWords(tx, about.group);
  const first = new Map(questions.toReversed().map((question) => [question.member, question]));
  for (const [member, question] of first) {
    const user = await accountOf(tx, member, about.group);
    if (!user) continue;
    await ctx.outbox.add(tx, {
      key: `${about.key}:${member}`,
      to: { kind: 'dm', user },
      reply: reply(question, from),
      due: await goodMoment(tx, user, ctx.now),
      member,
      group: about.group,
    });
  }
  return first.size;
}

async function accountOf(tx: Transaction, member: MemberId, group: GroupId) {
  const accounts = await tx.members.accounts(member);
  return accounts.find((each) => platformOf(each) === platformOf(group)) ?? accounts[0];
}

async function groupWords(tx: Transaction, group: GroupId): Promise<Markdown> {
  const { channel } = await tx.groups.settings(group);
  return channel ? md`the group of ${named('channel', channel)}` : md`your group ${localId(group)}`;
}

export function answerMessage(
  passage: GroupPassage,
  today: Temporal.PlainDate,
  question: AskedQuestion,
  from: Markdown,
): Reply {
  const { title, body } = ofGroup(passage, today);
  const intro = md`An organizer of ${formatted(from)} answers what you asked:`;
  return say(joinLines([intro, quoted(question.text), body], '\n\n'), {
    title,
    controls: [...voteButtons(passage.id), button('Ask a human again', refer(human))],
    footnote: `From now on /ask finds it in that group, until ${passage.validThrough}.`,
  });
}

export function dismissalMessage(question: AskedQuestion, from: Markdown): Reply {
  const says = md`The organizers of ${formatted(from)} read this and will not answer it here. You could ask in the channel, or ask the guide in other words.`;
  return say(joinLines([quoted(question.text), says], '\n\n'), {
    title: 'Your question was closed',
    controls: [button('Ask the guide', '/ask…', 'primary')],
  });
}
