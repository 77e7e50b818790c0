import { describe, expect, test } from 'vitest';
import { certificateTypeOf } from '../../../src/core/ceu/certificate-file.ts';
import { missingPapers } from '../../../src/core/ceu/checklist.ts';
import { dueCalendar } from '../../../src/core/ceu/due-calendar.ts';
import { entryRows } from '../../../src/core/ceu/entry-rows.ts';
import { aapc, ahima, cycleAt, day, entry, holds } from './given.ts';

describe('a certificate', () => {
  test.each([
    ['%PDF-1.4\n', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    [' %PDF-1.4', undefined],
    ['\x89PNG\n', undefined],
    ['<svg>', undefined],
    ['', undefined],
  ])('that begins with %j is %s', (text, type) => {
    expect(certificateTypeOf(Uint8Array.from(Buffer.from(text, 'latin1')))).toBe(type);
  });

  test('lacks for an audit what the body’s checklist names and is not kept', () => {
    expect(missingPapers([aapc], {})).toEqual([
      'sponsor',
      'index number',
      'the certificate itself',
    ]);
    expect(missingPapers([aapc], { sponsor: 'X', certificate: 'x.pdf' })).toEqual(['index number']);
    expect(missingPapers([ahima], { certificate: 'x.pdf' })).toEqual([]);
    expect(missingPapers([ahima, aapc], { certificate: 'x.pdf', indexNumber: '1' })).toEqual([
      'sponsor',
    ]);
  });
});

test('rows go from cycle to cycle, whatever was chosen for the renewal month', () => {
  const standing = { held: holds({ CPC: '2015-06-10' }), membershipEnds: day('2027-03-31') };
  const entries = [
    entry('2027-03-10', 2, { title: 'Kept for later', countFor: 'cycle-after' }),
    entry('2027-03-20', 1, { title: 'By its date' }),
    entry('2023-05-01', 1, { title: 'Long ago' }),
  ];
  const rows = entryRows(aapc, standing, entries, new Map(), day('2027-03-25'));
  expect(rows.map(({ due, entry: { title } }) => `${due} ${title}`)).toEqual([
    '2025-03-31 Long ago',
    '2027-03-31 By its date',
    '2029-03-31 Kept for later',
  ]);
  expect(rows.map(({ counts }) => counts)).toEqual([true, true, true]);
});

test('a calendar says of a computed date that it is computed, of a confirmed one whose it is', () => {
  const held = holds({ CPC: '2015-06-10' });
  const now = Temporal.Instant.from('2026-11-22T15:00:00Z');
  const said = (confirmed: boolean) => {
    const standing = confirmed
      ? { held, confirmed: { due: day('2027-03-31') } }
      : { held, membershipEnds: day('2027-03-31') };
    const deadline = cycleAt(aapc, standing, '2026-11-22');
    return dueCalendar([{ pack: aapc, deadline }], now).replaceAll('\r\n ', '');
  };
  expect(said(false)).toContain('Computed\\, not confirmed: compare it with your CEU Tracker.');
  expect(said(true)).toContain('As your CEU Tracker shows it.');
  expect(said(true)).toContain('DTSTAMP:20261122T150000Z');
});
