import { expect, test } from 'vitest';
import { commandGroups } from '../../commands/index.ts';
import { labelsOf, openChat, read } from '../chat.ts';

test('/help lists every word that a member can type, and says whose bot this is not', async () => {
  const { maria } = await openChat();
  const reply = await maria.type('/help');
  for (const group of commandGroups)
    if (group.commands.some((command) => command.audience !== 'organizer'))
      expect(read(reply)).toContain(`/${group.name} ${group.summary}`);
  expect(read(reply)).toContain('not endorsed by AAPC');
  expect(read(reply)).toContain('CPT is a registered trademark');
});

test('/help quiz explains each command and its options', async () => {
  const { maria } = await openChat();
  const reply = read(await maria.type('/help quiz'));
  expect(reply).toContain('/quiz start');
  expect(reply).toContain('count: How many questions');
  expect(reply).toContain('level: How hard. One of: 1 (Basic), 2 (Intermediate), 3 (Advanced)');
  expect(reply).toContain('/quiz stop');
});

test('help on a word leads to its commands, as far as they are for whoever asks', async () => {
  const { maria, olivia } = await openChat();
  const quiz = await maria.type('/help quiz');
  expect(labelsOf(quiz)).toEqual([
    '/quiz start',
    '/quiz resume',
    '/quiz redo',
    '/quiz group',
    '/quiz stop',
    'All commands',
  ]);
  expect((await maria.pressForForm(quiz, '/quiz start')).title).toBe('Start a quiz');
  expect(labelsOf(await maria.type('/help group'))).toEqual(['All commands']);
  expect(labelsOf(await olivia.type('/help group'))).toContain('/group setup');
});

test('help on every word fits, for members and for organizers', async () => {
  const { maria, olivia } = await openChat();
  for (const { name, summary } of commandGroups)
    for (const person of [maria, olivia])
      expect((await person.type(`/help ${name}`)).title).toBe(`/${name}: ${summary}`);
});

test('help on a word that does not exist says so', async () => {
  const { maria } = await openChat();
  expect(read(await maria.type('/help dancing'))).toContain('no command “dancing”');
});

test('a mistyped command is met with what was probably meant', async () => {
  const { maria } = await openChat();
  const reply = await maria.type('/quizz start');
  expect(read(reply)).toContain('no command “/quizz”');
  expect(labelsOf(reply)).toContain('/quiz start');
  expect(read(await maria.press(reply, '/quiz start'))).toContain('Question 1 of 10');
});

test('/quiz alone offers its second words', async () => {
  const { maria } = await openChat();
  const reply = await maria.type('/quiz');
  expect(read(reply)).toBe('/quiz takes a second word. Which of these?');
  expect(labelsOf(reply)).toEqual(
    expect.arrayContaining(['/quiz start', '/quiz resume', '/quiz stop']),
  );
});

test('/group with a word that is none offers all of its second words', async () => {
  const { olivia } = await openChat();
  const group = commandGroups.find(({ name }) => name === 'group');
  const reply = await olivia.type('/Group begin');
  expect(read(reply)).toBe('There is no /group begin. Which of these did you mean?');
  expect(labelsOf(reply)).toEqual([
    ...(group?.commands ?? []).map(({ name }) => `/group ${name}`),
    '/help',
  ]);
});

test('what is nearest to /help is offered once', async () => {
  const { maria } = await openChat();
  expect(labelsOf(await maria.type('/hello'))).toEqual(['/help']);
});

test('members are offered no second words that are for organizers', async () => {
  const { maria, olivia } = await openChat();
  expect(labelsOf(await maria.type('/bank'))).toEqual(['/bank export', '/bank add', '/help']);
  expect(labelsOf(await olivia.type('/bank'))).toContain('/bank import');
  expect(read(await maria.type('/guide'))).toContain('for organizers of the group');
});

test('suggests commands while typing', async () => {
  const { maria } = await openChat();
  const choices = await maria.suggest('help', 'about', 'qu');
  expect(choices.map((choice) => choice.label)).toContain('/quiz start');
});

test('a value where none is taken is met with the command as it is typed', async () => {
  const { olivia } = await openChat();
  expect(read(await olivia.type('/meeting stop now'))).toMatch(/typed like this: \/meeting stop$/);
});
