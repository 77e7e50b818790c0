import { action, refer } from '../src/bot/action.ts';
import { type CommandGroup, type Context, command } from '../src/bot/command.ts';
import { bullets, formatted, md } from '../src/bot/markdown.ts';
import { button, type Control, type Reply, say, textFile } from '../src/bot/reply.ts';
import { number } from '../src/bot/shape.ts';
import { partsOf } from '../src/core/zip.ts';
import { allCertificates, packPart } from './ceu/audit-pack.ts';

/** What the tables hold, in words; one that is missing here is shown by its name. */
const contents: Readonly<Record<string, string>> = {
  members: 'your settings',
  identities: 'your account names on Discord or Slack',
  group_organizers: 'groups of which you are an organizer',
  drafts: 'forms that you began (kept for an hour)',
  alarms: 'reminders that are planned',
  quiz_sessions: 'quizzes that you began',
  attempts: 'questions that you were shown, with your answers',
  daily_answers: 'your answers to daily questions',
  round_players: 'rounds that you joined',
  round_answers: 'your answers in rounds',
  review_settings: 'how you like your reviews',
  review_cards: 'questions that come up in your reviews',
  board_points: 'points from rounds and daily questions, by topic and week',
  exam_plans: 'exams that you plan',
  practice_results: 'percentages of practice tests',
  question_flags: 'questions that you flagged, with your reasons',
  ceu_standings: 'certifying bodies, with the dates that you gave',
  credentials_held: 'credentials that you hold',
  ceu_marks: 'due dates that you marked: submitted, paid, snoozed',
  ceu_entries: 'CEUs that you logged',
  ceu_counts: 'for what those CEUs count',
  ceu_certificates: 'certificates of those CEUs, as files',
  asked_questions: 'questions that you passed on to organizers',
  passage_votes: 'passages that you found helpful or not',
  check_ins: 'meetings at which you checked in',
  wrong_words: 'open check-ins for which you typed a wrong word',
  exam_sittings: 'exam sets that you began',
  undelivered: 'direct messages that your settings refused (kept for 90 days)',
  bank_contributors: 'questions that you brought into a group',
  passage_authors: 'passages that you wrote for a group',
  outbox: 'messages that wait for you, and when earlier ones were sent (kept for 90 days)',
};

const show = command({
  name: 'show',
  summary: 'What is stored about you',
  options: {},
  async run(_none, ctx) {
    const counts = await ctx.store.privacy.count(ctx.member.id);
    const items = Object.entries(counts).map(
      ([table, rows]) => md`${contents[table] ?? table.replaceAll('_', ' ')}: ${rows}`,
    );
    const title = 'Your data';
    if (items.length === 0) return say(md`Nothing is stored about you. ${contact(ctx)}`, { title });
    const stored = md`This is stored about you, and nobody but you can see it here:\n${formatted(bullets(items))}`;
    return say(
      md`${formatted(stored)}\n\nTexts are encrypted under a key of your own. **/privacy export** gives you all of it as a file; **/privacy delete** removes it for good. ${contact(ctx)}`,
      {
        title,
        controls: [
          button('Export', '/privacy export'),
          button('Delete', '/privacy delete', 'danger'),
        ],
      },
    );
  },
});

function contact(ctx: Context): string {
  return ctx.operatorContact
    ? `This bot is run by: ${ctx.operatorContact}.`
    : 'Whoever runs this bot has not named a contact yet; ask an organizer.';
}

const exportAll = command({
  name: 'export',
  summary: 'All that is stored about you, as a file',
  options: {},
  async run(_none, ctx) {
    const tables = await ctx.store.privacy.export(ctx.member.id);
    if (Object.keys(tables).length === 0) return say(md`Nothing is stored about you.`);
    const text = JSON.stringify(tables, null, 2);
    const json = textFile('coderounds-my-data.json', 'application/json', text);
    const parts = partsOf(await allCertificates(ctx));
    if (parts.length === 0)
      return say(md`Here is everything that is stored about you.`, { files: [json] });
    return say(md`Here is everything that is stored about you, your certificates beside it.`, {
      files: [json, await packPart(parts, 1, packName, ctx)],
      controls: otherParts(parts.length, 1),
    });
  },
});

const packName = 'coderounds-my-certificates';

/** So many megabytes of certificates as no single message takes. */
const certificates = action({
  id: 'privacy.certificates',
  args: { part: number('Which part', { min: 1, max: 100 }) },
  async run({ part }, ctx): Promise<Reply> {
    const parts = partsOf(await allCertificates(ctx));
    if (parts.length < part) return say(md`There are fewer certificates by now.`, { mode: 'new' });
    return say(md`Part ${part} of ${parts.length} of your certificates.`, {
      mode: 'new',
      files: [await packPart(parts, part, packName, ctx)],
      controls: otherParts(parts.length, part),
    });
  },
});

function otherParts(count: number, shown: number): readonly Control[] {
  return Array.from({ length: Math.min(count, 24) }, (_, index) => index + 1)
    .filter((part) => part !== shown)
    .map((part) => button(`Certificates, part ${part}`, refer(certificates, { part })));
}

const remove = command({
  name: 'delete',
  summary: 'Delete everything that is stored about you',
  options: {},
  async run(_none, ctx) {
    const counts = await ctx.store.privacy.count(ctx.member.id);
    if (Object.keys(counts).length === 0) return say(md`Nothing is stored about you.`);
    return confirmation();
  },
});

function confirmation(): Reply {
  return say(
    md`This deletes your settings, credentials, CEUs, quiz results and planned reminders, and destroys the key that they are sealed under. **It cannot be undone.** You may want **/privacy export** first.`,
    {
      title: 'Delete everything about you?',
      tone: 'warning',
      controls: [
        button('Delete everything', refer(confirmed), 'danger'),
        button('Export first', '/privacy export'),
        button('Keep it', refer(kept)),
      ],
    },
  );
}

const confirmed = action({
  id: 'privacy.confirmed',
  args: {},
  async run(_none, ctx) {
    await ctx.store.transaction((tx) => tx.privacy.delete(ctx.member.id));
    return say(md`Done. Nothing about you is stored here any more.`, { tone: 'good' });
  },
});

const kept = action({
  id: 'privacy.kept',
  args: {},
  run: () => say(md`Nothing was deleted.`),
});

export default {
  name: 'privacy',
  summary: 'What is stored about you: see it, take it away, delete it',
  commands: [show, exportAll, remove],
  actions: [certificates, confirmed, kept],
} satisfies CommandGroup;
