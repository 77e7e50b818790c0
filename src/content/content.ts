// What the bot knows, as read from data/ at start. Interfaces only: commands and jobs see these.

import type { GuideSearch } from '../core/answers/guide-search.ts';
import type { Passage } from '../core/answers/passage.ts';
import type { CodeSet } from '../core/calendar/code-set.ts';
import type { RulePack } from '../core/ceu/rules.ts';
import type { Question, Topic } from '../core/quiz/question.ts';

export interface Content {
  readonly passages: readonly Passage[];
  /** Finds passages by what people ask. */
  readonly guide: GuideSearch;
  readonly questions: readonly Question[];
  /** Topics of the question bank, in the order of their titles. */
  readonly topics: readonly Topic[];
  readonly rulePacks: readonly RulePack[];
  readonly codeSets: readonly CodeSet[];
}
