import { describe, expect, test } from 'vitest';
import { action, refer } from '../../src/bot/action.ts';
import { type CommandGroup, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, say } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { labelsOf, openChat, read } from '../chat.ts';

const note = action({
  id: 'tea.note',
  args: { cup: number('Which cup', { max: 9 }) },
  fields: {
    words: text('What to write', { max: 10 }),
    sugar: number('Spoons', { max: 3 }).default(0),
  },
  run: ({ cup, words, sugar }) => say(md`Cup ${cup}: ${words}, ${sugar}`),
});
const tea: CommandGroup = {
  name: 'tea',
  summary: 'Tea',
  commands: [
    command({
      name: 'pour',
      summary: 'Pour a cup',
      options: { kind: text('Which tea', { max: 12 }) },
      run: ({ kind }) => say(md`A cup of ${kind}`, { controls: [button('Another', '/tea pour…')] }),
    }),
    command({
      name: 'spill',
      summary: 'Spill it',
      options: {},
      run: () => {
        throw new Error('secret');
      },
    }),
    command({
      name: 'refuse',
      summary: 'Refuse',
      options: {},
      run: () => {
        throw new UserError('The kettle is cold. Heat it first.');
      },
    }),
    command({
      name: 'rule',
      summary: 'Rule',
      options: {},
      audience: 'organizer',
      run: () => say(md`Ruled`),
    }),
    command({
      name: 'write',
      summary: 'Write',
      options: {},
      run: () => say(md`Write`, { controls: [button('Note', refer(note, { cup: 3 }))] }),
    }),
  ],
  actions: [
    note,
    action({ id: 'tea.rule', args: {}, audience: 'organizer', run: () => say(md`Ruled again`) }),
  ],
};
const open = () => openChat({ groups: [tea] });

describe('bad input gets a private sentence and leaves nothing behind', () => {
  test.each([
    ['an unknown command', '/coffee', 'There is no command “/coffee”'],
    ['a wrong option', '/tea pour kind:green colour:red', 'colour:red is not something'],
    ['100,000 characters', `/tea pour ${'x'.repeat(100_000)}`, 'too long'],
  ])('%s', async (_what, line, sentence) => {
    const { maria, world } = await open();
    const reply = await maria.type(line);
    expect(read(reply)).toContain(sentence);
    expect(reply.tone).toBe('warning');
    expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
    expect(world.faults).toEqual([]);
  });

  test('100,000 characters in an option of a command', async () => {
    const { maria } = await open();
    const outcome = await maria.command('tea pour', { kind: 'x'.repeat(100_000) });
    expect(outcome.kind === 'reply' && read(outcome)).toContain('at most 12 characters');
  });

  test('an option that does not exist', async () => {
    const { maria } = await open();
    const outcome = await maria.command('tea pour', { kind: 'green', colour: 'red' });
    expect(outcome.kind === 'reply' && read(outcome)).toContain('colour is not something');
  });

  test('a button of an older version', async () => {
    const { maria } = await open();
    for (const ref of ['tea.gone?cup=1', 'tea.note?saucer=1', '/tea brew', '?', ''])
      expect(read((await maria.outcome({ kind: 'press', ref })) as never)).toMatch(
        /older version|damaged/,
      );
  });
});

test('a missing option opens the form of the command', async () => {
  const { maria } = await open();
  const form = await maria.form('/tea pour');
  expect(form).toMatchObject({ title: '/tea pour', submit: '/tea pour' });
  expect(form.specs.map((spec) => spec.name)).toEqual(['kind']);
  expect(read(await maria.submit(form, { kind: 'green' }))).toBe('A cup of green');
});

test('a form with mistakes comes back filled, each problem by its field', async () => {
  const { maria, world } = await open();
  const form = await maria.form('/tea pour');
  expect(await maria.submitted(form, { kind: 'x'.repeat(13) })).toMatchObject({
    kind: 'invalid',
    problems: { kind: 'must have at most 12 characters' },
    form: { values: { kind: 'x'.repeat(13) } },
  });
  expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
});

test('a button with … opens the form even where nothing is missing', async () => {
  const { maria } = await open();
  const reply = await maria.type('/tea pour mint');
  expect((await maria.pressForForm(reply, 'Another')).submit).toBe('/tea pour');
});

test('a person cannot format what the bot says', async () => {
  const { maria } = await open();
  const reply = await maria.type('/tea pour **mint**');
  expect(read(reply)).toBe('A cup of **mint**');
});

test('what the person can mend is said; what they cannot gets a reference', async () => {
  const { maria, world } = await open();
  expect(read(await maria.type('/tea refuse'))).toBe('The kettle is cold. Heat it first.');
  const reply = read(await maria.type('/tea spill'));
  const [fault] = world.faults;
  expect(reply).toContain(`reference ${fault?.reference}`);
  expect(reply).not.toContain('secret');
  expect(fault).toMatchObject({ doing: 'a typed line', user: 'playground:member-1' });
});

test('organizers only: checked at the command and at the press', async () => {
  const { maria, olivia } = await open();
  expect(read(await maria.type('/tea rule'))).toContain('for organizers');
  expect(read(await olivia.type('/tea rule'))).toBe('Ruled');
  expect(read((await maria.outcome({ kind: 'press', ref: '/tea rule…' })) as never)).toContain(
    'for organizers',
  );
  const press = { kind: 'press', ref: 'tea.rule' } as const;
  expect(read((await maria.outcome(press)) as never)).toContain('for organizers');
  expect(read((await olivia.outcome(press)) as never)).toBe('Ruled again');
});

test('a button of an action with fields opens its form, and runs with both', async () => {
  const { maria } = await open();
  const form = await maria.pressForForm(await maria.type('/tea write'), 'Note');
  expect(form.specs.map((spec) => spec.name)).toEqual(['words', 'sugar']);
  expect(read(await maria.submit(form, { words: 'sweet', sugar: 2 }))).toBe('Cup 3: sweet, 2');
});

test('a form that could not open is kept and opened later, for its member alone', async () => {
  const { maria, james, world } = await open();
  const from = {
    user: { id: maria.id, name: 'Maria' },
    channel: { id: 'playground:x', kind: 'channel' },
  } as const;
  const outcome = await maria.outcome({
    kind: 'submit',
    ref: 'tea.note?cup=3',
    fields: { words: 'far too many words' },
  });
  if (outcome.kind !== 'invalid') throw new Error(`This is not a correction: ${outcome.kind}`);
  const offer = await world.bot.formLater(outcome, from);
  expect(read(offer)).toContain('Words must have at most 10 characters.');
  expect(labelsOf(offer)).toEqual(['Correct it']);
  const form = await maria.pressForForm(offer, 'Correct it');
  expect(form.values).toMatchObject({ words: 'far too many words' });
  expect(read(await maria.submit(form, { words: 'few' }))).toBe('Cup 3: few, 0');
  expect(read(await james.press(offer, 'Correct it'))).toContain('older version');
});
