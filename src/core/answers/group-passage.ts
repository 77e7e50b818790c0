// A passage that a group's organizers wrote, and how it is found beside the guide's.

import type { GroupId, UserId } from '../ids.ts';
import type { Source } from '../source.ts';
import { alikeness, coverage, type Gist, type Likeness } from './likeness.ts';

export interface GroupPassage {
  /** Begins with `g.`, which no passage of the guide does. */
  readonly id: string;
  readonly group: GroupId;
  readonly title: string;
  /** As it was typed: plain text. */
  readonly text: string;
  readonly source: Source;
  /** Gone where the author deleted their data. */
  readonly author?: UserId;
  readonly writtenOn: Temporal.PlainDate;
  readonly verified: Temporal.PlainDate;
  /** The last day on which it is shown; afterwards it rests until somebody verifies it. */
  readonly validThrough: Temporal.PlainDate;
}

export function isGroupPassage(id: string): boolean {
  return id.startsWith('g.');
}

/** What a passage is compared by: how people ask for it, and what it says. */
export interface Gists {
  readonly wordings: readonly Gist[];
  readonly text: Gist;
}

export function gistsOf(wordings: readonly string[], text: string, likeness: Likeness): Gists {
  return {
    wordings: wordings.map(likeness.gist),
    text: likeness.gist([...wordings, text].join(' ')),
  };
}

/** A question whose words all stand somewhere in a text need not be answered by it. */
const textCounts = 0.7;

/** How near a question is, from 0 to 1: one measure for the guide's passages and a group's. */
export function nearness(question: Gist, { wordings, text }: Gists): number {
  const best = Math.max(0, ...wordings.map((wording) => alikeness(question, wording)));
  return Math.max(best, textCounts * coverage(question, text));
}

/** From here on a passage answers; below, it is offered as one of the nearest. */
export const nearEnough = 0.6;
export const worthOffering = 0.35;
