// The roster of a meeting as a file.

import { type Cell, csvText } from '../csv.ts';
import { type CheckIn, inRosterOrder, type Meeting } from './meeting.ts';

export const noOfficialRecord =
  'This is a list of those who checked in with a study-group bot. It is no official attendance record of any certifying body.';

export function rosterCsv(
  meeting: Meeting,
  checkIns: readonly CheckIn[],
  { zone, confirmedBy }: { readonly zone: string; readonly confirmedBy: string },
): string {
  const day = meeting.startsAt.toZonedDateTimeISO(zone).toPlainDate().toString();
  const rows: (readonly Cell[])[] = inRosterOrder(checkIns).map((each) => [
    each.lastName,
    each.firstName,
    each.memberNumber ?? '',
    clock(each.at, zone),
    meeting.title,
    day,
    meeting.credits ?? '',
  ]);
  return csvText([
    [noOfficialRecord],
    [`Confirmed by ${confirmedBy}. Times are those of ${zone}.`],
    ['Last name', 'First name', 'Member number', 'Checked in', 'Meeting', 'Date', 'CEUs planned'],
    ...rows,
  ]);
}

function clock(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}
