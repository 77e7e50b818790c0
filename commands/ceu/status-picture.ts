// How a member stands as a picture: per certifying body a bar for the total and for each part of it.

import { sayDue } from '../../src/core/ceu/reminder-words.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { type Status, statusOf } from '../../src/core/ceu/status.ts';
import { cycleToShow } from '../../src/core/ceu/watch.ts';
import type { Theme } from '../../src/core/theme.ts';
import { type Bar, bars } from '../../src/pictures/bars.ts';
import { type Panel, type Picture, picture } from '../../src/pictures/picture.ts';
import type { BodyEducation } from './education.ts';

/** The most panels and bars that can be read, and told in the words beside the picture. */
const mostBodies = 5;
const mostParts = 4;

/** Nothing where no cycle is known, or where a single bar would say no more than its line. */
export async function statusPicture(
  bodies: readonly BodyEducation[],
  today: Temporal.PlainDate,
  theme: Theme | undefined,
): Promise<Picture | undefined> {
  const held = bodies.flatMap(({ standing }) => standing.held);
  const known = bodies.flatMap((education) => statusesOf(education, today)).slice(0, mostBodies);
  if (held.length < 2 || known.length === 0) return undefined;
  const last = known.at(-1);
  const panels = known.map((each) => panelOf(each, today, each === last ? legend : undefined));
  return picture(panels, theme ?? 'light');
}

const legend = 'The line: time gone by. Amber: behind it.';

interface Shown {
  readonly pack: RulePack;
  readonly status: Status;
}

function statusesOf(
  { pack, standing, marks, entries }: BodyEducation,
  today: Temporal.PlainDate,
): readonly Shown[] {
  const cycle = cycleToShow(pack, standing, marks, today);
  return cycle ? [{ pack, status: statusOf(pack, standing, cycle, entries, today) }] : [];
}

function panelOf({ pack, status }: Shown, today: Temporal.PlainDate, closing?: string): Panel {
  const gone = shareGone(status, today);
  const parts = status.buckets.toSorted((a, b) => (b.missing ?? 0) - (a.missing ?? 0));
  const rows = [{ title: 'In all', ...status }, ...parts.slice(0, mostParts)].map(
    ({ title, done, required }) => barOf(title, done, required, gone),
  );
  return bars(`${pack.body.name}: ${sayDue(status.cycle.due, today)}`, rows, closing);
}

function barOf(label: string, done: number, required: number | undefined, gone: number): Bar {
  if (required === undefined)
    return { label, share: 0, figure: `${done} of ?`, told: `${done}, the number is not known` };
  const share = required === 0 ? 1 : done / required;
  const figure = `${done} of ${required}`;
  if (share >= 1) return { label, share, figure };
  const isBehind = share < gone;
  return {
    ...{ label, share, figure, mark: gone },
    ...(isBehind && { told: `${figure} (behind)`, stands: 'out' as const }),
  };
}

/** Of the cycle, from 0 to 1. */
function shareGone({ cycle }: Status, today: Temporal.PlainDate): number {
  const whole = cycle.start.until(cycle.due).days + 1;
  const gone = cycle.start.until(today).days;
  return Math.min(1, Math.max(0, gone / whole));
}
