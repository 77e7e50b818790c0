// What is said of releases, in plain sentences. Whoever renders them escapes them.

import type { Grade } from '../source.ts';
import type { CodeSet, Counts } from './code-set.ts';
import type { Notice } from './notices.ts';
import type { Release } from './releases.ts';

/** `October 1, 2026`. */
export function sayDay(day: Temporal.PlainDate): string {
  return day.toLocaleString('en-US', { dateStyle: 'long' });
}

/** Holds on whichever day it is read, also when the notice comes late. */
export function sayNoticeTitle({ effective, daysAhead, sections }: Notice): string {
  const day = sayDay(effective);
  if (sections.every(({ isOneLine }) => isOneLine)) return `No code changes on ${day}`;
  return daysAhead > 0 ? `Code sets change on ${day}` : `New code sets from ${day}`;
}

export function sayEffective(set: CodeSet, { effective }: Release): string {
  const day = sayDay(effective);
  switch (set.dayIs) {
    case 'effective':
      return `Effective ${day}, by ${set.appliesBy}, not by the date of the claim.`;
    case 'release':
      return `Published on ${day}; the list says from which ${set.appliesBy} each code applies.`;
    case 'switch':
      return `From ${day}, by ${set.appliesBy}.`;
  }
}

/** The one line of a release that changes nothing. */
export function sayUnchanged({ title, effective }: Release): string {
  return `${title}: no code changes on ${sayDay(effective)}.`;
}

/** Leaves the counting to the issuer where nobody's figures are known. */
export function sayCounts(set: CodeSet, { known }: Release): string {
  const changes = known?.counts ? sayChanges(known.counts) : '';
  if (!known?.counts || changes === '')
    return `How many codes change is not known here: see ${set.publisher}.`;
  const { total, grade } = known.counts;
  const inAll = total === undefined ? '' : `; ${number(total)} ${set.counted} in all`;
  return `${changes}${inAll} (${sayGrade(grade)}).`;
}

/** How far to trust a figure. */
export function sayGrade(grade: Grade): string {
  switch (grade) {
    case 'V1':
      return 'from the issuer';
    case 'V2':
      return 'recounted, or in two independent sources';
    case 'V3':
      return 'one secondary source: check with the issuer';
  }
}

/** `453 changes: 299 new, 80 deleted, 74 revised`, as far as known. */
function sayChanges(counts: Counts): string {
  const { new: added, removed, deleted, revised, changes } = counts;
  const parts = [
    said(added, 'new'),
    removed === undefined ? said(deleted, 'deleted') : sayRemoved(counts, removed),
    said(revised, 'revised'),
  ];
  const list = parts.filter((part) => part !== undefined).join(', ');
  return [said(changes, 'changes'), list].filter(Boolean).join(': ');
}

function sayRemoved({ deleted, demoted }: Counts, removed: number): string {
  if (removed === 0 || deleted === undefined || demoted === undefined)
    return `${number(removed)} removed`;
  const how = `${number(deleted)} deleted, ${number(demoted)} demoted to header`;
  return `${number(removed)} removed (${how})`;
}

function said(count: number | undefined, what: string): string | undefined {
  return count === undefined ? undefined : `${number(count)} ${what}`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
