// What a member's answers add up to: by topic, and by day.

export interface GivenAnswer {
  readonly question: string;
  readonly right: boolean;
  readonly at: Temporal.Instant;
}

export interface TopicScore {
  readonly topic: string;
  readonly answered: number;
  readonly right: number;
}

/** The weakest first; questions that have left the bank belong to no topic. */
export function byTopic(
  answers: readonly GivenAnswer[],
  topicOf: (question: string) => string | undefined,
): readonly TopicScore[] {
  const scores = new Map<string, { answered: number; right: number }>();
  for (const { question, right } of answers) {
    const topic = topicOf(question);
    if (topic === undefined) continue;
    const score = scores.get(topic) ?? { answered: 0, right: 0 };
    scores.set(topic, {
      answered: score.answered + 1,
      right: score.right + (right ? 1 : 0),
    });
  }
  return [...scores]
    .map(([topic, score]) => ({ topic, ...score }))
    .sort((a, b) => shareOf(a) - shareOf(b) || b.answered - a.answered);
}

export function shareOf({ answered, right }: Omit<TopicScore, 'topic'>): number {
  return answered === 0 ? 0 : right / answered;
}

/** How many on each day of that zone: `2026-11-22`. */
export function byDay(answers: readonly GivenAnswer[], zone: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { at } of answers) {
    const day = at.toZonedDateTimeISO(zone).toPlainDate().toString();
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}
