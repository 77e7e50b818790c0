import { expect, test } from 'vitest';
import {
  downloaded,
  installing,
  type Line,
  orderText,
  temporaryFolder,
} from '../catalog/official.ts';
import { after, before, twoReleases } from '../catalog/two-releases.ts';
import { labelsOf, openChat, read } from '../chat.ts';

test('says what to install where a release or its predecessor is missing', async () => {
  const folder = temporaryFolder();
  const { maria } = await openChat({ codes: folder });
  expect(read(await maria.type('/updates changes'))).toContain(
    'ICD-10-CM is not installed here, so I cannot tell its changes.',
  );
  await installing(downloaded(orderText(after)), folder, { release: 'FY2027-october' });
  const { james } = await openChat({ codes: folder });
  expect(read(await james.type('/updates changes'))).toContain(
    'Of ICD-10-CM nothing before FY2027 is installed',
  );
  expect(read(await james.type('/updates changes release:FY2020'))).toContain(
    'ICD-10-CM “FY2020” is not installed here. These are: FY2027.',
  );
  expect(read(await james.type('/updates changes set:cpt'))).toContain(
    'The codes of CPT are not here',
  );
});

test('all chapters at a glance, then one of them', async () => {
  const { maria } = await openChat({ codes: await twoReleases() });
  const overview = await maria.type('/updates changes');
  expect(read(overview)).toContain('Changes of ICD-10-CM FY2027');
  expect(read(overview)).toContain(
    '4 new, 2 removed (1 deleted, 1 made a header), 1 retitled, compared with FY2026, from October 1, 2026 on.',
  );
  expect(read(overview)).toContain(
    'Chapter 9: Diseases of the circulatory system: 2 new, 1 removed (1 made a header)',
  );
  const chapter = await maria.press(overview, 'Chapter 21: Factors influencing health status');
  expect(read(chapter)).toContain(
    'Z99.3 retitled: Dependence on a wheel chair → Dependence on wheelchair',
  );
  expect(read(chapter)).toContain('Z99.9 deleted: Dependence on machines');
  expect(read(await maria.press(chapter, 'All chapters'))).toBe(read(overview));
  expect(read(await maria.type('/updates changes release:fy2027 chapter:circulatory'))).toContain(
    'I21.9 now a header: Acute myocardial infarction, unspecified',
  );
});

test('of an older release say what is in force and not installed', async () => {
  const { maria, until } = await openChat({ codes: await twoReleases() });
  const note = 'ICD-10-CM FY2028 is in force today and not installed here';
  expect(read(await maria.type('/updates changes'))).not.toContain('not installed here');
  await until('2027-10-05T12:00:00Z');
  expect(read(await maria.type('/updates changes'))).toContain(note);
});

test('searched by words or the beginning of a code', async () => {
  const { maria } = await openChat({ codes: await twoReleases() });
  const form = await maria.pressForForm(await maria.type('/updates changes'), 'Search');
  const found = await maria.submit(form, { search: 'infarction' });
  expect(read(found)).toContain('All chapters, “infarction”: 2 new, 1 removed (1 made a header)');
  expect(read(await maria.submit(form, { search: 'i21.90' }))).toContain('I21.90 new');
  expect(read(await maria.submit(form, { search: 'unicorn' }))).toContain('nothing changed');
});

test('as a file', async () => {
  const { maria } = await openChat({ codes: await twoReleases() });
  const reply = await maria.press(await maria.type('/updates changes'), 'As a file (CSV)');
  const [file] = reply.files ?? [];
  expect(file?.name).toBe('icd-10-cm-FY2027-october-changes.csv');
  const lines = new TextDecoder().decode(file?.bytes).trim().split('\r\n');
  expect(lines).toHaveLength(8);
  expect(lines).toContain(
    '"I21.9","now a header","Chapter 9: Diseases of the circulatory system","Acute myocardial infarction, unspecified","Acute myocardial infarction, unspecified","Acute myocardial infarction, unspecified","Acute myocardial infarction, unspecified"',
  );
});

test('more than a page of changes is paged', async () => {
  const many = Array.from(
    { length: 40 },
    (_, at): Line => [`Z8${String(at).padStart(2, '0')}`, `History of the disease number ${at}`],
  );
  const folder = temporaryFolder();
  await installing(downloaded(orderText(before)), folder, { release: 'FY2026-october' });
  const lines = [...before.slice(0, -3), ...many, ...before.slice(-3)];
  await installing(downloaded(orderText(lines)), folder, { release: 'FY2027-october' });
  const { maria } = await openChat({ codes: folder });
  const first = await maria.type('/updates changes chapter:21');
  expect(read(first)).toContain('page 1 of 3');
  const last = await maria.press(await maria.press(first, 'Next page'), 'Next page');
  expect(read(last)).toContain('page 3 of 3');
  expect(read(last)).toContain('Z83.9 new: History of the disease number 39');
  expect(labelsOf(last)).not.toContain('Next page');
  expect(read(await maria.press(last, 'Previous page'))).toContain('page 2 of 3');
});

test('a mini-quiz asks at most five questions on what changed, and is one member’s own', async () => {
  const { maria, james } = await openChat({ codes: await twoReleases() });
  let reply = await maria.press(await maria.type('/updates changes'), 'Mini-quiz');
  let asked = 0;
  for (; !labelsOf(reply).includes('See the changes'); asked += 1) {
    expect(reply.title).toMatch(/^Question \d of [345] · Code changes$/);
    expect(labelsOf(await james.press(reply, 'A'))).toEqual(['See the changes']);
    const revealed = await maria.press(reply, 'A');
    expect(read(revealed)).toMatch(/^(?:Question.*\n)?(?:Right|Not quite)/m);
    expect(read(revealed)).toContain('ICD-10-CM FY2027, official code files');
    expect(read(await maria.press(reply, 'B'))).toBe(read(revealed));
    const onward = labelsOf(revealed).includes('Next question')
      ? 'Next question'
      : 'See the result';
    reply = await maria.press(revealed, onward);
  }
  expect(asked).toBeGreaterThanOrEqual(3);
  expect(read(reply)).toMatch(/You answered (\d) of \1 and got \d right\./);
});

test('a mini-quiz survives a restart, and says so where its release was removed', async () => {
  const [codes, folder] = [await twoReleases(), temporaryFolder()];
  const first = await openChat({ codes, folder });
  const reply = await first.maria.press(await first.maria.type('/updates changes'), 'Mini-quiz');
  await first.world.close();
  const second = await openChat({ codes, folder });
  expect(read(await second.maria.press(reply, 'A'))).toContain('official code files');
  await second.world.close();
  const third = await openChat({ codes: temporaryFolder(), folder });
  expect(read(await third.maria.press(reply, 'A'))).toContain(
    'This question has left the bank since you began. /updates changes has another quiz.',
  );
});
