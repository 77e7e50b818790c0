// Entries as rows of a table, one for each certifying body that an entry counts for.

import { type Cell, csvText } from '../csv.ts';
import { cycleOn } from './cycle.ts';
import { type Entry, inOrder, periodFor } from './entry.ts';
import type { RulePack } from './rules.ts';
import type { Standing } from './standing.ts';
import { type Status, statusOf } from './status.ts';

/** What is kept of an entry beside what counts. */
export interface EntryPapers {
  readonly sponsor?: string;
  readonly indexNumber?: string;
  /** The name of its certificate file. */
  readonly certificate?: string;
}

export interface EntryRow extends EntryPapers {
  readonly body: string;
  /** Absent while the cycle is not known. */
  readonly due?: Temporal.PlainDate;
  readonly entry: Entry;
  readonly kind: string;
  readonly counts: boolean;
  /** Why it does not count, in a sentence. */
  readonly reason?: string;
}

/** In the order of cycles; within one by date of completion. */
export function entryRows(
  pack: RulePack,
  standing: Standing,
  entries: readonly Entry[],
  papers: ReadonlyMap<string, EntryPapers>,
  today: Temporal.PlainDate,
): readonly EntryRow[] {
  const judgedFor = judge(pack, standing, entries, today);
  return inOrder(entries)
    .map((entry): EntryRow => {
      const due = periodFor(entry, pack, standing)?.due;
      const judged = due && judgedFor(due)?.entries.find((each) => each.entry === entry);
      const reason = judged?.whyNots.find(({ excludes }) => excludes)?.text;
      return {
        ...papers.get(entry.id),
        body: pack.body.name,
        entry,
        kind: kindOf(entry, pack),
        counts: judged?.counts ?? false,
        ...(due && { due }),
        ...(reason !== undefined && { reason }),
      };
    })
    .toSorted((a, b) => (a.due && b.due ? Temporal.PlainDate.compare(a.due, b.due) : 0));
}

/** The status of each cycle is worked out once. */
function judge(
  pack: RulePack,
  standing: Standing,
  entries: readonly Entry[],
  today: Temporal.PlainDate,
): (due: Temporal.PlainDate) => Status | undefined {
  const known = new Map<string, Status | undefined>();
  return (due) => {
    const key = due.toString();
    if (!known.has(key)) {
      const cycle = cycleOn(pack, standing, due);
      known.set(key, cycle && statusOf(pack, standing, cycle, entries, today));
    }
    return known.get(key);
  };
}

/** `approved for CPMA`, `HIIM domain, from another provider` */
export function kindOf({ approvedFor, category }: Entry, { categories }: RulePack): string {
  if (approvedFor) return `approved for ${approvedFor.join(' and ')}`;
  const title = categories.find(({ id }) => id === category)?.title ?? category;
  return title.split(':')[0] ?? title;
}

const headings = [
  ...['Certifying body', 'Cycle due', 'Completed on', 'Title', 'Credits', 'Kind', 'Counts'],
  ...['Why not', 'Sponsor', 'Index number', 'Certificate'],
];

export function entriesCsv(rows: readonly EntryRow[]): string {
  return csvText([headings, ...rows.map(cells)]);
}

function cells({ body, due, entry, kind, counts, reason, ...papers }: EntryRow): readonly Cell[] {
  const { completedOn, title, credits } = entry;
  const all = [
    ...[body, due?.toString(), completedOn.toString(), title, credits, kind],
    ...[counts ? 'yes' : 'no', reason, papers.sponsor, papers.indexNumber, papers.certificate],
  ];
  return all.map((cell) => cell ?? '');
}
