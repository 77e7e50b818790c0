// The post that tells a group of one effective date: a section for each code set that changes.

import { refer } from '../../src/bot/action.ts';
import { limits } from '../../src/bot/limits.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import type { Notice, NoticeSection } from '../../src/core/calendar/notices.ts';
import { sayDay, sayNoticeTitle, sayUnchanged } from '../../src/core/calendar/release-words.ts';
import { whenNext } from './next.ts';
import { factsOf, fitting, headlinesOf, linkLine, paragraphs, trademarksOf } from './words.ts';

/** Characters for all sections together, so that a message has room for the rest. */
const roomForSections = 3300;

export function noticePost(notice: Notice): Reply {
  const changing = notice.sections.filter(({ isOneLine }) => !isOneLine);
  const most = Math.min(limits.fieldValue.most, Math.floor(roomForSections / changing.length));
  const footnote = trademarksOf(notice.sections.map(({ codeSet }) => codeSet)).join(' ');
  return say(introduction(notice, changing), {
    title: sayNoticeTitle(notice),
    fields: changing.map((section) => ({
      label: section.release.title,
      value: sectionText(section, most),
    })),
    controls: [button('When is the next one?', refer(whenNext))],
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
function lead({ effective, daysAhead }: Notice, changes: boolean): string {
  if (!changes)
    return 'Checked, and found the same as before: there is nothing to learn or to load.';
  const day = sayDay(effective);
  return daysAhead > 0
    ? `These releases take effect on ${day}. It is time to get ready.`
    : `These releases apply from ${day} on. Services and discharges before that day keep the old ones.`;
}

const headings = { work: md`**What to do now:**`, study: md`**To study:**` };

/** Facts and link always; of the rest as much as fits, the first steps before all else. */
function sectionText(section: NoticeSection, most: number): Markdown {
  const { codeSet, release, toDo } = section;
  const facts = factsOf(codeSet, release);
  const headlines = headlinesOf(release);
  const work = toDo.work.map((step) => md`${step}`);
  const study = toDo.study.map((step) => md`${step}`);
  const link = linkLine(section);
  const always = [...facts, headings.work, headings.study, link];
  const firstSteps = [...work.slice(0, 1), ...study.slice(0, 1)];
  const wanted = [...firstSteps, ...headlines, ...work.slice(1), ...study.slice(1)];
  const kept = fitting(wanted, most - joinLines(always, '\n\n').length);
  const listed = (heading: Markdown, steps: readonly Markdown[]) => {
    const shown = steps.filter((step) => kept.has(step));
    return shown.length > 0 ? [heading, bullets(shown)] : [];
  };
  return paragraphs(
    [...facts, ...headlines.filter((line) => kept.has(line))],
    listed(headings.work, work),
    listed(headings.study, study),
    [link],
  );
}
