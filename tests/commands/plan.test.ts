import { expect, test } from 'vitest';
import { labelsOf, openChat, read } from '../chat.ts';

test('/plan counts down, goes by the editions of that day, and plans the weeks', async () => {
  const { maria } = await openChat();
  const plan = await maria.type('/plan exam:cpc date:2027-03-01');
  const text = read(plan);
  expect(text).toContain('Your CPC exam\nPlanned.');
  expect(text).toContain('99 days to go: Monday, March 1, 2027.');
  expect(text).toContain('Editions: the code books of 2027.');
  expect(text).toContain('AAPC, CPC exam FAQs, checked 2026-11-23');
  expect(text).toContain('• This week: ');
  expect(text).toContain('…and 11 more weeks.');
  expect(labelsOf(plan)[0]).toMatch(/^Practice: /);
  expect(read(await maria.type('/plan'))).toContain('99 days to go');
});

test('all weeks can be seen, a dozen a page', async () => {
  const { maria, james } = await openChat();
  const plan = await maria.type('/plan exam:cpc date:2027-03-01');
  const weeks = await maria.press(plan, 'All weeks');
  expect(read(weeks).match(/^• /gm)).toHaveLength(12);
  expect(labelsOf(weeks)).toEqual(['Later weeks', 'Your exam']);
  const later = await maria.press(weeks, 'Later weeks');
  expect(read(later)).toContain('From Mar 1: the exam: only review what you know');
  expect(labelsOf(later)).toEqual(['Earlier weeks', 'Your exam']);
  expect((await maria.press(later, 'Your exam')).title).toBe('Your CPC exam');
  expect(read(await james.press(weeks, 'Later weeks'))).toContain('no such weeks in your plan');
});

test('without a plan it says what to do, and asks for what is missing', async () => {
  const { maria, world } = await openChat();
  const nothing = await maria.type('/plan');
  expect(read(nothing)).toContain('You have not planned an exam yet');
  const form = await maria.pressForForm(nothing, 'Plan an exam');
  expect(form.specs.map(({ name }) => name)).toEqual(['exam', 'date']);
  expect(await maria.submitted(form, { exam: 'CPC' })).toMatchObject({
    kind: 'invalid',
    problems: { date: expect.stringContaining('is missing') },
  });
  expect(await maria.submitted(form, { date: '2027-03-01' })).toMatchObject({
    problems: { exam: expect.stringContaining('is missing') },
  });
  expect(await maria.submitted(form, { exam: 'CPC', date: '2026-11-01' })).toMatchObject({
    problems: { date: expect.stringContaining('which is past') },
  });
  expect(await maria.submitted(form, { exam: 'CPC', date: '2206-11-01' })).toMatchObject({
    problems: { date: expect.stringContaining('check the year') },
  });
  expect(read(await maria.type('/plan exam:bar date:2027-03-01'))).toContain('not an exam that I');
  expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
});

test('the first button practises the topic of the week', async () => {
  const { maria } = await openChat();
  const plan = await maria.type('/plan exam:CBCS date:2027-03-01');
  const [practise = ''] = labelsOf(plan);
  const question = await maria.press(plan, practise);
  expect(question.title).toContain(practise.replace('Practice: ', ''));
});

test('what is not known of editions is not worked out', async () => {
  const { maria } = await openChat();
  const cca = read(await maria.type('/plan exam:CCA date:2027-05-20'));
  expect(cca).toContain('is not known here');
  const far = read(await maria.type('/plan exam:CPC date:2028-02-01'));
  expect(far).toContain('which code books AAPC exams go by in 2028 is not known yet');
  const near = read(await maria.type('/plan exam:CRC date:2026-12-30'));
  expect(near).toContain('the code books of 2026. From January 1, 2027 it would be those of 2027.');
});

test('another day is confirmed first', async () => {
  const { maria } = await openChat();
  await maria.type('/plan exam:CPC date:2027-03-01');
  const ask = await maria.type('/plan date:2027-04-01');
  expect(read(ask)).toContain('Move your CPC exam?');
  expect(read(await maria.press(ask, 'Leave it'))).toContain('March 1, 2027');
  expect(read(await maria.press(ask, 'Move it'))).toContain('April 1, 2027');
  const form = await maria.pressForForm(await maria.type('/plan'), 'Change the date');
  expect(form.values).toEqual({ exam: 'CPC' });
});

test('practice tests are numbers, and are removed once confirmed', async () => {
  const { maria } = await openChat();
  const plan = await maria.type('/plan exam:CPC date:2027-03-01');
  const form = await maria.pressForForm(plan, 'Add a result');
  expect(form.specs.map(({ is }) => is)).toEqual(['number', 'date']);
  expect(read(await maria.submit(form, { percent: 64, taken: '2026-11-30' }))).toContain(
    'still to come',
  );
  await maria.submit(form, { percent: 64, taken: '2026-11-02' });
  const both = await maria.submit(form, { percent: 71, taken: '2026-11-20' });
  expect(read(both)).toContain(
    'Official practice tests: 71% (November 20, 2026), 64% (November 2, 2026)',
  );
  const list = await maria.press(both, 'Remove a result');
  const ask = await maria.press(list, '64%, November 2, 2026');
  expect(read(ask)).toContain('gone for good');
  const after = await maria.press(ask, 'Remove it');
  expect(read(after)).not.toContain('64%');
  expect(read(await maria.press(ask, 'Remove it'))).toContain('not there');
});

test('removing an exam is confirmed, and takes its results along', async () => {
  const { maria, james } = await openChat();
  const plan = await maria.type('/plan exam:CPC date:2027-03-01');
  const result = await maria.pressForForm(plan, 'Add a result');
  await maria.submit(result, { percent: 64, taken: '2026-11-02' });
  const ask = await maria.press(plan, 'Remove');
  expect(read(ask)).toContain('Its practice result goes with it');
  expect(read(await james.press(ask, 'Remove it'))).toContain('not planned an exam');
  expect(read(await maria.press(ask, 'Keep it'))).toContain('99 days');
  expect(read(await maria.press(ask, 'Remove it'))).toContain('no longer planned');
  expect(read(await maria.type('/plan'))).toContain('not planned an exam');
});

test('several exams: the soonest is shown, the others are a choice away', async () => {
  const { maria } = await openChat();
  await maria.type('/plan exam:CPC date:2027-03-01');
  await maria.type('/plan exam:CRC date:2027-01-11');
  const soonest = await maria.type('/plan');
  expect(read(soonest)).toContain('Your CRC exam');
  expect(read(await maria.press(soonest, 'CPC, March 1, 2027'))).toContain('Your CPC exam');
  expect(read(await maria.type('/plan exam:cpc'))).toContain('Your CPC exam');
});

test('on the day, and when it is over', async () => {
  const { maria, until } = await openChat();
  await maria.type('/plan exam:CPC date:2026-11-25');
  await until('2026-11-25T15:00:00Z');
  expect(read(await maria.type('/plan'))).toContain('It is today.');
  await until('2026-11-27T15:00:00Z');
  expect(read(await maria.type('/plan'))).toContain('How did it go?');
});

test('exams are suggested', async () => {
  const { maria } = await openChat();
  const labels = (await maria.suggest('plan', 'exam', 'cpc')).map(({ label }) => label);
  expect(labels).toContain('CPC');
  expect(labels).not.toContain('CPC-A');
});
