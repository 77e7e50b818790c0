import { describe, expect, it, vi } from 'vitest';
import { md } from '../../src/bot/markdown.ts';
import { noManners } from '../../src/bot/platform.ts';
import { say } from '../../src/bot/reply.ts';
import { outbox } from '../../src/jobs/outbox.ts';
import {
  keptFolder,
  later,
  now,
  openJobs,
  outgoing,
  recordingJob,
  recordOf,
  setAlarm,
  write,
} from './given.ts';
import { PostOffice, refused } from './post-office.ts';

describe('what is due', () => {
  it('goes out in order of due, once, under its key; what is not due waits', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    await write(
      world,
      outgoing('third', { thread: 'Answers' }),
      outgoing('first', { due: later({ minutes: -2 }) }),
      outgoing('later', { due: later({ seconds: 1 }) }),
      outgoing('second', { due: later({ minutes: -1 }) }),
    );
    await world.runner.runDue();
    await world.runner.runDue();
    expect(office.posted.map(({ key }) => key)).toEqual(['first', 'second', 'third']);
    expect(office.posted[2]).toMatchObject({
      to: { kind: 'channel', channel: 'discord:general' },
      text: 'third',
      thread: 'Answers',
    });
    expect(await recordOf(world, 'first')).toMatchObject({ state: 'sent', messageId: '1' });
    expect(await recordOf(world, 'later')).toMatchObject({ state: 'pending', attempts: 0 });
  });

  it('goes to a person by direct message', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    await write(world, outgoing('hello', { to: { kind: 'dm', user: 'discord:7' } }));
    await world.runner.runDue();
    expect(office.posted[0]?.to).toEqual({ kind: 'dm', user: 'discord:7' });
  });

  it('is not sent after it was taken back', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    await write(world, outgoing('a'), outgoing('b'));
    office.onRequest = () =>
      world.opened.store.transaction((tx) => outbox.void(tx, 'b', 'It was cancelled.'));
    await world.runner.runDue();
    expect(office.texts).toEqual(['a']);
  });

  it('is not sent when it is too late to be of use, and on the last moment it is', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    await write(
      world,
      outgoing('missed', { due: later({ hours: -1 }), notAfter: later({ milliseconds: -1 }) }),
      outgoing('last moment', { notAfter: now }),
    );
    await world.runner.runDue();
    expect(office.texts).toEqual(['last moment']);
    expect(await recordOf(world, 'missed')).toMatchObject({ state: 'missed', attempts: 0 });
  });

  it('says that it is late from ten minutes on, to the minute, the hour or the day', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    const ages = [{ minutes: 10 }, { minutes: 11 }, { hours: 5 }, { hours: 70 }];
    const dues = ages.map((age) => now.subtract(age));
    await write(world, ...dues.map((due, i) => outgoing(`message ${i}`, { due })));
    await world.runner.runDue();
    expect(office.texts.map((text) => /comes (.*) late/.exec(text)?.[1]).reverse()).toEqual([
      undefined,
      '11 minutes',
      '5 hours',
      '3 days',
    ]);
    expect(office.texts.at(-1)).toBe('message 0');
  });
});

describe('a platform that did not take it', () => {
  it('is asked again after 5 seconds, 10, 20 and so on, half an hour at most', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    const times: Temporal.Instant[] = [];
    office.onRequest = () => times.push(world.clock.now());
    office.answers.push(...Array.from({ length: 12 }, () => refused('retry', 'Overloaded.')));
    await write(world, outgoing('a'));
    await world.clock.moveTo(later({ hours: 5 }));
    const waits = times.slice(1).map((at, i) => at.since(times[i] ?? at).total('seconds'));
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1800, 1800, 1800]);
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'sent', attempts: 13 });
  });

  it('may say how long to wait, and is never asked in the same second', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    office.answers.push(
      refused('retry', 'Too many requests.', { milliseconds: 2500 }),
      refused('retry', 'Too many requests.', { seconds: 0 }),
    );
    await write(world, outgoing('a'));
    await world.runner.runDue();
    expect(await world.runner.nextMoment()).toEqual(later({ milliseconds: 2500 }));
    await world.clock.moveTo(later({ milliseconds: 2500 }));
    expect(await world.runner.nextMoment()).toEqual(later({ milliseconds: 3500 }));
  });

  it('because it never will: closed, with the reason, and not asked again', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    office.answers.push(refused('closed', 'This member takes no direct messages.'));
    await write(world, outgoing('a', { group: 'discord:g' }));
    await world.clock.moveTo(later({ hours: 24 }));
    expect(office.posted).toHaveLength(1);
    const [record] = await world.opened.store.outbox.ofGroup('discord:g', 5);
    expect(record).toMatchObject({
      state: 'closed',
      reason: 'This member takes no direct messages.',
    });
  });

  it('or perhaps did: it is left quiet for 30 seconds, and then looked for', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    office.answers.push(refused('unknown', 'No answer came.'));
    office.sights.push({ channel: 'discord:general', messageId: '77' });
    await write(world, outgoing('a', { group: 'discord:g' }));
    await world.runner.runDue();
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'sending' });
    expect(await world.opened.store.outbox.ofGroup('discord:g', 1)).toMatchObject([
      { reason: 'No answer came.' },
    ]);
    await world.clock.moveTo(later({ seconds: 29 }));
    expect(office.looked).toEqual([]);
    await world.clock.moveTo(later({ seconds: 30 }));
    expect(office.looked).toEqual(['a']);
    expect(office.posted).toHaveLength(1);
    expect(await recordOf(world, 'a')).toMatchObject({
      state: 'sent',
      messageId: '77',
      attempts: 1,
    });
  });

  it('and is not there: it is sent again as if it had never been tried', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    office.answers.push(refused('unknown', 'No answer.'), refused('retry', 'Too many requests.'));
    await write(world, outgoing('a'));
    await world.clock.moveTo(later({ seconds: 30 }));
    expect(office.posted).toHaveLength(2);
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'pending' });
    await world.clock.moveTo(later({ minutes: 1 }));
    expect(office.looked).toEqual(['a']);
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'sent', attempts: 3 });
  });

  it('where it knows repeated requests it is asked again, for a minute from the first', async () => {
    const office = new PostOffice();
    office.manners = { ...noManners, repeatableFor: 60_000 };
    const world = await openJobs({ platforms: [office] });
    const times: Temporal.Instant[] = [];
    office.onRequest = () => times.push(world.clock.now());
    office.answers.push(
      ...Array.from({ length: 4 }, () => refused('unknown', 'No answer.')),
      refused('retry', 'Too many requests.'),
    );
    await write(world, outgoing('a'));
    await world.clock.moveTo(later({ seconds: 75 }));
    const seconds = times.map((at) => at.since(now).total('seconds'));
    expect(seconds).toEqual([0, 5, 15, 35, 75]);
    expect(office.looked).toEqual(['a']);
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'pending' });
  });

  it('a refusal says nothing of an earlier request: it stays in doubt', async () => {
    const office = new PostOffice();
    office.manners = { ...noManners, repeatableFor: 60_000 };
    const world = await openJobs({ platforms: [office] });
    office.answers.push(
      refused('unknown', 'No answer.'),
      refused('retry', 'Too many requests.', { minutes: 2 }),
    );
    office.sights.push({ channel: 'discord:general', messageId: '77' });
    await write(world, outgoing('a'));
    await world.clock.moveTo(later({ seconds: 6 }));
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'sending', attempts: 2 });
    await world.clock.moveTo(later({ minutes: 3 }));
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'sent', messageId: '77' });
    expect(office.posted).toHaveLength(2);
  });

  it('and nobody may look: a reminder comes again and says so, a post waits for organizers', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    const cannot = { cannot: 'the app may not read there.' };
    office.answers.push(refused('unknown', 'No answer.'), refused('unknown', 'No answer.'));
    office.sights.push(cannot, cannot);
    const to = { kind: 'dm', user: 'discord:7' } as const;
    await write(world, outgoing('post', { group: 'discord:g' }), outgoing('reminder', { to }));
    await world.clock.moveTo(later({ hours: 24 }));
    expect(office.texts.slice(0, 2).sort()).toEqual(['post', 'reminder']);
    expect(office.texts.slice(2)).toEqual([
      '*You may have had this already: the bot could not see whether it arrived.*\n\nreminder',
    ]);
    expect(await recordOf(world, 'post')).toMatchObject({ state: 'sending', attempts: 1 });
    expect(await world.opened.store.outbox.ofGroup('discord:g', 1)).toMatchObject([
      { reason: 'It may have been posted or not: the app may not read there.' },
    ]);
  });

  it.each([
    ['does not take it, in the same process', refused('retry', 'Too many requests.'), false],
    ['does not take it, before a restart', refused('retry', 'Too many requests.'), true],
    ['may have taken it', refused('unknown', 'No answer.'), false],
  ])('and the platform %s when it comes again: it says so the next time too', async (...given) => {
    const [, answer, restarts] = given;
    const folder = keptFolder();
    const office = new PostOffice();
    office.manners = { ...noManners, repeatableFor: 60_000 };
    let world = await openJobs({ folder, platforms: [office] });
    await write(world, outgoing('reminder', { to: { kind: 'dm', user: 'discord:7' } }));
    await world.opened.jobs.all.markSending('reminder', now, later({ seconds: 30 }));
    const cannot = { cannot: 'the app may not read there.' };
    office.sights.push(cannot, cannot);
    office.answers.push(answer);
    await world.clock.moveTo(later({ seconds: 35 }));
    expect(office.posted).toHaveLength(1);
    if (restarts) {
      await world.close();
      world = await openJobs({ folder, platforms: [office], at: later({ seconds: 35 }) });
    }
    await world.clock.moveTo(later({ minutes: 9 }));
    const repeat =
      '*You may have had this already: the bot could not see whether it arrived.*\n\nreminder';
    expect(office.texts).toEqual([repeat, repeat]);
    expect(await recordOf(world, 'reminder')).toMatchObject({ state: 'sent' });
  });

  it('and nobody may look, and it is too late to be of use: it does not come again', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    office.answers.push(refused('unknown', 'No answer.'));
    office.sights.push({ cannot: 'the app may not read there.' });
    const to = { kind: 'dm', user: 'discord:7' } as const;
    await write(world, outgoing('nudge', { to, notAfter: later({ seconds: 20 }) }));
    await world.clock.moveTo(later({ hours: 1 }));
    expect(office.texts).toEqual(['nudge']);
    expect(await recordOf(world, 'nudge')).toMatchObject({ state: 'missed' });
  });

  it('never asks the clock on the wall how long ago it was', async () => {
    const office = new PostOffice();
    let elapsed = 0;
    const world = await openJobs({ platforms: [office], elapsed: () => elapsed });
    office.answers.push(refused('unknown', 'No answer came.'));
    await write(world, outgoing('a'));
    await world.runner.runDue();
    elapsed += 10_000;
    await world.clock.moveTo(later({ seconds: 45 }));
    expect(office.looked).toEqual([]);
    elapsed += 20_000;
    await world.clock.moveTo(later({ hours: -24 }));
    expect(office.looked).toEqual(['a']);
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('and the clock is set back: it is looked at once, not again and again', async () => {
    const office = new PostOffice();
    let elapsed = 0;
    const world = await openJobs({ platforms: [office], elapsed: () => elapsed });
    office.answers.push(refused('unknown', 'No answer came.'));
    const cannot = { cannot: 'the app may not read there.' };
    office.sights.push(cannot, cannot);
    await write(world, outgoing('a'));
    await world.runner.runDue();
    await world.clock.moveTo(later({ hours: -24 }));
    expect(office.looked).toEqual([]);
    elapsed += 30_000;
    await world.clock.moveTo(later({ hours: -23 }));
    expect(office.looked).toEqual(['a']);
    await world.clock.moveTo(later({ hours: -25 }));
    await world.clock.moveTo(later({ hours: -20 }));
    expect(office.looked).toEqual(['a', 'a']);
    expect(office.posted).toHaveLength(1);
  });

  it('because it broke: the others still go out, and it is asked again', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    office.answers.push(new Error('a bug in the platform'));
    await write(world, outgoing('a'), outgoing('b'));
    await world.runner.runDue();
    expect(office.texts).toEqual(['a', 'b']);
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'sending' });
    await world.clock.moveTo(later({ minutes: 1 }));
    expect(office.texts).toEqual(['a', 'b', 'a']);
  });

  it('because it is switched off: it waits untouched until the platform is back', async () => {
    const folder = keptFolder();
    const slackOnly = await openJobs({ folder, platforms: [new PostOffice('slack')] });
    await write(slackOnly, outgoing('a'));
    await slackOnly.runner.runDue();
    expect(await slackOnly.runner.nextMoment()).toBeUndefined();
    await slackOnly.clock.moveTo(later({ hours: 1 }));
    expect(await recordOf(slackOnly, 'a')).toMatchObject({ state: 'pending', attempts: 0 });
    await slackOnly.close();
    const office = new PostOffice();
    const world = await openJobs({ folder, platforms: [office], at: later({ hours: 1 }) });
    await world.runner.runDue();
    expect(office.texts[0]).toContain('This comes 60 minutes late');
  });
});

describe('an edit', () => {
  it('changes the message that was sent', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    await write(world, outgoing('question'), outgoing('question:reveal', { edits: 'question' }));
    await world.runner.runDue();
    expect(office.posted).toMatchObject([
      { key: 'question' },
      { edits: '1', text: 'question:reveal' },
    ]);
  });

  it('waits for its message', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    office.answers.push(refused('retry', 'Overloaded.', { seconds: 12 }));
    await write(world, outgoing('question'), outgoing('question:reveal', { edits: 'question' }));
    await world.runner.runDue();
    expect(office.texts).toEqual(['question']);
    await world.clock.moveTo(later({ minutes: 1 }));
    expect(office.texts).toEqual(['question', 'question', 'question:reveal']);
  });

  it('of several that waited the last is made', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    const edits = ['board:1', 'board:2', 'board:3'].map((key) => outgoing(key, { edits: 'board' }));
    await write(world, outgoing('board'), ...edits);
    await world.runner.runDue();
    expect(office.texts).toEqual(['board', 'board:3']);
  });

  it('takes the turn of the one that it replaces, so that a busy round is not left behind', async () => {
    const office = new PostOffice('slack');
    office.manners = { ...noManners, betweenInChannel: 10 };
    const world = await openJobs({ platforms: [office] });
    const to = { kind: 'channel', channel: 'slack:T1/C1' } as const;
    await write(world, outgoing('round', { to }));
    await world.runner.runDue();
    for (let i = 1; i <= 20; i += 1) {
      const due = later({ milliseconds: 10 * i });
      await write(world, outgoing(`round:${i}`, { to, due, edits: 'round' }));
      await world.clock.moveTo(due);
    }
    await world.clock.moveTo(later({ milliseconds: 220 }));
    expect(office.texts.at(-1)).toBe('round:20');
    expect(office.texts.length).toBeGreaterThan(10);
  });

  it('of a message that never went out is closed', async () => {
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office] });
    office.answers.push(refused('closed', 'The bot was removed.'));
    await write(
      world,
      outgoing('a'),
      outgoing('a:edit', { edits: 'a' }),
      outgoing('b:edit', { edits: 'no such message' }),
    );
    await world.runner.runDue();
    expect(office.texts).toEqual(['a']);
    expect(await recordOf(world, 'a:edit')).toMatchObject({ state: 'closed' });
    expect(await recordOf(world, 'b:edit')).toMatchObject({ state: 'closed' });
  });
});

describe('a crash between request and record', () => {
  it('sends again once it has been quiet for 30 seconds, and only then', async () => {
    const folder = keptFolder();
    const crashed = await openJobs({ folder });
    await write(crashed, outgoing('a'), outgoing('b', { due: later({ seconds: 10 }) }));
    await crashed.opened.jobs.all.markSending('a', now, later({ seconds: 30 }));
    await crashed.close();
    const office = new PostOffice();
    const at = later({ seconds: 10 });
    const world = await openJobs({ folder, platforms: [office], at });
    await world.runner.runDue();
    expect(office.texts).toEqual(['b']);
    await world.clock.moveTo(later({ seconds: 29 }));
    expect(office.texts).toEqual(['b']);
    await world.clock.moveTo(later({ minutes: 5 }));
    expect(office.texts).toEqual(['b', 'a']);
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('a fault of the store', () => {
  it('ends the run with what went wrong, and everything is tried again at the next', async () => {
    const office = new PostOffice();
    office.manners = { ...noManners, atOnce: 3 };
    const world = await openJobs({ platforms: [office] });
    await write(
      world,
      ...['a', 'b', 'c'].map((key) =>
        outgoing(key, { to: { kind: 'channel', channel: `discord:${key}` } }),
      ),
    );
    const { all } = world.opened.jobs;
    const full = vi.spyOn(all, 'markSending').mockRejectedValue(new Error('The disk is full.'));
    await expect(world.runner.runDue()).rejects.toThrow('The disk is full.');
    expect(office.posted).toEqual([]);
    full.mockRestore();
    await world.runner.runDue();
    expect(office.texts).toEqual(['a', 'b', 'c']);
  });
});

describe('a long queue', () => {
  it('does not hold up the alarms', async () => {
    const { job, rung } = recordingJob('urgent');
    const office = new PostOffice();
    const world = await openJobs({ platforms: [office], jobs: [job] });
    const many = Array.from({ length: 100 }, (_, i) => outgoing(`message ${i + 100}`));
    await write(world, ...many);
    let sentBefore = 0;
    office.onRequest = async () => {
      if (office.posted.length === 1) await setAlarm(world, 'urgent', now);
      if (rung.length === 0) sentBefore += 1;
    };
    await world.runner.runDue();
    expect(office.posted).toHaveLength(100);
    expect(sentBefore).toBeLessThan(25);
  });

  it('for a channel that rests between messages holds up no other, and keeps its order', async () => {
    const office = new PostOffice('slack');
    office.manners = { ...noManners, betweenInChannel: 10 };
    const world = await openJobs({ platforms: [office] });
    const to = { kind: 'channel', channel: 'slack:T1/C1' } as const;
    const posts = Array.from({ length: 50 }, (_, i) => `post ${i + 100}`);
    const dm = { kind: 'dm', user: 'slack:T1/U7' } as const;
    await write(
      world,
      ...posts.map((key, i) => outgoing(key, { to, due: later({ milliseconds: i - 100 }) })),
      outgoing('hello', { to: dm }),
    );
    await world.runner.runDue();
    expect(office.texts).toEqual(['post 100', 'hello']);
    expect(await recordOf(world, 'post 101')).toMatchObject({ state: 'pending', attempts: 0 });
    await world.clock.moveTo(later({ minutes: 1 }));
    expect(office.texts).toEqual(['post 100', 'hello', ...posts.slice(1)]);
  });

  it('is not made by one request without an answer: what falls due meanwhile goes out', async () => {
    const office = new PostOffice();
    office.manners = { ...noManners, atOnce: 2 };
    const world = await openJobs({ platforms: [office] });
    const { promise: answered, resolve } = Promise.withResolvers<void>();
    office.onRequest = () => office.posted.length === 1 && answered;
    await write(world, outgoing('hangs'));
    const running = world.runner.runDue();
    await vi.waitFor(() => expect(office.texts).toEqual(['hangs']));
    const to = { kind: 'channel', channel: 'discord:elsewhere' } as const;
    await write(world, outgoing('reveal', { to }));
    try {
      await vi.waitFor(() => expect(office.texts).toEqual(['hangs', 'reveal']), 5_000);
    } finally {
      resolve();
      await running;
    }
  });

  it('on one platform does not hold up another', async () => {
    const [discord, slack] = [new PostOffice('discord'), new PostOffice('slack')];
    const world = await openJobs({ platforms: [discord, slack] });
    const { promise: answered, resolve } = Promise.withResolvers<void>();
    discord.onRequest = () => answered;
    const to = { kind: 'channel', channel: 'slack:T1/C1' } as const;
    await write(world, outgoing('a'), outgoing('b', { to }));
    const running = world.runner.runDue();
    const { promise: slackSent, resolve: onSlack } = Promise.withResolvers<void>();
    slack.onRequest = () => onSlack();
    await slackSent;
    expect(discord.texts).toEqual(['a']);
    resolve();
    await running;
    expect(await recordOf(world, 'a')).toMatchObject({ state: 'sent' });
    expect(await recordOf(world, 'b')).toMatchObject({ state: 'sent' });
  });
});

it('pictures and files arrive byte for byte', async () => {
  const office = new PostOffice();
  const world = await openJobs({ platforms: [office] });
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => i % 256);
  const file = { name: 'a.ics', mediaType: 'text/calendar', bytes };
  const reply = say(md`Your progress`, { image: { png, alt: 'A chart' }, files: [file] });
  await write(world, outgoing('a', { reply }));
  await world.runner.runDue();
  const sent = office.posted[0]?.reply;
  expect(sent?.image?.png).toEqual(new Uint8Array(png));
  expect(sent?.files?.[0]?.bytes).toEqual(bytes);
  expect(sent).toEqual({ ...reply, image: { png: new Uint8Array(png), alt: 'A chart' } });
});
