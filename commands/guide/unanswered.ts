// What waits for an organizer, a page at a time, and one of it with all that was asked.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Control, type Reply } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { Complaint } from '../../src/store/answer-records.ts';
import { readableBy } from '../ask/readable.ts';
import { complaintCard } from './complaint.ts';
import { questionCard } from './question-card.ts';
import { type Alike, membersIn, sayAsked, secondsOf, seenIn, waitingIn } from './queue.ts';
import { alreadyDone, type ThisGuide, thisGuide, titleChoice } from './this-guide.ts';

const perPage = 8;

export const unanswered = command({
  name: 'unanswered',
  summary: 'Questions that members passed on, and passages that did not help',
  audience: 'organizer',
  options: {},
  run: (_none, ctx) => page(0, ctx),
});

export const turnPage = action({
  id: 'guide.page',
  args: { at: number('Which page', { max: 10_000 }) },
  audience: 'organizer',
  run: ({ at }, ctx) => page(at, ctx),
});

interface Item {
  readonly line: Markdown;
  readonly choice: Choice;
}

async function page(wanted: number, ctx: Context): Promise<Reply> {
  const guide = await thisGuide(ctx);
  const { group } = guide;
  await ctx.store.transaction((tx) => tx.answers.noteReading(group, ctx.now));
  const waiting = await waitingIn(group, ctx.store, ctx);
  const complaints = await ctx.store.answers.complaints(group);
  const counted = await countLine(guide, ctx);
  const add = button('Add a passage', '/guide add…');
  if (waiting.length + complaints.length === 0)
    return guide.reply(joinLines([md`Nothing waits.`, counted], '\n\n'), {
      title: 'Unanswered',
      tone: 'good',
      controls: [add],
    });
  const pages = Math.ceil((waiting.length + complaints.length) / perPage);
  const at = Math.min(wanted, pages - 1);
  const items = await itemsOn(at, waiting, complaints, guide, ctx);
  const place = pages > 1 ? `, page ${at + 1} of ${pages}` : '';
  const open = refer(openItem, { seen: secondsOf(ctx.now) });
  return guide.reply(joinLines([bullets(items.map(({ line }) => line)), counted], '\n\n'), {
    title: `Unanswered (${waiting.length + complaints.length}${place})`,
    controls: [
      { kind: 'select', label: 'Open one', press: open, choices: items.map((each) => each.choice) },
      ...turns(at, pages),
      add,
    ],
    footnote: 'Members are not named. What many asked comes first.',
  });
}

/** What most members asked first; then what waits longest; then passages that did not help. */
async function itemsOn(
  at: number,
  waiting: readonly Alike[],
  complaints: readonly Complaint[],
  { settings }: ThisGuide,
  ctx: Context,
): Promise<readonly Item[]> {
  const all = [...waiting.toSorted((a, b) => membersIn(b) - membersIn(a)), ...complaints];
  const shown = all.slice(at * perPage, (at + 1) * perPage);
  return Promise.all(
    shown.map(async (each) =>
      'votes' in each ? complaintItem(each, ctx) : questionItem(each, settings.zone),
    ),
  );
}

function questionItem(alike: Alike, zone: string): Item {
  const [first] = alike;
  return {
    line: md`“${shortened(first.text, 120)}”, ${formatted(sayAsked(alike, zone))}`,
    choice: titleChoice(first.text, first.id),
  };
}

/** How the value of a choice tells a passage from a question. */
const passageMark = 'p:';

async function complaintItem({ passage: id, votes }: Complaint, ctx: Context): Promise<Item> {
  const passage = await readableBy(id, ctx);
  const title = passage?.title ?? 'a passage that is gone';
  const members = votes === 1 ? 'one member' : `${votes} members`;
  return {
    line: md`The passage “${shortened(title, 100)}” did not help ${members}`,
    choice: titleChoice(`Did not help: ${title}`, `${passageMark}${id}`),
  };
}

async function countLine({ group, today }: ThisGuide, { store }: Context): Promise<Markdown> {
  const count = await store.answers.unanswered(group, today.subtract({ days: 30 }));
  return count === 1
    ? md`In the last 30 days one question found no answer.`
    : md`In the last 30 days ${count} questions found no answer; only those that members passed on are shown.`;
}

function turns(at: number, pages: number): readonly Control[] {
  return [
    ...(at > 0 ? [button('Back', refer(turnPage, { at: at - 1 }))] : []),
    ...(at < pages - 1 ? [button('More', refer(turnPage, { at: at + 1 }))] : []),
  ];
}

export const openItem = action({
  id: 'guide.open',
  args: { seen: number('When it was seen'), item: text('Which one', { max: 70 }) },
  audience: 'organizer',
  async run({ seen, item }, ctx) {
    const guide = await thisGuide(ctx);
    if (item.startsWith(passageMark))
      return complaintCard(item.slice(passageMark.length), guide, ctx);
    const alike = await seenIn(guide.group, item, seen, ctx.store, ctx);
    return alike ? questionCard(alike, seen, guide) : alreadyDone(guide);
  },
});
