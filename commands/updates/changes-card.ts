// The changes of a release: all chapters at a glance, or one of them in pages.

import { refer } from '../../src/bot/action.ts';
import { limits } from '../../src/bot/limits.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import {
  type Change,
  type ChangeCounts,
  type ChangeKind,
  countChanges,
} from '../../src/core/codes/changes.ts';
import { chaptersOf, sayChapter } from '../../src/core/codes/chapters.ts';
import { installableSets } from '../../src/core/codes/code-entry.ts';
import { writtenCode } from '../../src/core/codes/code-shapes.ts';
import { sayRelease } from '../../src/core/codes/release-id.ts';
import { shortened } from '../../src/core/shortened.ts';
import { caution } from '../code/words.ts';
import { type Changed, type Narrowed, narrowed } from './changed.ts';

export const kindWords: Readonly<Record<ChangeKind, string>> = {
  new: 'new',
  deleted: 'deleted',
  demoted: 'now a header',
  promoted: 'now billable',
  retitled: 'retitled',
};

export function overviewCard(changed: Changed): Reply {
  const { codeSet, changes, headers } = changed;
  const lines = chaptersOf(codeSet).flatMap((chapter) => {
    const here = narrowed(changes, { chapter: chapter.id });
    return here.length > 0
      ? [md`**${sayChapter(codeSet, chapter)}:** ${sayCounts(countChanges(here))}`]
      : [];
  });
  const all = sayCounts(countChanges(changes));
  const beside = `Headers: ${headers.new} new, ${headers.deleted} deleted, ${headers.retitled} retitled.`;
  const parts =
    changes.length === 0
      ? [md`No code changed: ${comparison(changed)}.`]
      : [md`**${all}**, ${comparison(changed)}. ${beside}`, bullets(lines)];
  return say(joinLines([...newerThan(changed), ...parts], '\n\n'), {
    title: titleOf(changed),
    footnote: caution,
    controls: controlsOf(changed, {}),
  });
}

function newerThan({ newer }: Changed): readonly Markdown[] {
  if (!newer) return [];
  return [
    md`**${newer.title} is in force today and not installed here**, so these are older changes. Whoever runs this bot adds it with \`npm run codes -- install\`; **/updates next** has its figures.`,
  ];
}

function titleOf({ codeSet, to }: Changed): string {
  return `Changes of ${installableSets[codeSet]} ${sayRelease(to.release)}`;
}

function comparison({ from, to, missing }: Changed): string {
  const since = missing ? ` (${missing.name}, which came between, is not installed)` : '';
  return `compared with ${sayRelease(from.release)}${since}, from ${sayDay(to.effective)} on`;
}

function sayCounts({ deleted, demoted, retitled, new: added, removed }: ChangeCounts): string {
  const how = [
    ...(deleted > 0 ? [`${deleted} deleted`] : []),
    ...(demoted > 0 ? [demoted === 1 ? '1 made a header' : `${demoted} made headers`] : []),
  ];
  return [
    ...(added > 0 ? [`${added} new`] : []),
    ...(removed > 0 ? [`${removed} removed (${how.join(', ')})`] : []),
    ...(retitled > 0 ? [`${retitled} retitled`] : []),
  ].join(', ');
}

const perPage = 15;

/** One chapter, or what a search found, from the page on that is asked for. */
export function listCard(changed: Changed, only: Narrowed, page: number): Reply {
  const { codeSet, changes } = changed;
  const found = narrowed(changes, only);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const at = Math.min(page, pages - 1);
  const lines = found
    .slice(at * perPage, (at + 1) * perPage)
    .map((change) => lineOf(changed, change));
  const chapter = chaptersOf(codeSet).find(({ id }) => id === only.chapter);
  const where = chapter ? sayChapter(codeSet, chapter) : 'All chapters';
  const what = only.search === undefined ? where : `${where}, “${only.search}”`;
  const heading = md`**${what}:** ${sayCounts(countChanges(found)) || 'nothing changed'}, ${comparison(changed)}.`;
  const left = only.search !== undefined && found.length > perPage;
  return say(
    joinLines(
      [
        heading,
        ...(lines.length > 0 ? [bullets(lines)] : []),
        ...(left ? [md`These are the first ${perPage}; search for more, or take the file.`] : []),
      ],
      '\n\n',
    ),
    {
      title: `${titleOf(changed)}${pages > 1 && !left ? ` · page ${at + 1} of ${pages}` : ''}`,
      footnote: caution,
      controls: [
        ...(only.search === undefined ? pager(changed, only, at, pages) : []),
        ...controlsOf(changed, only),
      ],
    },
  );
}

function lineOf({ codeSet }: Changed, { kind, code, before, after }: Change): Markdown {
  const head = md`**${writtenCode(codeSet, code)}** ${kindWords[kind]}:`;
  const title = shortened((after ?? before)?.long ?? '', 130);
  if (kind !== 'retitled' || !before || !after) return md`${formatted(head)} ${title}`;
  const [was, is] =
    before.long === after.long ? [before.short, after.short] : [before.long, after.long];
  return md`${formatted(head)} ${shortened(was, 90)} → ${shortened(is, 90)}`;
}

function pager(
  { codeSet, to }: Changed,
  { chapter }: Narrowed,
  at: number,
  pages: number,
): readonly Control[] {
  const page = (label: string, number: number) =>
    button(
      label,
      refer({ id: 'updates.page' }, { set: codeSet, release: to.release, chapter, page: number }),
    );
  return [
    ...(at > 0 ? [page('Previous page', at - 1)] : []),
    ...(at + 1 < pages ? [page('Next page', at + 1)] : []),
  ];
}

function controlsOf(changed: Changed, { chapter }: Narrowed): readonly Control[] {
  const { codeSet, to, changes } = changed;
  const args = { set: codeSet, release: to.release };
  const chapters = chaptersOf(codeSet).filter(
    ({ id }) => narrowed(changes, { chapter: id }).length > 0,
  );
  if (changes.length === 0)
    return [button('All releases', refer('/updates list', { set: codeSet }))];
  return [
    {
      kind: 'select',
      label: 'One chapter',
      press: refer({ id: 'updates.chapter' }, args),
      choices: chapters.slice(0, limits.choices.most).map((each) => ({
        label: shortened(sayChapter(codeSet, each), limits.choiceLabel.most),
        value: each.id,
      })),
    },
    button('Mini-quiz', refer({ id: 'updates.quiz' }, { ...args, chapter }), 'primary'),
    button('Search', refer({ id: 'updates.search' }, args)),
    button('As a file (CSV)', refer({ id: 'updates.file' }, { ...args, chapter })),
    ...(chapter === undefined
      ? []
      : [button('All chapters', refer({ id: 'updates.changed' }, args))]),
  ];
}
