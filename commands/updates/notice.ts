// The post that tells a group of one effective date: a section for each code set that changes.

import { refer } from '../../src/bot/action.ts';
import { limits } from '../../src/bot/limits.ts';
import {
  bullets,
  fitting,
  formatted,
  joinLines,
  type Markdown,
  md,
} from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import type { Checklist } from '../../src/core/calendar/code-set.ts';
import type { Notice, NoticeSection } from '../../src/core/calendar/notices.ts';
import { sayDay, sayNoticeTitle, sayUnchanged } from '../../src/core/calendar/release-words.ts';
import { type Compared, type Figures, figuresOf } from './figures.ts';
import { whenNext } from './next.ts';
import { factsOf, headlinesOf, linkLine, paragraphs, trademarksOf } from './words.ts';

/** Characters for all sections together, so that a message has room for the rest. */
const roomForSections = 3300;

export function noticePost(notice: Notice, catalog: Compared): Reply {
  const changing = notice.sections.filter(({ isOneLine }) => !isOneLine);
  const most = Math.min(limits.fieldValue.most, Math.floor(roomForSections / changing.length));
  const figures = changing.map(({ codeSet, release }) => figuresOf(codeSet, release, catalog));
  const shown = figures.find((each) => each.shown)?.shown;
  const footnote = trademarksOf(notice.sections.map(({ codeSet }) => codeSet)).join(' ');
  return say(introduction(notice, changing), {
    title: sayNoticeTitle(notice),
    fields: changing.map((section, index) => ({
      label: section.release.title,
      value: sectionText(section, figures[index], most),
    })),
    controls: [
      ...(shown
        ? [
            button('What changed', refer({ id: 'updates.whats_new' }, shown), 'primary'),
            button('Mini-quiz', refer({ id: 'updates.quiz' }, shown)),
          ]
        : []),
      ...(notice.daysAhead > 0
        ? [button('Remind me', refer({ id: 'updates.remind' }, { date: `${notice.effective}` }))]
        : []),
      button('When is the next one?', refer(whenNext)),
    ],
    ...(footnote !== '' && { footnote }),
  });
}

/** Nothing to talk about where nothing changes. */
export function noticeThread(notice: Notice): string | undefined {
  const changes = notice.sections.some(({ isOneLine }) => !isOneLine);
  return changes ? `Code changes of ${sayDay(notice.effective)}` : undefined;
}

function introduction(notice: Notice, changing: readonly NoticeSection[]): Markdown {
  const unchanged = notice.sections.filter(({ isOneLine }) => isOneLine);
  const lines = unchanged.map(
    (section) => md`${sayUnchanged(section.release)} ${formatted(linkLine(section))}`,
  );
  return paragraphs([md`${lead(notice, changing.length > 0)}`], lines);
}

/** Holds on whichever day it is read. */
function lead({ effective, daysAhead, sections }: Notice, changes: boolean): string {
  if (!changes)
    return 'Checked, and found the same as before: there is nothing to learn or to load.';
  const day = sayDay(effective);
  if (daysAhead > 0) return `This changes on ${day}. It is time to get ready.`;
  return sections.some(({ codeSet }) => codeSet.dayIs === 'effective')
    ? `New releases apply from ${day} on. Services and discharges before that day keep the old ones.`
    : `This has changed with ${day}.`;
}

const headings = { work: md`**What to do now:**`, study: md`**To study:**` };

interface Line {
  readonly part: 'headlines' | 'work' | 'study';
  readonly text: Markdown;
}

/** Facts and link always; of the rest as much as fits, the first steps before all else. */
function sectionText(section: NoticeSection, figures: Figures | undefined, most: number): Markdown {
  const { codeSet, toDo } = section;
  const release = figures?.release ?? section.release;
  const facts = [...factsOf(codeSet, release), ...figuresText(figures)];
  const link = linkLine(section);
  const always = [...facts, headings.work, headings.study, link];
  const room = most - joinLines(always, '\n\n').length;
  const kept = fitting(mostWanted(headlinesOf(release), toDo), room, ({ text }) => text);
  const of = (part: Line['part']) => kept.filter((line) => line.part === part).map((l) => l.text);
  const listed = (part: 'work' | 'study') =>
    of(part).length > 0 ? [headings[part], bullets(of(part))] : [];
  return paragraphs([...facts, ...of('headlines')], listed('work'), listed('study'), [link]);
}

/** Where it changed most; or what to install to know more. */
function figuresText(figures: Figures | undefined): readonly Markdown[] {
  if (figures?.where) return [md`${figures.where}`];
  if (!figures?.toInstall.length) return [];
  return [
    md`Whoever runs this bot gets the figures by installing ${figures.toInstall.join(' and ')} (npm run codes).`,
  ];
}

function mostWanted(headlines: readonly Markdown[], { work, study }: Checklist): readonly Line[] {
  const asLine = (part: Line['part']) => (text: string) => ({ part, text: md`${text}` });
  const steps = { work: work.map(asLine('work')), study: study.map(asLine('study')) };
  return [
    ...steps.work.slice(0, 1),
    ...steps.study.slice(0, 1),
    ...headlines.map((text) => ({ part: 'headlines' as const, text })),
    ...steps.work.slice(1),
    ...steps.study.slice(1),
  ];
}
