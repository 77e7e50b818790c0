// What to practise in each week up to an exam: the weakest topics first, and often; before the exam
// everything mixed; in its week only what was learnt.

export interface Standing {
  readonly topic: string;
  /** Share of right answers, from 0 to 1; absent where too few were answered to say. */
  readonly share?: number;
}

export interface Week {
  /** Its Monday, or today in the first. */
  readonly starts: Temporal.PlainDate;
  readonly kind: 'learn' | 'mixed' | 'light';
  /** Ids of what to look at; none in weeks that are not for learning. */
  readonly topics: readonly string[];
}

/** How a topic of which nothing is known is taken: neither strong nor weak. */
const unknownShare = 0.6;

/** Of so many weeks the last but one is for practising all of it at exam pace. */
const weeksWithMixed = 3;

/** From this week to that of the exam; none where it is over. */
export function weeklyPlan(
  topics: readonly Standing[],
  today: Temporal.PlainDate,
  exam: Temporal.PlainDate,
): readonly Week[] {
  if (Temporal.PlainDate.compare(exam, today) < 0) return [];
  const monday = mondayOf(today);
  const count = monday.until(mondayOf(exam), { largestUnit: 'weeks' }).weeks + 1;
  const mixed = count < weeksWithMixed ? 0 : count < 8 ? 1 : 2;
  const learning = count - 1 - mixed;
  const shares = portions(weakestFirst(topics), learning);
  return Array.from({ length: count }, (_, index) => ({
    starts: index === 0 ? today : monday.add({ weeks: index }),
    kind: index < learning ? 'learn' : index < count - 1 ? 'mixed' : 'light',
    topics: shares[index] ?? [],
  }));
}

function weakestFirst(topics: readonly Standing[]): readonly string[] {
  const share = (standing: Standing) => standing.share ?? unknownShare;
  return [...topics].sort((a, b) => share(a) - share(b)).map(({ topic }) => topic);
}

/** More topics than weeks: as many in each as in any other; fewer: from the weakest on again. */
function portions(topics: readonly string[], weeks: number): readonly (readonly string[])[] {
  if (topics.length === 0) return [];
  return Array.from({ length: weeks }, (_, index) => {
    if (topics.length <= weeks) return [topics[index % topics.length] as string];
    const from = Math.floor((index * topics.length) / weeks);
    return topics.slice(from, Math.floor(((index + 1) * topics.length) / weeks));
  });
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}
