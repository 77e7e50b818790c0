// From what a file gave to a question of a group's bank, and back.

import type { Answerable, Topic } from '../quiz/question.ts';
import type { Asked, Draft } from './draft.ts';

/** What the bank adds. */
export interface Entering {
  readonly id: string;
  /** The source of questions that name none. */
  readonly provenance: string;
  /** Of questions that name none: an id, or a title. */
  readonly topic: string;
  readonly today: Temporal.PlainDate;
}

/** As those of a group's own are signed: by whom is kept apart. */
const groupAuthor = 'A member of this group';

export function questionOf(draft: Draft, entering: Entering, topics: readonly Topic[]): Answerable {
  const { id, provenance, today } = entering;
  const { topic = entering.topic, source = { title: provenance }, level = 2, ...asked } = draft;
  return {
    ...asked,
    id,
    topic: topicIdOf(topic, topics),
    source,
    level,
    exams: [],
    author: groupAuthor,
    reviewed: today,
  };
}

export function draftOf(question: Answerable, topics: readonly Topic[]): Draft {
  const { id: _id, exams: _exams, author: _author, reviewed: _reviewed, ...rest } = question;
  return {
    ...(rest as Omit<Draft, keyof Asked> & Asked),
    topic: titleOfTopic(question.topic, topics),
  };
}

/** So short that a button can carry it. */
const longestTopic = 24;

/** The id of a topic of the bot's own bank, by id or title; or one of the group's own, by its words. */
export function topicIdOf(written: string, topics: readonly Topic[]): string {
  const wanted = written.toLowerCase();
  const known = topics.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted);
  return known?.id ?? (ownTopicId(written) || 'own');
}

function ownTopicId(written: string): string {
  const words = written
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let id = '';
  for (const word of words) {
    const longer = id === '' ? word : `${id}-${word}`;
    if (longer.length > longestTopic) return id || word.slice(0, longestTopic);
    id = longer;
  }
  return id;
}

/** A topic of the group's own has no title but its id: `week-3` is Week 3. */
export function titleOfTopic(id: string, topics: readonly Topic[]): string {
  const known = topics.find((topic) => topic.id === id)?.title;
  if (known !== undefined) return known;
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
