// What a member told us and logged, body by body, with that body's rules beside it.

import type { Context } from '../../src/bot/command.ts';
import type { Content } from '../../src/content/content.ts';
import type { Entry } from '../../src/core/ceu/entry.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import type { EntryStatus } from '../../src/core/ceu/status.ts';
import type { Mark } from '../../src/core/ceu/watch.ts';
import type { MemberId } from '../../src/core/ids.ts';
import type { BodyStanding, LoggedEntry } from '../../src/store/education-records.ts';
import type { Repositories } from '../../src/store/store.ts';

export interface BodyEducation {
  readonly pack: RulePack;
  readonly standing: BodyStanding;
  readonly marks: readonly Mark[];
  /** All that was ever logged for this body. */
  readonly entries: readonly Entry[];
}

/** In the order in which the member added the bodies. */
export async function educationOf(ctx: Context): Promise<readonly BodyEducation[]> {
  return readEducation(ctx.member.id, ctx.store, ctx.content);
}

export async function educationWith(
  body: string,
  ctx: Context,
): Promise<BodyEducation | undefined> {
  return (await educationOf(ctx)).find(({ pack }) => pack.body.id === body);
}

export async function readEducation(
  member: MemberId,
  { education }: Pick<Repositories, 'education'>,
  { rulePacks }: Pick<Content, 'rulePacks'>,
): Promise<readonly BodyEducation[]> {
  const logged = await education.entries(member);
  const bodies: BodyEducation[] = [];
  for (const standing of await education.standings(member)) {
    const { body } = standing;
    const pack = rulePacks.find((each) => each.body.id === body);
    const marks = await education.marks(member, body);
    if (pack) bodies.push({ pack, standing, marks, entries: entriesFor(body, logged) });
  }
  return bodies;
}

function entriesFor(body: string, logged: readonly LoggedEntry[]): readonly Entry[] {
  return logged.flatMap(({ id, title, completedOn, counts }) => {
    const count = counts.find((each) => each.body === body);
    return count ? [{ ...count, id, title, completedOn }] : [];
  });
}

/** Counts in no cycle at all: a course taken again, or completed too early. */
export function isLeftOut({ whyNots }: EntryStatus): boolean {
  return whyNots.some(({ excludes, kind }) => excludes && kind !== 'outside-cycle');
}
