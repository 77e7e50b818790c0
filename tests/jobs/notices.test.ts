import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { noticePost } from '../../commands/updates/notice.ts';
import { checkReply } from '../../src/bot/fits.ts';
import type { CodeSet } from '../../src/core/calendar/code-set.ts';
import { noticesBetween } from '../../src/core/calendar/notices.ts';
import { downloaded, installing, orderText, temporaryFolder } from '../catalog/official.ts';
import { after, twoReleases } from '../catalog/two-releases.ts';
import { type Chat, labelsOf, openChat, Person, read, studyHall } from '../chat.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';
import { realContent } from '../world.ts';

const nothingInstalled = { installed: [], compared: () => undefined };

const keysOf = ({ mail }: Chat) => mail.sent.map(({ key }) => key.replace(`${studyHall}:`, ''));

async function organized(now: string, line = '/group notices 9:00', zone = 'eastern') {
  const chat = await openChat({ now });
  await chat.olivia.type('/group channel');
  await chat.olivia.type(`/group setup zone:${zone}`);
  await chat.olivia.type(line);
  return chat;
}

describe('the notice of October 1, 2027', () => {
  // Santiago puts its clocks forward between the two, on September 5.
  test.each([
    ['America/New_York', '2027-09-01T13:00:00Z', '2027-10-01T13:00:00Z'],
    ['America/Santiago', '2027-09-01T13:00:00Z', '2027-10-01T12:00:00Z'],
    ['Asia/Manila', '2027-09-01T01:00:00Z', '2027-10-01T01:00:00Z'],
  ])('comes 30 days ahead and on the day at nine in %s', async (zone, ahead, onTheDay) => {
    const chat = await organized('2027-08-20T12:00:00Z', '/group notices 9:00', zone);
    const justBefore = (moment: string) => `${Temporal.Instant.from(moment).subtract('PT1M')}`;
    await chat.until(justBefore(ahead));
    expect(keysOf(chat)).toEqual([]);
    await chat.until(ahead);
    expect(keysOf(chat)).toEqual(['notice:2027-10-01:30']);
    await chat.until(justBefore(onTheDay));
    expect(keysOf(chat)).toHaveLength(1);
    await chat.until(onTheDay);
    expect(keysOf(chat)).toEqual(['notice:2027-10-01:30', 'notice:2027-10-01:0']);
  });

  test('has a section for each code set, with what to do now, and says where the facts are from', async () => {
    const chat = await organized('2027-08-20T12:00:00Z');
    await chat.until('2027-10-01T13:00:00Z');
    const [ahead, onTheDay] = chat.mail.in(studyHall);
    expect(ahead?.title).toBe('Code sets change on October 1, 2027');
    expect(ahead?.fields?.map(({ label }) => label)).toEqual([
      'HCPCS Level II 2027 Q4',
      'ICD-10-CM FY2028',
    ]);
    const said = ahead ? read(ahead) : '';
    expect(said).toContain('Effective October 1, 2027, by date of service (for inpatient stays');
    expect(said).toContain('How many codes change is not known here: see CDC');
    expect(said).toContain('Read the addendum');
    expect(said).toContain('CMS: ICD-10 codes and files · checked November 22, 2026');
    expect(onTheDay?.title).toBe('New code sets from October 1, 2027');
    expect(onTheDay && read(onTheDay)).toContain('Code services from this day on');
  });

  test('has a thread to talk in, and a button that answers only whoever presses', async () => {
    const chat = await organized('2027-08-20T12:00:00Z');
    await chat.until('2027-09-01T13:00:00Z');
    const { all } = chat.world.opened.jobs;
    const row = await all.message(`notice:${studyHall}:2027-10-01:30`);
    expect(row?.thread).toBe('Code changes of October 1, 2027');
    const [post] = chat.mail.in(studyHall);
    if (!post) throw new Error('There is no post.');
    expect(labelsOf(post)).toEqual(['Remind me', 'When is the next one?']);
    const answer = await chat.maria.press(post, 'When is the next one?');
    expect(answer.mode).toBe('new');
    expect(read(answer)).toContain('What changes next');
  });
});

test('the January notice tells the counts that are known, and how sure they are', async () => {
  const chat = await organized('2026-11-22T15:00:00Z');
  await chat.until('2026-12-02T14:00:00Z');
  const [post] = chat.mail.in(studyHall);
  expect(post && read(post)).toContain(
    '453 changes: 299 new, 80 deleted, 74 revised (one secondary',
  );
  expect(post?.footnote).toContain('CPT is a registered trademark');
});

test('a release that changes nothing is one line on the day, without lead-up or thread', async () => {
  const chat = await organized('2026-02-15T12:00:00Z', '/group notices time:9:00 sets:icd-10-cm');
  await chat.until('2026-04-01T13:00:00Z');
  expect(keysOf(chat)).toEqual(['notice:2026-04-01:0']);
  const [post] = chat.mail.in(studyHall);
  expect(post?.fields).toEqual([]);
  expect(post && read(post)).toContain('ICD-10-CM FY2026 April update: no code changes');
  const row = await chat.world.opened.jobs.all.message(`notice:${studyHall}:2026-04-01:0`);
  expect(row?.thread).toBeUndefined();
});

test('a paused group gets none, and after the pause the next one', async () => {
  const chat = await organized('2026-11-22T15:00:00Z');
  await chat.olivia.type('/group pause on');
  await chat.until('2026-12-20T15:00:00Z');
  expect(keysOf(chat)).toEqual([]);
  await chat.olivia.type('/group pause off');
  await chat.until('2027-01-01T14:00:00Z');
  expect(keysOf(chat)).toEqual(['notice:2027-01-01:0']);
});

test('a pause that ends on the day of a notice costs nobody that notice', async () => {
  const chat = await organized('2026-12-31T15:00:00Z');
  await chat.olivia.type('/group pause on');
  await chat.until('2027-01-01T18:00:00Z');
  expect(keysOf(chat)).toEqual([]);
  const deliveries = read(await chat.olivia.type('/group deliveries'));
  expect(deliveries).toMatch(
    /Notice of code changes in #study-hall: left out: The group was paused/,
  );
  await chat.olivia.type('/group pause off');
  await chat.until('2027-01-01T18:01:00Z');
  expect(keysOf(chat)).toEqual(['notice:2027-01-01:0']);
});

test('each channel has its own choice', async () => {
  const chat = await organized('2026-10-20T15:00:00Z');
  await chat.olivia.type(
    '/group notices time:7:00 sets:cpt ahead:"60, 0" channel:playground:announcements',
  );
  await chat.until('2027-01-02T15:00:00Z');
  expect(chat.mail.sent.map(({ key }) => key)).toEqual([
    'notice:playground:announcements:2027-01-01:60',
    'notice:playground:study-hall:2027-01-01:30',
    'notice:playground:announcements:2027-01-01:0',
    'notice:playground:study-hall:2027-01-01:0',
  ]);
  expect(chat.mail.sent.at(2)?.reply.fields?.map(({ label }) => label)).toEqual(['CPT 2027']);
});

describe('another hour on the day of a notice', () => {
  test('does not post again what was posted', async () => {
    const chat = await organized('2027-01-01T06:00:00Z');
    await chat.until('2027-01-01T15:00:00Z');
    expect(keysOf(chat)).toEqual(['notice:2027-01-01:0']);
    const saved = await chat.olivia.type('/group notices 15:00');
    expect(read(saved)).toContain('Next: Tuesday, March 2, 2027 at 15:00');
    await chat.until('2027-01-02T15:00:00Z');
    expect(keysOf(chat)).toHaveLength(1);
  });

  test('that has passed already loses nothing: it comes now, and is not called late', async () => {
    const chat = await organized('2027-01-01T15:00:00Z', '/group notices 18:00');
    await chat.olivia.type('/group notices 8:00');
    await chat.until('2027-01-01T15:01:00Z');
    expect(keysOf(chat)).toEqual(['notice:2027-01-01:0']);
    const [post] = chat.mail.in(studyHall);
    expect(post && read(post)).not.toContain('late');
  });
});

describe('after the bot was down', () => {
  /** All four notices are chosen; the process stops before the first and starts at `back`. */
  async function downUntil(back: string): Promise<Chat> {
    const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const before = await openChat({ folder, now: '2026-10-20T15:00:00Z' });
    await before.olivia.type('/group channel');
    await before.olivia.type('/group notices time:9:00 ahead:"60, 30, 7, 0"');
    await before.world.close();
    const after = await openChat({ folder, now: back });
    await after.world.runner.runDue();
    return after;
  }

  test('only the latest notice of the date is posted, and says that it is late', async () => {
    const chat = await downUntil('2027-01-03T15:00:00Z');
    expect(keysOf(chat)).toEqual(['notice:2027-01-01:0']);
    const [post] = chat.mail.in(studyHall);
    expect(post && read(post)).toContain('This comes 2 days late');
    await chat.until('2027-01-31T14:00:00Z');
    expect(keysOf(chat)).toEqual(['notice:2027-01-01:0', 'notice:2027-04-01:60']);
  });

  test('so too when it starts at the very moment of the last one', async () => {
    const chat = await downUntil('2027-01-01T14:00:00Z');
    expect(keysOf(chat)).toEqual(['notice:2027-01-01:0']);
    for (const days of [60, 30, 7]) {
      const key = `notice:${studyHall}:2027-01-01:${days}`;
      expect((await chat.world.opened.jobs.all.message(key))?.state).toBe('missed');
    }
  });

  test('a lead-up still helps before the date', async () => {
    const chat = await downUntil('2026-12-27T15:00:00Z');
    expect(keysOf(chat)).toEqual(['notice:2027-01-01:7']);
  });

  test('more than a week late it is left out, with the reason on record', async () => {
    const chat = await downUntil('2027-01-10T15:00:00Z');
    expect(keysOf(chat)).toEqual([]);
    const row = await chat.world.opened.jobs.all.message(`notice:${studyHall}:2027-01-01:0`);
    expect(row?.state).toBe('missed');
  });
});

test('a refusal of the platform is tried again, and the notice comes once', async () => {
  const chat = await organized('2027-01-01T06:00:00Z');
  chat.mail.refusals.push({ ok: false, reason: 'retry', detail: 'busy' });
  await chat.until('2027-01-01T15:00:00Z');
  expect(keysOf(chat)).toEqual(['notice:2027-01-01:0']);
});

test('the fullest notice that the calendar allows fits every platform', () => {
  const sets = realContent().codeSets.map(fullest);
  const choice = { codeSets: sets.map(({ id }) => id), leadDays: [60, 30, 7, 0] };
  const from = Temporal.PlainDate.from('2026-01-01');
  const posts = noticesBetween(sets, choice, from, from.add({ years: 2 })).map((notice) =>
    noticePost(notice, nothingInstalled),
  );
  expect(posts.length).toBeGreaterThan(10);
  expect(posts.flatMap(checkReply)).toEqual([]);
  for (const post of posts)
    for (const { value } of post.fields ?? [])
      expect(value).toMatch(/^(?:Effective|Published on|From) .*checked /s);
});

function fullest(set: CodeSet): CodeSet {
  const steps = Array.from({ length: 4 }, (_, step) => `${step} ${'*long* '.repeat(28)}`);
  const toDo = { work: steps, study: steps };
  return { ...set, toDo: { ahead: toDo, onTheDay: toDo } };
}

test('a role that an organizer chose is named with each notice, until it is taken back', async () => {
  const { olivia, world, until } = await openChat({ now: '2027-08-20T12:00:00Z' });
  expect(read(await olivia.type('/group notices mention:77'))).toContain('Roles exist on Discord');
  const owner = new Person(world, {
    user: { id: 'discord:10', name: 'Olivia' },
    channel: { id: 'discord:5', kind: 'channel' },
    group: 'discord:1',
    admin: true,
  });
  const saved = await owner.command('group notices', { mention: '77', channel: 'discord:5' });
  if (saved.kind !== 'reply') throw new Error('A reply was expected.');
  expect(read(saved)).toContain('30 days ahead and on the day, at 09:00, naming @77');
  await until('2027-09-01T13:00:00Z');
  const { all } = world.opened.jobs;
  const row = await all.message('notice:discord:5:2027-10-01:30');
  expect(JSON.parse(row?.payload ?? '{}')).toMatchObject({ mentionedRole: '77' });
  expect(read(await owner.press(saved, 'Name no role'))).toContain('The notices name no role.');
  await until('2027-10-01T13:00:00Z');
  const later = await all.message('notice:discord:5:2027-10-01:0');
  expect(JSON.parse(later?.payload ?? '{}')).not.toHaveProperty('mentionedRole');
});

describe('every October and January from 2025 to 2028', () => {
  const expected = [
    [
      '2025-09-01',
      '2025-10-01:30',
      'Code sets change on October 1, 2025',
      '487 new, 28 removed (12 deleted, 16 demoted to header), 38 revised',
    ],
    [
      '2025-10-01',
      '2025-10-01:0',
      'New code sets from October 1, 2025',
      '74,719 billable codes in all',
    ],
    [
      '2025-12-02',
      '2026-01-01:30',
      'Code sets change on January 1, 2026',
      '418 changes: 288 new, 84 deleted, 46 revised',
    ],
    ['2026-01-01', '2026-01-01:0', 'New code sets from January 1, 2026', 'CPT 2026'],
    [
      '2026-09-01',
      '2026-10-01:30',
      'Code sets change on October 1, 2026',
      '190 new, 30 removed (15 deleted, 15 demoted to header), 4 revised',
    ],
    ['2026-10-01', '2026-10-01:0', 'New code sets from October 1, 2026', 'Z68.1 becomes a header'],
    [
      '2026-12-02',
      '2027-01-01:30',
      'Code sets change on January 1, 2027',
      '453 changes: 299 new, 80 deleted, 74 revised',
    ],
    ['2027-01-01', '2027-01-01:0', 'New code sets from January 1, 2027', 'CPT 2027'],
    [
      '2027-09-01',
      '2027-10-01:30',
      'Code sets change on October 1, 2027',
      'How many codes change is not known here',
    ],
    ['2027-10-01', '2027-10-01:0', 'New code sets from October 1, 2027', 'ICD-10-CM FY2028'],
    ['2027-12-02', '2028-01-01:30', 'Code sets change on January 1, 2028', 'CPT 2028'],
    [
      '2028-01-01',
      '2028-01-01:0',
      'New code sets from January 1, 2028',
      'AAPC exams change books in January',
    ],
  ] as const;

  // New York and Santiago change their clocks, in opposite seasons; Manila never does.
  test.each(['America/New_York', 'America/Santiago', 'Asia/Manila'])(
    'at nine in %s, once each',
    async (zone) => {
      const chat = await organized('2025-08-01T12:00:00Z', '/group notices 9:00', zone);
      for (const [day, key, title, says] of expected) {
        const nine = Temporal.PlainDate.from(day).toZonedDateTime({
          timeZone: zone,
          plainTime: '09:00',
        });
        await chat.until(`${nine.toInstant().subtract({ minutes: 1 })}`);
        expect(keysOf(chat)).not.toContain(`notice:${key}`);
        await chat.until(`${nine.toInstant()}`);
        expect(keysOf(chat).at(-1)).toBe(`notice:${key}`);
        const post = chat.mail.in(studyHall).at(-1);
        expect(post?.title).toBe(title);
        expect(post && read(post)).toContain(says);
      }
      const autumnAndWinter = keysOf(chat).filter((key) => /-(?:10|01)-01:/.test(key));
      expect(autumnAndWinter).toEqual(expected.map(([, key]) => `notice:${key}`));
      const april = chat.mail
        .in(studyHall)
        .find(({ title }) => title === 'Code sets change on April 1, 2026');
      expect(april?.fields?.map(({ label }) => label)).toEqual(['HCPCS Level II 2026 Q2']);
      const onTheDay = chat.mail
        .in(studyHall)
        .find(({ title }) => title === 'New code sets from April 1, 2026');
      expect(onTheDay && read(onTheDay)).toContain(
        'ICD-10-CM FY2026 April update: no code changes on April 1, 2026.',
      );
    },
  );
});

describe('with the release installed', () => {
  async function noticed(codes: string) {
    const chat = await openChat({ now: '2026-08-20T12:00:00Z', codes });
    await chat.olivia.type('/group channel');
    await chat.olivia.type('/group setup zone:eastern');
    await chat.olivia.type('/group notices 9:00');
    await chat.until('2026-09-01T13:00:00Z');
    const [post] = chat.mail.in(studyHall);
    if (!post) throw new Error('There is no notice.');
    return { ...chat, post };
  }

  test('and the one before it, the figures are those of the files, with what changed and a quiz on it', async () => {
    const { post, maria } = await noticed(await twoReleases());
    const said = read(post);
    expect(said).toContain('4 new, 2 removed (1 deleted, 1 demoted to header), 1 revised');
    expect(said).toContain('Most of it in ');
    expect(said).not.toContain('190 new');
    const changes = await maria.press(post, 'What changed');
    expect(changes.mode).toBe('new');
    expect(changes.title).toBe('Changes of ICD-10-CM FY2027');
    const quiz = await maria.press(post, 'Mini-quiz');
    expect(quiz.title).toMatch(/^Question 1 of \d · Code changes$/);
  });

  test('alone, the known figures stand, and nothing is offered that is not there', async () => {
    const folder = temporaryFolder();
    await installing(downloaded(orderText(after)), folder, { release: 'FY2027-october' });
    const { post } = await noticed(folder);
    expect(read(post)).toContain('190 new, 30 removed');
    expect(labelsOf(post)).toEqual(['Remind me', 'When is the next one?']);
  });
});

test('where nobody’s figures are known, it names what to install', async () => {
  const chat = await organized('2027-08-20T12:00:00Z');
  await chat.until('2027-09-01T13:00:00Z');
  const [post] = chat.mail.in(studyHall);
  expect(post && read(post)).toContain(
    'by installing FY2028-october and FY2027-april (npm run codes)',
  );
});
