// What the bot knows, as read from data/ at start. Interfaces only: commands and jobs see these.

import type { GuideSearch } from '../core/answers/guide-search.ts';
import type { Passage } from '../core/answers/passage.ts';
import type { CodeSet } from '../core/calendar/code-set.ts';
import type { RulePack } from '../core/ceu/rules.ts';
import type { LayWordIndex } from '../core/codes/lay-words.ts';
import type { Blueprint } from '../core/exams/blueprint.ts';
import type { Question, Topic } from '../core/quiz/question.ts';

/** Finds passages by what people ask. */
export interface Guide extends GuideSearch {
  /** Does a little of what must be done before the first question; true once all of it is. */
  prepare(): boolean;
}

export interface Content {
  readonly passages: readonly Passage[];
  readonly guide: Guide;
  readonly questions: readonly Question[];
  /** Topics of the question bank, in the order of their titles. */
  readonly topics: readonly Topic[];
  /** What sets for an exam are made of. */
  readonly exams: readonly Blueprint[];
  readonly rulePacks: readonly RulePack[];
  readonly codeSets: readonly CodeSet[];
  /** What people say for the titles of codes. */
  readonly layWords: LayWordIndex;
}
