// What the page suggests while a line is typed: a pure function, so it is asked directly.

import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../src/bot/typed-line.ts';
// @ts-expect-error: a script of the page, which has a tsconfig.json of its own
import * as completion from '../../../src/platforms/playground/page/completion.js';
import type { Command, Completion, Spec } from '../../../src/platforms/playground/page/types.ts';
import { tellGroup } from '../../../src/platforms/playground/tell.ts';

const complete = (line: string): Completion =>
  completion.complete(line, { commands, group: tellGroup('Study group'), today: '2026-11-22' });
const labels = (line: string) => complete(line).suggestions.map(({ label }) => label);

function spec(name: string, is: Spec['is'], more: Partial<Spec> = {}): Spec {
  return { name, is, label: name, hint: `The ${name}`, required: false, suggests: false, ...more };
}
function command(path: string, ...specs: Spec[]): Command {
  const summary = `Summary of ${path}`;
  return { name: path, path, summary, audience: 'member', specs };
}

const needed = { required: true };
const title = spec('title', 'text', needed);
const levels = [
  { label: 'Starter', value: 'starter' },
  { label: 'Working coder', value: 'working coder' },
];
const commands: Command[] = [
  command('help', spec('command', 'text', { suggests: true })),
  command('ask', spec('question', 'text', { ...needed, suggests: true })),
  command('quiz start', spec('level', 'choice', { choices: levels }), spec('count', 'number')),
  command('quiz stop'),
  command('ceu add', spec('credits', 'number', needed), title, spec('on', 'date')),
  command(
    'group channel',
    spec('channel', 'channel', needed),
    spec('who', 'user'),
    spec('sure', 'flag'),
  ),
];

describe('commands', () => {
  test.each([
    ['', []],
    ['quiz', []],
    ['/', ['/help', '/ask', '/quiz start', '/quiz stop', '/ceu add', '/group channel']],
    ['/q', ['/quiz start', '/quiz stop']],
    ['/add', ['/ceu add']],
    ['/QUIZ ST', ['/quiz start', '/quiz stop']],
    ['/quiz sto', ['/quiz stop']],
    ['/nothing such', []],
  ])('%j', (line, expected) => {
    expect(labels(line)).toEqual(expected);
  });

  test('Enter takes the first while the command is half typed, and sends what is whole', () => {
    expect(complete('/qui').eager).toBe(true);
    expect(complete('/quiz stop').eager).toBe(false);
    expect(complete('/quiz start ').eager).toBe(false);
  });
});

describe('options', () => {
  test.each([
    ['/quiz start ', ['Starter', 'Working coder', 'level:', 'count:']],
    ['/quiz start c', ['Working coder', 'count:']],
    ['/quiz start count:5 ', ['Starter', 'Working coder', 'level:']],
    ['/quiz start level:', ['Starter', 'Working coder']],
    ['/quiz start level:st', ['Starter']],
    ['/quiz start level:“work', ['Working coder']],
    ['/quiz start level:"working coder" ', ['count:']],
    ['/ceu add ', ['credits:', 'title:', 'on:']],
    ['/ceu add 2 E/M', []],
    ['/ceu add 2 o', ['on:']],
    ['/ceu add on:', ['today']],
    ['/group channel ', ['#study-hall', '#announcements', 'channel:', 'who:', 'sure:']],
    ['/group channel #ann', ['#announcements']],
    ['/group channel who:@m', ['@Maria', '@James']],
    ['/group channel sure:', ['yes', 'no']],
    ['/quiz stop ', []],
  ])('%j', (line, expected) => {
    expect(labels(line)).toEqual(expected);
  });

  test('the option that is being typed is known, for its hint', () => {
    expect(complete('/ceu add ').option?.name).toBe('credits');
    expect(complete('/ceu add 2 ').option?.name).toBe('title');
    expect(complete('/ceu add 2 E/M audits').option?.name).toBe('title');
    expect(complete('/ceu add on:2026').option?.name).toBe('on');
  });

  test('what only the bot knows is asked for, with what was typed so far', () => {
    expect(complete('/ask how many ce').ask).toMatchObject({
      path: 'ask',
      option: 'question',
      typed: 'how many ce',
    });
    expect(complete('/ask question:how').ask).toMatchObject({ typed: 'how' });
    expect(complete('/ceu add 2 how').ask).toBeUndefined();
  });
});

describe('a suggestion that is taken', () => {
  const take = (line: string, label: string) =>
    complete(line).suggestions.find((one) => one.label === label)?.line;

  test.each([
    ['/qu', '/quiz start', '/quiz start '],
    ['/quiz start l', 'level:', '/quiz start level:'],
    ['/quiz start level:w', 'Working coder', '/quiz start level:“working coder” '],
    ['/quiz start count:5 st', 'Starter', '/quiz start count:5 starter '],
    ['/group channel #s', '#study-hall', '/group channel #study-hall '],
    ['/ceu add 2 x on:t', 'today', '/ceu add 2 x on:2026-11-22 '],
  ])('%j, then %j', (line, label, expected) => {
    expect(take(line, label)).toBe(expected);
  });

  test('the value of a suggestion reaches the bot as it is, spaces and all', () => {
    const value = 'How many CEUs, "in all", does one need?';
    for (const typed of ['/ask how', '/ask question:how', '/ask question:“how many']) {
      const { ask } = complete(typed);
      const { line } = completion.asSuggestion({ label: 'A title', value }, ask?.lineWith);
      const specs = commands.find(({ path }) => path === 'ask')?.specs ?? [];
      const read = readOptions(line.slice('/ask'.length), specs).question;
      expect(read?.replaceAll('"', '')).toBe(value.replaceAll('"', ''));
    }
  });
});
