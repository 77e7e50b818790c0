import { describe, expect, test } from 'vitest';
import {
  downloaded,
  hcpcsText,
  installing,
  type Line,
  orderText,
  someDiagnoses,
  someProcedures,
  someSupplies,
  temporaryFolder,
} from '../catalog/official.ts';
import { labelsOf, openChat, read } from '../chat.ts';

const before: readonly Line[] = someDiagnoses
  .filter(([code]) => code !== 'A009')
  .map(([code, long]) => (code === 'Z993' ? [code, 'Dependence on a wheel chair'] : [code, long]));

/** In the calendar: FY2027 is in force, and FY2026 was before it. */
async function installed(): Promise<string> {
  const folder = temporaryFolder();
  for (const [text, release] of [
    [orderText(before), 'FY2026-october'],
    [orderText(someDiagnoses), 'FY2027-october'],
    [orderText(someProcedures), 'FY2027-october'],
    [hcpcsText(someSupplies), 'CY2026-q3'],
  ] as const)
    await installing(downloaded(text), folder, { release });
  return folder;
}

const sentence =
  'Valid does not mean correct: see the Excludes, Code first and 7th-character notes in the Tabular List.';

test('without an installed set it says how to install one', async () => {
  const { maria } = await openChat();
  const reply = await maria.type('/code e11.9');
  expect(read(reply)).toContain('No code set is installed here yet');
  expect(read(reply)).toContain('npm run codes -- install FILE --release FY2027-october');
  expect(await maria.suggest('code', 'query', 'e11')).toEqual([]);
});

describe('a code', () => {
  test('with or without its dot, in any case, is shown with all that is known of it', async () => {
    const { maria } = await openChat({ codes: await installed() });
    const reply = await maria.type('/code e11.9');
    expect(read(reply)).toBe(
      [
        'E11.9 · Type 2 diabetes mellitus without complications',
        'E11.9 Type 2 diabetes mellitus without complications',
        '',
        '• Billable: valid on a claim',
        '• Where: Chapter 4: Endocrine, nutritional and metabolic diseases › E11 Type 2 diabetes mellitus',
        '• Release: ICD-10-CM FY2027, from October 1, 2026',
        '• Changes: none since FY2026, the first of 2 releases installed here',
        sentence,
      ].join('\n'),
    );
    for (const typed of ['E119', 'e119', 'E 11.9'])
      expect(read(await maria.type(`/code ${typed}`))).toBe(read(reply));
    expect(labelsOf(reply)).toEqual([
      '↑ E11 Type 2 diabetes mellitus',
      'E11.6 Type 2 diabetes mellitus with other specified complications',
      'Share with the channel',
      'Look up another',
    ]);
  });

  test('leads up, down and beside', async () => {
    const { maria } = await openChat({ codes: await installed() });
    const header = await maria.press(
      await maria.type('/code E119'),
      '↑ E11 Type 2 diabetes mellitus',
    );
    expect(read(header)).toContain('Header: not valid on a claim; choose one of the 2 below');
    const below = await maria.press(
      header,
      'E11.6 Type 2 diabetes mellitus with other specified complications',
    );
    const beside = await maria.press(below, 'E11.9 Type 2 diabetes mellitus without complications');
    expect(beside.title).toBe('E11.9 · Type 2 diabetes mellitus without complications');
  });

  test('with a seventh character says so, and tells its encounters apart', async () => {
    const { maria } = await openChat({ codes: await installed() });
    const reply = await maria.type('/code S52501');
    expect(read(reply)).toContain('choose one of the 3 below, with their 7th character');
    expect(labelsOf(reply)).toContain(
      'S52.501D … subsequent encounter for closed fracture with routine healing',
    );
  });

  test('of a category that is not letter, digit, digit', async () => {
    const { maria } = await openChat({ codes: await installed() });
    expect((await maria.type('/code c4a.0')).title).toBe('C4A.0 · Merkel cell carcinoma of lip');
    expect((await maria.type('/code c4a')).title).toBe('C4A · Merkel cell carcinoma');
  });

  test('says when it came, or what it was called before', async () => {
    const { maria } = await openChat({ codes: await installed() });
    expect(read(await maria.type('/code A00.9'))).toContain('Changes: new with FY2027');
    expect(read(await maria.type('/code Z993'))).toContain(
      'Changes: retitled with FY2027, before: “Dependence on a wheel chair”',
    );
  });

  test('is judged by the day of service', async () => {
    const { maria } = await openChat({ codes: await installed() });
    expect(read(await maria.type('/code query:E119 on:2026-09-30'))).toContain(
      'Billable: valid on a claim for services on September 30, 2026',
    );
    const notYet = await maria.type('/code query:A00.9 on:2026-09-30');
    expect(notYet.tone).toBe('warning');
    expect(read(notYet)).toContain(
      'A00.9 is not valid on September 30, 2026: ICD-10-CM FY2026 does not have it. This is how it stands in ICD-10-CM FY2027.',
    );
    expect(read(await maria.type('/code query:E119 on:2024-12-01'))).toContain(
      'ICD-10-CM FY2025 is in force on December 1, 2024 and not installed here',
    );
  });

  test('of HCPCS Level II that ended, and a modifier', async () => {
    const { maria } = await openChat({ codes: await installed() });
    const ended = read(await maria.type('/code A0021'));
    expect(ended).toContain('Ended: not valid; its last day of service is December 31, 2019');
    expect(ended).toContain('added on January 1, 1986');
    expect(read(await maria.type('/code lt'))).toContain('Modifier, put behind a code');
    expect(read(await maria.type('/code query:J0131 on:2031-01-01'))).toContain('Ended: not valid');
  });

  test('that there is not shows the nearest above it', async () => {
    const { maria } = await openChat({ codes: await installed() });
    const reply = await maria.type('/code E11.95');
    expect(read(reply)).toContain('There is no code “E11.95”');
    const nearest = await maria.press(
      reply,
      'Show E11.9 Type 2 diabetes mellitus without complications',
    );
    expect(nearest.title).toMatch(/^E11\.9/);
  });

  test('that there is not is no words, even where a title has its digits', async () => {
    const { maria } = await openChat({ codes: await installed() });
    expect(read(await maria.type('/code E11.2'))).toContain('There is no code “E11.2”');
    expect(read(await maria.type('/code Q99.2'))).toContain('fits “Q99.2”');
    expect(await maria.suggest('code', 'query', 'Q99.2')).toEqual([]);
  });

  test('that is not found may be in a release that is not installed', async () => {
    const { maria, until } = await openChat({ codes: await installed() });
    await until('2027-10-05T12:00:00Z');
    for (const typed of ['E11.2', 'J4B'])
      expect(read(await maria.type(`/code ${typed}`))).toContain(
        'ICD-10-CM FY2027 (ICD-10-CM FY2028 is not installed)',
      );
  });

  test('of CPT is told to be the AMA’s', async () => {
    const { maria } = await openChat({ codes: await installed() });
    expect(read(await maria.type('/code 12345'))).toContain('CPT belongs to the AMA');
  });

  test('that may be a dental one is told to be the ADA’s', async () => {
    const { maria } = await openChat({ codes: await installed() });
    expect(read(await maria.type('/code d0120'))).toContain('they belong to the ADA');
    expect(read(await maria.type('/code D50.99'))).not.toContain('ADA');
  });

  test('can be shared with the channel, and not in a direct message', async () => {
    const { maria } = await openChat({ codes: await installed() });
    const shared = await maria.press(await maria.type('/code E119'), 'Share with the channel');
    expect(read(shared)).toContain('Billable: valid on a claim');
    expect(labelsOf(shared)).toEqual([]);
    const dm = maria.in({ kind: 'dm', id: 'playground:dm-member-1' });
    expect(labelsOf(await dm.type('/code E119'))).not.toContain('Share with the channel');
  });
});

describe('words', () => {
  const firstLine = async (typed: string) => {
    const { maria } = await openChat({ codes: await installed() });
    const reply = await maria.type(`/code query:"${typed}"`);
    expect(read(reply)).toContain(sentence);
    return read(reply).split('\n')[1];
  };

  test('in any order, misspelt, as people say it, abbreviated', async () => {
    expect(await firstLine('hyperglycemia diabetes')).toMatch(/E11\.65/);
    expect(await firstLine('dibetes with hyperglycemia')).toMatch(/E11\.65/);
    expect(await firstLine('heart attack')).toMatch(/I21\.9/);
    expect(await firstLine('MI')).toMatch(/I21\.9/);
    expect(await firstLine('laparoscopic appendectomy')).toMatch(/0DTJ4ZZ/);
    expect(await firstLine('crutches')).toMatch(/E0114/);
  });

  test('find an injury with its encounter', async () => {
    expect(await firstLine('fracture right radius')).toMatch(/S52\.501A/);
    expect(await firstLine('fracture right radius subsequent')).toMatch(/S52\.501D/);
    expect(await firstLine('sequela of fracture of right radius')).toMatch(/S52\.501S/);
  });

  test('say how they were read, and a result is opened from the list', async () => {
    const { maria } = await openChat({ codes: await installed() });
    const reply = await maria.type('/code query:"dibetes hyperglycemia zzyzx"');
    expect(read(reply)).toContain('I read “dibetes” as “diabetes”.');
    expect(read(reply)).toContain('No title has “zzyzx”, so I looked for the rest.');
    const card = await maria.press(reply, 'E11.65 Type 2 diabetes mellitus with hyperglycemia');
    expect(card.title).toMatch(/^E11\.65/);
  });

  test('that nothing has are told so', async () => {
    const { maria } = await openChat({ codes: await installed() });
    const reply = await maria.type('/code qqqqzz');
    expect(read(reply)).toContain('Nothing in ICD-10-CM FY2027, ICD-10-PCS FY2027');
    expect(labelsOf(reply)).toEqual(['Look up another', 'Ask the guide']);
  });
});

test('suggestions while typing: codes that begin so, words, at most 25, each the code itself', async () => {
  const { maria } = await openChat({ codes: await installed() });
  const typed = async (text: string) =>
    (await maria.suggest('code', 'query', text)).map(({ value }) => value);
  expect(await typed('e11')).toEqual(['E11', 'E11.6', 'E11.65', 'E11.9']);
  expect(await typed('E11.6')).toEqual(['E11.6', 'E11.65']);
  expect((await typed('fract'))[0]).toBe('S52');
  expect((await typed('heart att'))[0]).toBe('I21.9');
  expect((await typed('s')).length).toBeLessThanOrEqual(25);
  expect(await typed(' ')).toEqual([]);
});

test('one set alone, and a set that is not installed', async () => {
  const folder = temporaryFolder();
  await installing(downloaded(orderText(someDiagnoses)), folder, { release: 'FY2027-october' });
  const { maria } = await openChat({ codes: folder });
  expect((await maria.type('/code query:E119 set:icd-10-cm')).title).toMatch(/^E11\.9/);
  expect(read(await maria.type('/code query:E0114 set:hcpcs-level-ii'))).toContain(
    'HCPCS Level II is not installed here yet',
  );
});
