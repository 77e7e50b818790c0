// What changes next in the code sets: all of them at a glance, or one in detail.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { limits } from '../../src/bot/limits.ts';
import { bullets, fitting, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { CodeSet } from '../../src/core/calendar/code-set.ts';
import { sectionOf } from '../../src/core/calendar/notices.ts';
import { sayCounts, sayDay } from '../../src/core/calendar/release-words.ts';
import {
  expectedFiles,
  isUnchanged,
  lastRelease,
  nextRelease,
  type Release,
} from '../../src/core/calendar/releases.ts';
import { namedSet, suggestSets } from './sets.ts';
import { factsOf, figuresFrom, headlinesOf, linkLine, trademarksOf } from './words.ts';

export const next = command({
  name: 'next',
  summary: 'What changes next in the code sets, and by which date of service',
  title: 'Next code changes',
  options: { set: text('A code set; left out, all of them', { max: 60 }).optional() },
  suggest: { set: suggestSets },
  run: ({ set }, ctx) => (set === undefined ? overview(ctx) : detailsOf(namedSet(set, ctx), ctx)),
});

/** For the choice of one set under the overview. */
export const about = action({
  id: 'updates.about',
  args: { set: text('Id of a code set', { max: 60 }) },
  run: ({ set }, ctx) => detailsOf(namedSet(set, ctx), ctx),
});

/** For a notice in a channel, which stays as it is. */
export const whenNext = action({
  id: 'updates.when',
  args: {},
  run: async (_none, ctx) => ({ ...(await overview(ctx)), mode: 'new' as const }),
});

async function overview(ctx: Context): Promise<Reply> {
  const day = await todayOf(ctx);
  const { codeSets } = ctx.content;
  if (codeSets.length === 0)
    return say(
      md`No code set is in the calendar yet. Whoever runs this bot adds them under data/.`,
    );
  const coming = codeSets
    .flatMap((set) => nextRelease(set, day) ?? [])
    .sort((a, b) => Temporal.PlainDate.compare(a.effective, b.effective));
  const fields = coming.flatMap((release) => {
    const set = codeSets.find(({ id }) => id === release.codeSet);
    return set?.noticedByDefault ? [{ label: set.name, value: glanceAt(set, release, day) }] : [];
  });
  const others = coming.filter(({ codeSet }) => !codeSets.find(isDefault(codeSet)));
  return say(
    md`Today is ${sayDay(day)}. A release applies by the date of service or of discharge, never by the date of the claim.`,
    {
      title: 'What changes next',
      fields: [...fields, ...(others.length > 0 ? [otherSets(others)] : [])],
      controls: [
        {
          kind: 'select',
          label: 'More about one code set',
          press: about.id,
          choices: codeSets.slice(0, 25).map(({ id, name }) => ({ label: name, value: id })),
        },
        button('The coming year', '/updates list'),
      ],
      ...trademarkNote(codeSets),
    },
  );
}

function isDefault(codeSet: string): (set: CodeSet) => boolean {
  return ({ id, noticedByDefault }) => id === codeSet && noticedByDefault;
}

/** Those that a group hears of only by choice, a line each. */
function otherSets(releases: readonly Release[]): Field {
  const lines = releases.map(({ title, effective }) => md`${title}: ${sayDay(effective)}`);
  return { label: 'Others, by date', value: bullets(lines) };
}

function glanceAt(set: CodeSet, release: Release, day: Temporal.PlainDate): Markdown {
  const last = lastRelease(set, day);
  return joinLines([
    md`**Next: ${release.name}**, from ${sayDay(release.effective)}, by ${set.appliesBy}`,
    ...countsIfKnown(set, release),
    ...(last ? [md`In force: ${last.name}, since ${sayDay(last.effective)}`] : []),
    ...(last ? countsIfKnown(set, last) : []),
    linkLine(sectionOf(set, release, 1)),
  ]);
}

/** At a glance silence says that nobody knows; the details say it in words. */
function countsIfKnown(set: CodeSet, release: Release): readonly Markdown[] {
  if (isUnchanged(release)) return [md`It changes no codes.`];
  return release.known?.counts ? [md`${sayCounts(set, release)}`] : [];
}

async function detailsOf(set: CodeSet, ctx: Context): Promise<Reply> {
  const day = await todayOf(ctx);
  const coming = nextRelease(set, day);
  const last = lastRelease(set, day);
  return say(md`For ${set.holds}. Published by ${set.publisher}.`, {
    title: set.name,
    fields: [
      ...(coming ? comingFields(set, coming, day) : []),
      ...(last ? [lastField(set, last)] : []),
    ],
    controls: backTo(set),
    ...trademarkNote([set]),
  });
}

type Field = NonNullable<Reply['fields']>[number];

function comingFields(set: CodeSet, release: Release, day: Temporal.PlainDate): readonly Field[] {
  const section = sectionOf(set, release, 1);
  const { work, study } = section.toDo;
  const remark = release.rule?.remark;
  const more = [
    ...figuresFrom(release),
    ...(remark ? [md`${remark}`] : []),
    ...filesOf(release, day),
    ...headlinesOf(release),
  ];
  return [
    field(`Next: ${release.title}`, factsOf(set, release), more, linkLine(section)),
    { label: 'To do before it', value: bullets(work.map((step) => md`${step}`)) },
    { label: 'To study', value: bullets(study.map((step) => md`${step}`)) },
  ];
}

function lastField(set: CodeSet, release: Release): Field {
  const facts = factsOf(set, release);
  const link = linkLine(sectionOf(set, release, 0));
  const more = [...figuresFrom(release), ...headlinesOf(release)];
  return field(`In force: ${release.title}`, facts, more, link);
}

/** Facts and link always, of the rest what fits. */
function field(
  label: string,
  facts: readonly Markdown[],
  more: readonly Markdown[],
  link: Markdown,
): Field {
  const room = limits.fieldValue.most - joinLines([...facts, link]).length;
  return { label, value: joinLines([...facts, ...fitting(more, room, (line) => line), link]) };
}

/** When the issuer puts the files out, going by past years: never promised. */
function filesOf(release: Release, day: Temporal.PlainDate): readonly Markdown[] {
  const published = release.known?.published;
  if (published) return [md`Its files appeared on ${sayDay(published.day)}.`];
  const expected = expectedFiles(release);
  if (!expected) return [];
  const past = `In past years its files came ${expected.window.text}`;
  const { days } = expected;
  if (!days) return [md`${past}.`];
  return Temporal.PlainDate.compare(days.to, day) < 0
    ? [md`${past}: they should be out.`]
    : [md`${past}: this time perhaps from ${sayDay(days.from)} to ${sayDay(days.to)}.`];
}

function backTo(set: CodeSet): readonly Control[] {
  return [
    button('All code sets', '/updates next'),
    button('Its releases', refer('/updates list', { set: set.id })),
  ];
}

function trademarkNote(sets: readonly CodeSet[]): { readonly footnote?: string } {
  const [...notes] = trademarksOf(sets);
  return notes.length > 0 ? { footnote: notes.join(' ') } : {};
}
