// After days away: what waits is spread over the days that follow, so that none has too much.

export interface Due {
  readonly question: string;
  readonly due: Temporal.PlainDate;
}

/**
 * New days for what is due by `from`, at most `perDay` a day together with what is due then anyway,
 * the longest waiting first. Nothing comes earlier than it was, and nothing that is due later moves.
 */
export function spread(
  all: readonly Due[],
  from: Temporal.PlainDate,
  perDay: number,
): readonly Due[] {
  const isWaiting = ({ due }: Due) => Temporal.PlainDate.compare(due, from) <= 0;
  const taken = new Map<string, number>();
  for (const { due } of all.filter((each) => !isWaiting(each)))
    taken.set(due.toString(), (taken.get(due.toString()) ?? 0) + 1);
  let day = from;
  const waiting = all.filter(isWaiting).sort((a, b) => Temporal.PlainDate.compare(a.due, b.due));
  return waiting.map(({ question }) => {
    while ((taken.get(day.toString()) ?? 0) >= Math.max(1, perDay)) day = day.add({ days: 1 });
    taken.set(day.toString(), (taken.get(day.toString()) ?? 0) + 1);
    return { question, due: day };
  });
}
