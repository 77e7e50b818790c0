// Lines about a release that the notice and the answers have in common.

import { formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import type { CodeSet } from '../../src/core/calendar/code-set.ts';
import type { NoticeSection } from '../../src/core/calendar/notices.ts';
import {
  sayCounts,
  sayDay,
  sayEffective,
  sayGrade,
} from '../../src/core/calendar/release-words.ts';
import { isUnchanged, type Release } from '../../src/core/calendar/releases.ts';

/** From when, by which date, and what it brings as far as known. */
export function factsOf(set: CodeSet, release: Release): readonly Markdown[] {
  const effective = md`${sayEffective(set, release)}`;
  if (isUnchanged(release)) return [effective, md`It changes no codes.`];
  const isCounted = release.known?.counts !== undefined || set.dayIs === 'effective';
  return isCounted ? [effective, md`${sayCounts(set, release)}`] : [effective];
}

export function headlinesOf({ known }: Release): readonly Markdown[] {
  if (!known?.headlines) return [];
  const { points, grade } = known.headlines;
  return [md`**Among the changes:** ${points.join('; ')} (${sayGrade(grade)}).`];
}

/** Whose figures they are: the issuer's page, which is linked beside them, may have none. */
export function figuresFrom({ known }: Release): readonly Markdown[] {
  const source = known?.counts?.source;
  if (!source) return [];
  const title = source.url ? md`[${source.title}](${source.url})` : md`${source.title}`;
  const checked = source.checked ? `, checked ${sayDay(source.checked)}` : '';
  return [md`Figures: ${formatted(title)}${checked}.`];
}

/** The issuer's best page for it, and when its facts were checked. */
export function linkLine({ links, checked }: Pick<NoticeSection, 'links' | 'checked'>): Markdown {
  const [best] = links;
  const page = best ? md`[${best.label}](${best.url})` : md`Issuer's page`;
  return checked ? md`${formatted(page)} · checked ${sayDay(checked)}` : page;
}

/** Who owns the names that are shown, each once. */
export function trademarksOf(sets: readonly CodeSet[]): readonly string[] {
  return [...new Set(sets.flatMap(({ trademark }) => trademark ?? []))];
}

/** Lines of one part belong together; a part without lines leaves nothing. */
export function paragraphs(...parts: readonly (readonly Markdown[])[]): Markdown {
  const written = parts.filter((lines) => lines.length > 0).map((lines) => joinLines(lines));
  return joinLines(written, '\n\n');
}
