// What is said of a set and of a sitting.

import type { Context } from '../../src/bot/command.ts';
import { bullets, cited, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import type { Blueprint } from '../../src/core/exams/blueprint.ts';
import { type Sitting, sayLeft, secondsLeft } from '../../src/core/exams/sitting.ts';

export function setName({ exam, kind }: Pick<Blueprint, 'exam' | 'kind'>): string {
  return kind === 'mock' ? `${exam} mock exam` : `${exam} practice set`;
}

/** Of a sitting whose set may have left the data since. */
export function nameOf({ exam }: Sitting, { content }: Context): string {
  const blueprint = content.exams.find((each) => each.exam === exam);
  return blueprint ? setName(blueprint) : `${exam} set`;
}

export function timeLine(sitting: Sitting, now: Temporal.Instant): string {
  const left = secondsLeft(sitting, now);
  return left === undefined ? 'untimed' : `${sayLeft(left)} left`;
}

/** What the real exam is, with its source: said once where all of it has the same. */
export function factsText({ facts }: Blueprint): readonly Markdown[] {
  if (facts.length === 0) return [];
  const heading = md`**The exam itself**`;
  const [source, ...others] = new Set(facts.map(sourceText));
  if (source && others.length === 0) {
    const lines = facts.map(({ text }) => md`${text}`);
    return [joinLines([heading, bullets(lines)]), md`Source: ${formatted(source)}`];
  }
  const lines = facts.map((fact) => md`${fact.text} (${formatted(sourceText(fact))})`);
  return [joinLines([heading, bullets(lines)])];
}

function sourceText({ source, grade }: Blueprint['facts'][number]): Markdown {
  const sure = grade === 'V1' ? '' : ', not from its issuer: confirm there';
  return md`${cited(source)}${sure}`;
}

export function limitsText({ limits }: Blueprint): Markdown {
  return joinLines([md`**What this set is not**`, bullets(limits.map((line) => md`${line}`))]);
}
