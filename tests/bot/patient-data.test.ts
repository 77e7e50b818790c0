import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { commandGroups } from '../../commands/index.ts';
import { action } from '../../src/bot/action.ts';
import { type CommandGroup, command } from '../../src/bot/command.ts';
import { md, plainText } from '../../src/bot/markdown.ts';
import { type Outcome, say } from '../../src/bot/reply.ts';
import { file, longText, number, text } from '../../src/bot/shape.ts';
import { type Chat, openChat, read } from '../chat.ts';

const canary = 'Zebedee';
const aboutPatient = `Mr. ${canary} Miller, DOB 03/14/1961, was admitted`;

const kept = (words: string) => say(md`Kept: ${words}`);
const note = action({
  id: 'note.write',
  args: { page: number('Which page') },
  fields: {
    words: longText('What happened', { max: 60 }),
    by: text('Your name', { allows: ['name'] }).optional(),
  },
  async run({ words }, ctx) {
    await ctx.store.transaction((tx) => tx.drafts.keep(ctx.member.id, 'x', { words }, ctx.now));
    return kept(words);
  },
});
const notes: CommandGroup = {
  name: 'note',
  summary: 'Notes',
  commands: [
    command({
      name: 'add',
      summary: 'Write one',
      visibility: 'public',
      options: {
        words: text('What happened'),
        page: number('Which page').optional(),
        index: text('Index number', { allows: ['number'] }).optional(),
        scan: file('A picture').optional(),
      },
      suggest: { words: (typed) => [{ label: typed, value: typed }] },
      run: ({ words, index }) => kept(index ?? words),
    }),
  ],
  actions: [note],
};
const open = () => openChat({ groups: [...commandGroups, notes] });

/** What the process writes while the test runs. */
function writtenOut(): readonly string[] {
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => lines.push(`${chunk}`) > 0);
    onTestFinished(() => spy.mockRestore());
  }
  return lines;
}

/** All bytes of the store: the database, what is not yet folded into it, the key. */
function bytesOf({ world }: Chat): string {
  const files = readdirSync(world.folder, { recursive: true, withFileTypes: true });
  return files
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1'))
    .join('\n');
}

/** A private refusal in words, and nothing of it anywhere. */
async function expectRefused(chat: Chat, outcome: Outcome, lines: readonly string[] = []) {
  if (outcome.kind !== 'reply') throw new Error(`A refusal was expected, not a ${outcome.kind}.`);
  expect(outcome).toMatchObject({ tone: 'warning', mode: 'new' });
  expect(read(outcome)).toContain('looks like patient data');
  for (const place of [JSON.stringify(outcome), bytesOf(chat), lines.join('')])
    expect(place).not.toContain(canary);
  expect(chat.world.faults).toEqual([]);
  expect(await chat.world.opened.store.members.find(chat.maria.id)).toBeUndefined();
}

describe('a text about a patient is refused, wherever it is sent', () => {
  const question = `how do I code ${aboutPatient}`;
  test.each([
    ['in /ask', { kind: 'command', path: 'ask', options: { question } }],
    ['in a typed line', { kind: 'line', line: `/ask ${question}` }],
    ['in a line that is no command', { kind: 'line', line: aboutPatient }],
    ['in a word that nobody asked for', { kind: 'line', line: `/help quiz ${aboutPatient}` }],
    [
      'as the name of an option',
      { kind: 'command', path: 'ask', options: { question: 'x y', [aboutPatient]: '' } },
    ],
    ['as a command', { kind: 'command', path: aboutPatient, options: {} }],
    ['in a form', { kind: 'submit', ref: 'note.write?page=3', fields: { words: aboutPatient } }],
    ['in the form of a command', { kind: 'submit', ref: '/ask', fields: { question } }],
    [
      'in a field for a number',
      { kind: 'submit', ref: '/note add', fields: { words: 'x', page: aboutPatient } },
    ],
    [
      'spread over the options of a line',
      { kind: 'line', line: `/note add index:${canary} Miller was admitted DOB 03/14/1961` },
    ],
  ] as const)('%s', async (_where, event) => {
    const chat = await open();
    const lines = writtenOut();
    await expectRefused(chat, await chat.maria.outcome(event), lines);
  });

  test('in the name of a file', async () => {
    const chat = await open();
    const scan = {
      name: `${canary}_DOB_03141961.png`,
      mediaType: 'image/png',
      size: 3,
      bytes: () => Promise.reject(new Error('Nobody reads this file.')),
    };
    await expectRefused(chat, await chat.maria.command('note add', { words: 'x y', scan }));
  });

  test('a form with other mistakes does not come back filled', async () => {
    const chat = await open();
    const submit = (words: string) =>
      chat.maria.outcome({ kind: 'submit', ref: 'note.write?page=3', fields: { words } });
    await expectRefused(chat, await submit(aboutPatient.padEnd(80, '!')));
    expect(await submit('tea '.repeat(20))).toMatchObject({ kind: 'invalid' });
  });

  test('another text in the same form is kept', async () => {
    const { maria, world } = await open();
    await maria.outcome({ kind: 'submit', ref: 'note.write?page=3', fields: { words: 'tea' } });
    expect(await world.opened.store.members.find(maria.id)).toBeDefined();
  });

  test('in private, though the command answers in public', async () => {
    const { world, maria } = await open();
    const from = { user: { id: maria.id, name: 'Maria' }, channel: { id: maria.id, kind: 'dm' } };
    const asked = (words: string) =>
      world.bot.visibility({ ...from, kind: 'line', line: `/note add ${words}` } as never);
    expect([asked('tea'), asked(aboutPatient)]).toEqual(['public', 'private']);
  });

  test('and nothing is suggested for it', async () => {
    const { maria } = await open();
    expect(await maria.suggest('note add', 'words', 'modifier 25')).toHaveLength(1);
    expect(await maria.suggest('note add', 'words', aboutPatient)).toEqual([]);
    expect(await maria.suggest('ask', 'question', aboutPatient)).toEqual([]);
  });
});

describe('the sentence names who received it', () => {
  test.each([
    ['discord:42', 'Nothing was kept here, but Discord received it; if it is real, tell your'],
    ['slack:T1/U2', 'Nothing was kept here, but Slack received it; if it is real, tell your'],
    ['playground:eve', 'On Discord or Slack they would have received it'],
  ] as const)('%s', async (id, sentence) => {
    const { world } = await open();
    const outcome = await world.bot.handle({
      user: { id, name: 'Eve' },
      channel: { id, kind: 'dm' },
      kind: 'line',
      line: `/ask ${aboutPatient}`,
    });
    expect(outcome.kind === 'reply' && plainText(outcome.text)).toContain(sentence);
  });

  test('and what kind of thing it was', async () => {
    const { maria } = await open();
    const reply = await maria.type('/ask MRN 448812 has two stays');
    expect(read(reply)).toContain('(medical record number)');
  });
});

describe('a field that asks for a name or a number takes it', () => {
  test('an index number, by itself or in a line', async () => {
    const { maria } = await open();
    expect(read(await maria.type('/note add tea index:456-789-1234'))).toContain('456-789-1234');
    const outcome = await maria.command('note add', { words: 'tea', index: '123456789012' });
    expect(outcome.kind === 'reply' && read(outcome)).toContain('123456789012');
  });

  test('but not beside it', async () => {
    const { maria } = await open();
    const outcome = await maria.command('note add', { words: 'MRN 448812', index: '123456789' });
    expect(outcome.kind === 'reply' && read(outcome)).toContain('looks like patient data');
  });

  test('a nickname that is a whole name', async () => {
    const { maria } = await open();
    const reply = await maria.type('/settings nickname:"Maria Lopez, seen 10/12/2026"');
    expect(read(reply)).toContain('Nickname: Maria Lopez');
  });

  test('a person and a channel, whose ids are long numbers', async () => {
    const { maria } = await open();
    const reply = await maria.type('/ask <@112233445566778899> what is a modifier');
    expect(read(reply)).not.toContain('patient data');
  });
});
