// Takes a passage out of the group's guide, once an organizer confirmed it.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { limits } from '../../src/bot/limits.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Reply } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import type { GroupPassage } from '../../src/core/answers/group-passage.ts';
import { ownCard } from './own-card.ts';
import { passageGone, type ThisGuide, thisGuide, titleChoice, toQueue } from './this-guide.ts';

const args = { passage: text('Which passage', { max: 80 }) };

export const remove = command({
  name: 'remove',
  summary: "Remove or change a passage of the group's own guide",
  title: 'Remove or change',
  audience: 'organizer',
  options: { passage: text('Its title, or words of it', { max: 100 }) },
  suggest: { passage: suggestOwn },
  async run({ passage: typed }, ctx) {
    const guide = await thisGuide(ctx);
    const own = await ctx.store.answers.ownPassages(guide.group);
    const found = own.filter(({ title }) => holds(title, typed));
    const exact = found.find(({ title }) => title.toLowerCase() === typed.trim().toLowerCase());
    const [only, ...others] = found;
    if (exact ?? (only && others.length === 0)) return oneOf(exact ?? only, guide);
    return only ? whichOf(found, guide) : noneOf(own.length, guide);
  },
});

function oneOf(passage: GroupPassage | undefined, guide: ThisGuide): Reply {
  return passage ? ownCard(passage, md`A passage of this group:`, guide) : passageGone(guide);
}

function whichOf(found: readonly GroupPassage[], guide: ThisGuide): Reply {
  const { most } = limits.choices;
  const rest =
    found.length > most ? ` These are the first ${most}; more words find the others.` : '';
  return guide.reply(md`${found.length} passages have these words in their title.${rest}`, {
    controls: [
      {
        kind: 'select',
        label: 'Choose one',
        press: refer(openOwn),
        choices: found.slice(0, most).map(({ id, title }) => titleChoice(title, id)),
      },
    ],
  });
}

function noneOf(count: number, guide: ThisGuide): Reply {
  return guide.reply(
    count === 0
      ? md`This group has no passages of its own yet. **/guide add** writes one.`
      : md`No passage of this group has these words in its title. It has ${count}; they are suggested while you type.`,
    { tone: 'warning' },
  );
}

export const openOwn = action({
  id: 'guide.own',
  args,
  audience: 'organizer',
  async run({ passage }, ctx) {
    const guide = await thisGuide(ctx);
    return oneOf(await ctx.store.answers.ownPassage(guide.group, passage), guide);
  },
});

export const takeOut = action({
  id: 'guide.take_out',
  args,
  audience: 'organizer',
  async run({ passage: id }, ctx) {
    const guide = await thisGuide(ctx);
    const passage = await ctx.store.answers.ownPassage(guide.group, id);
    if (!passage) return passageGone(guide);
    return guide.reply(
      md`“${passage.title}” is deleted for the whole group, with the questions that it answered. It cannot be undone.`,
      {
        title: 'Remove this passage?',
        tone: 'warning',
        controls: [
          button('Yes, remove', refer(removed, { passage: id }), 'danger'),
          button('Keep', refer(openOwn, { passage: id })),
        ],
      },
    );
  },
});

export const removed = action({
  id: 'guide.removed',
  args,
  audience: 'organizer',
  async run({ passage }, ctx) {
    const guide = await thisGuide(ctx);
    const was = await ctx.store.transaction(async (tx) => {
      await tx.answers.settle(guide.group, passage);
      return tx.answers.removePassage(guide.group, passage);
    });
    return was ? guide.reply(md`Removed.`, { controls: [toQueue] }) : passageGone(guide);
  },
});

async function suggestOwn(typed: string, { group, store }: Context): Promise<readonly Choice[]> {
  if (group === undefined) return [];
  const own = await store.answers.ownPassages(group);
  return own
    .filter(({ title }) => holds(title, typed))
    .slice(0, limits.choices.most)
    .map(({ title }) => titleChoice(title, title));
}

function holds(title: string, words: string): boolean {
  return title.toLowerCase().includes(words.trim().toLowerCase());
}
