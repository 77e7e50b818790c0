// What changed with a release of a code set: by chapter, searched, as a file, as a quiz.

import { action } from '../../src/bot/action.ts';
import { command } from '../../src/bot/command.ts';
import { md } from '../../src/bot/markdown.ts';
import { type Reply, say, textFile } from '../../src/bot/reply.ts';
import { choice, number, text } from '../../src/bot/shape.ts';
import type { Change } from '../../src/core/codes/changes.ts';
import { chapterOf, chaptersOf, sayChapter } from '../../src/core/codes/chapters.ts';
import { type InstallableSet, installableSets } from '../../src/core/codes/code-entry.ts';
import { writtenCode } from '../../src/core/codes/code-shapes.ts';
import { csvText } from '../../src/core/csv.ts';
import {
  type Changed,
  changedIn,
  chapterNamed,
  installableNamed,
  narrowed,
  suggestReleases,
} from './changed.ts';
import { kindWords, listCard, overviewCard } from './changes-card.ts';
import { suggestSets } from './sets.ts';

export const changes = command({
  name: 'changes',
  summary: 'Which codes a release brought, deleted, made headers or retitled',
  title: 'Code changes',
  options: {
    set: text('A code set', { max: 60 }).default('ICD-10-CM'),
    release: text('A release, such as FY2026; left out, the latest', { max: 40 }).optional(),
    chapter: text('A chapter: 4, or a word of its title', { max: 80 }).optional(),
    search: text('The beginning of a code, or words of a title', { max: 80 }).optional(),
  },
  suggest: { set: suggestSets, release: suggestReleases, chapter: suggestChapters },
  async run({ set: typed, release, chapter: named, search }, ctx) {
    const set = installableNamed(typed, ctx);
    const chapter = named === undefined ? undefined : chapterNamed(set, named);
    const changed = await changedIn(set, release, ctx);
    return chapter === undefined && search === undefined
      ? overviewCard(changed)
      : listCard(changed, { chapter, search }, 0);
  },
});

function suggestChapters(typed: string) {
  const wanted = typed.trim().toLowerCase();
  return chaptersOf('icd-10-cm')
    .filter(({ id, title }) => id === wanted || title.toLowerCase().includes(wanted))
    .map((chapter) => ({
      label: sayChapter('icd-10-cm', chapter).slice(0, 75),
      value: chapter.id,
    }));
}

const release = {
  set: choice('The code set', installableSets),
  release: text('The release', { max: 20 }),
};
const chapter = text('Its chapter', { max: 12 });

const changed = action({
  id: 'updates.changed',
  args: release,
  run: async ({ set, release: id }, ctx) => overviewCard(await changedIn(set, id, ctx)),
});

/** Under a notice in a channel, which stays as it is. */
const whatsNew = action({
  id: 'updates.whats_new',
  args: release,
  run: async ({ set, release: id }, ctx) => ({
    ...overviewCard(await changedIn(set, id, ctx)),
    mode: 'new' as const,
  }),
});

const chosen = action({
  id: 'updates.chapter',
  args: { ...release, chapter },
  run: async ({ set, release: id, chapter: only }, ctx) =>
    listCard(await changedIn(set, id, ctx), { chapter: only }, 0),
});

const page = action({
  id: 'updates.page',
  args: { ...release, page: number('Which page', { max: 1000 }), chapter: chapter.optional() },
  run: async ({ set, release: id, page: at, chapter: only }, ctx) =>
    listCard(await changedIn(set, id, ctx), { chapter: only }, at),
});

const search = action({
  id: 'updates.search',
  args: release,
  title: 'Search the changes',
  fields: {
    search: text('The beginning of a code, or words of a title', { max: 80, allows: ['number'] }),
  },
  run: async ({ set, release: id, search: typed }, ctx) => ({
    ...listCard(await changedIn(set, id, ctx), { search: typed }, 0),
    mode: 'new' as const,
  }),
});

const file = action({
  id: 'updates.file',
  args: { ...release, chapter: chapter.optional() },
  run: async ({ set, release: id, chapter: only }, ctx) =>
    fileOf(await changedIn(set, id, ctx), only),
});

export const changesActions = [changed, whatsNew, chosen, page, search, file];

const head = ['Code', 'Change', 'Chapter', 'Title', 'Title before', 'Short', 'Short before'];

function fileOf(all: Changed, chapter: string | undefined): Reply {
  const { codeSet, to } = all;
  const found = narrowed(all.changes, { chapter });
  const part = chapter === undefined ? '' : `-chapter-${chapter}`;
  return say(md`All ${found.length} changes, as a table for Excel or Google Sheets.`, {
    mode: 'new',
    files: [
      textFile(
        `${codeSet}-${to.release}${part}-changes.csv`,
        'text/csv',
        csvText([head, ...found.map((c) => rowOf(codeSet, c))]),
      ),
    ],
  });
}

function rowOf(set: InstallableSet, { code, kind, before, after }: Change): readonly string[] {
  return [
    writtenCode(set, code),
    kindWords[kind],
    sayChapter(set, chapterOf(set, code)),
    after?.long ?? '',
    before?.long ?? '',
    after?.short ?? '',
    before?.short ?? '',
  ];
}
