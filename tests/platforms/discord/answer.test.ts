import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type CommandGroup, command } from '../../../src/bot/command.ts';
import { md } from '../../../src/bot/markdown.ts';
import { button, say } from '../../../src/bot/reply.ts';
import { number, specsOf, text } from '../../../src/bot/shape.ts';
import type { SeenMessage } from '../../contracts/driver.ts';
import { makeProbes, type Probes } from '../../contracts/probes.ts';
import { type DiscordDriver, openDiscord } from '../../fixtures/discord/people.ts';
import { openWorld } from '../../world.ts';

let discord: DiscordDriver;
let probes: Probes;
let release: () => void;

const title = { title: text('Any words') };
const form = {
  kind: 'form',
  title: 'Later',
  submit: '/probe echo',
  specs: specsOf(title),
} as const;

/** Commands of which each waits until `release` is called. */
function slowGroup(open: Promise<void>): CommandGroup {
  const slow = { options: {}, summary: 'Takes its time' };
  return {
    name: 'slow',
    summary: 'Take their time',
    commands: [
      command({ ...slow, name: 'form', run: () => open.then(() => form) }),
      command({
        ...slow,
        name: 'shown',
        visibility: 'public',
        run: () => open.then(() => say(md`All see it.`)),
      }),
      command({
        name: 'count',
        summary: 'Suggests a number',
        options: { exam: number('How many questions') },
        suggest: { exam: () => [{ label: 'One hundred', value: '100' }] },
        run: ({ exam }) => say(md`${exam}`),
      }),
      command({ ...slow, name: 'huge', run: () => open.then(() => say(md`${'x'.repeat(20)}`)) }),
      command({
        ...slow,
        name: 'buttons',
        run: () => say(md`Press`, { controls: [button('Form', '/slow form')] }),
      }),
    ],
  };
}

beforeEach(async () => {
  probes = makeProbes();
  const gate = Promise.withResolvers<void>();
  release = gate.resolve;
  const world = await openWorld({ groups: [probes.group, slowGroup(gate.promise)] });
  discord = await openDiscord(world.bot);
  onTestFinished(() => discord.close());
});

const callback = /^\/interactions\/\d+\/.*\/callback$/;
const callbacks = () => discord.local.calls.filter(({ path }) => callback.test(path));
const types = () => callbacks().map(({ body }) => (body as { type: number }).type);
const refusal = (status: number, code: number) => ({ status, body: { code, message: 'no' } });

/** Types it, and lets it answer once "thinking…" is shown. */
async function typeSlowly(path: string): Promise<SeenMessage> {
  const answer = discord.person('maria').type(path);
  await discord.thinking?.();
  release();
  return (await answer) as SeenMessage;
}

describe('in time', () => {
  test('a quick answer is one call, and nobody sees "thinking…"', async () => {
    await discord.person('maria').type('probe rich');
    expect(types()).toEqual([4]);
  });

  test('a late one shows "thinking…" to those alone who will see the answer', async () => {
    const own = discord.person('maria').type('probe slow');
    await discord.thinking?.();
    probes.release();
    await own;
    expect(callbacks()[0]?.body).toEqual({ type: 5, data: { flags: 64 } });
    const seen = await typeSlowly('slow shown');
    expect(callbacks()[1]?.body).toEqual({ type: 5, data: { flags: 0 } });
    expect(seen).toMatchObject({ text: 'All see it.', visibleTo: 'everyone' });
  });

  test('a form that comes late is behind a button', async () => {
    const seen = await typeSlowly('slow form');
    expect(seen.controls.map(({ label }) => label)).toEqual(['Open the form']);
    const opened = await discord.person('maria').press(seen, 'Open the form');
    expect(opened).toMatchObject({ kind: 'form', title: '/probe echo' });
  });

  test('after a late press it does not take the place of what was pressed', async () => {
    const maria = discord.person('maria');
    const shown = (await maria.type('slow buttons')) as SeenMessage;
    const answer = maria.press(shown, 'Form');
    await discord.thinking?.();
    release();
    expect(await answer).toMatchObject({
      visibleTo: 'presser',
      text: expect.stringContaining('short form'),
    });
    expect((await discord.look(shown.at)).text).toBe('Press');
  });

  test('in direct messages answers stay: nothing is hidden there', async () => {
    await discord.person('maria', 'dm').type('probe rich');
    expect(callbacks()[0]?.body).toMatchObject({ data: { flags: 1 << 15 } });
  });
});

test('suggestions for a number are numbers', async () => {
  const labels = await discord.person('maria').suggest('slow count', 'exam', '1');
  expect(labels).toEqual(['One hundred']);
  expect(callbacks()[0]?.body).toEqual({
    type: 8,
    data: { choices: [{ name: 'One hundred', value: 100 }] },
  });
});

describe('what Discord refuses', () => {
  test.each([
    ['too late (10062)', 404, 10062],
    ['answered already (40060)', 400, 40060],
  ])('%s ends quietly, and the next is answered', async (_, status, code) => {
    discord.local.fail('POST', callback, refusal(status, code));
    void discord.person('maria').type('probe rich');
    await discord.local.until(() => callbacks().length === 1);
    await discord.person('tom').type('probe rich');
    expect(discord.lines).toEqual([]);
  });

  test('an answer whose receipt was lost is shown once', async () => {
    discord.local.fail('POST', callback, 'cut after');
    await discord.person('maria').type('probe rich');
    await discord.local.until(() => callbacks().length === 2);
    await discord.person('tom').type('probe rich');
    const shown = discord.local.happenings.filter(({ what }) => what === 'message');
    expect(shown).toHaveLength(2);
    expect(discord.lines).toEqual([]);
  });

  test('a message that it finds wrong: the person is told, the log has the code, not the text', async () => {
    discord.local.fail('POST', callback, refusal(400, 50035));
    const seen = await discord.person('maria').type('probe echo', { title: 'My secret words' });
    expect(seen).toMatchObject({
      text: expect.stringContaining('does not fit into a Discord message'),
    });
    expect(discord.lines).toHaveLength(1);
    expect(discord.lines[0]).toContain('50035');
    expect(discord.lines[0]).not.toMatch(/secret words|token-of/);
  });

  test('it does so after "thinking…" too', async () => {
    discord.local.fail('PATCH', /@original$/, refusal(400, 50035));
    const seen = await typeSlowly('slow huge');
    expect(seen.text).toContain('does not fit into a Discord message');
  });

  test('another refusal is logged without the token that it carries', async () => {
    discord.local.fail('POST', callback, refusal(403, 50013));
    void discord.person('maria').type('probe rich');
    await discord.local.until(() => callbacks().length === 1);
    await discord.person('tom').type('probe rich');
    expect(discord.lines).toHaveLength(1);
    expect(discord.lines[0]).not.toContain('token-of');
  });
});

describe('bad input', () => {
  test('100,000 characters in an option: a private sentence', async () => {
    const seen = await discord.person('maria').type('probe echo', { title: 'x'.repeat(100_000) });
    expect(seen).toMatchObject({
      visibleTo: 'presser',
      text: expect.stringContaining('title must have at most 6000 characters'),
    });
  });

  test('a command that is no longer there, a missing option, an unknown one', async () => {
    const maria = discord.person('maria');
    expect(await maria.type('probes')).toMatchObject({
      text: expect.stringContaining('no command'),
    });
    expect(await maria.type('probe echo')).toMatchObject({
      text: expect.stringContaining('title is missing'),
    });
    expect(await maria.type('probe echo', { title: 'x', colour: 'red' })).toMatchObject({
      text: expect.stringContaining('colour is not something'),
    });
  });

  test('a button of an older version, a damaged one', async () => {
    const maria = discord.person('maria');
    const press = (custom_id: string) =>
      maria.act({ type: 3, data: { component_type: 2, custom_id } });
    for (const ref of ['quiz.older?x=1', '?', '/nothing', 'probe.count?n=many'])
      expect(await press(ref)).toMatchObject({ kind: 'message', visibleTo: 'presser' });
  });
});
