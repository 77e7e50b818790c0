import { describe, expect, it } from 'vitest';
import { group } from '../chat.ts';
import {
  keptFolder,
  later,
  now,
  openJobs,
  outgoing,
  recordingJob,
  recordOf,
  setAlarm,
} from './given.ts';
import { PostOffice } from './post-office.ts';

describe('alarms', () => {
  it('ring in order, each at its own moment', async () => {
    const { job, rung } = recordingJob('remind');
    const world = await openJobs({ jobs: [job] });
    await setAlarm(world, 'remind', later({ hours: 2 }), 'second');
    await setAlarm(world, 'remind', later({ hours: 1 }), 'first');
    await setAlarm(world, 'remind', later({ hours: 4 }), 'not yet');
    await world.clock.moveTo(later({ hours: 3 }));
    expect(rung).toEqual([`first at ${later({ hours: 1 })}`, `second at ${later({ hours: 2 })}`]);
  });

  it('ring once; the next time is the one that the job says', async () => {
    const tomorrow = async () => ({ outgoing: [], next: later({ hours: 25 }) });
    const { job, rung } = recordingJob('daily', tomorrow);
    const world = await openJobs({ jobs: [job] });
    await setAlarm(world, 'daily', later({ hours: 1 }));
    await world.clock.moveTo(later({ hours: 24 }));
    expect(rung).toHaveLength(1);
    expect(await world.runner.nextMoment()).toEqual(later({ hours: 25 }));
  });

  it('are gone where the job names no next time', async () => {
    const { job } = recordingJob('once');
    const world = await openJobs({ jobs: [job] });
    await setAlarm(world, 'once', now);
    await world.runner.runDue();
    expect(await world.runner.nextMoment()).toBeUndefined();
  });

  it('that were cleared or moved by the one before do not ring', async () => {
    const { job, rung } = recordingJob('remind', async (alarm, _at, { tx }) => {
      if (alarm.subject !== 'a') return { outgoing: [] };
      await tx.alarms.clear('remind', 'b');
      const moved = { job: 'remind', subject: 'c', at: later({ hours: 5 }) };
      await tx.alarms.set(moved, {});
      return { outgoing: [] };
    });
    const world = await openJobs({ jobs: [job] });
    for (const subject of ['a', 'b', 'c']) await setAlarm(world, 'remind', now, subject);
    await world.runner.runDue();
    expect(rung).toEqual([`a at ${now}`]);
    expect(await world.runner.nextMoment()).toEqual(later({ hours: 5 }));
  });

  it('of a job that this version does not know are kept for one that does', async () => {
    const folder = keptFolder();
    const older = await openJobs({ folder });
    await setAlarm(older, 'newer-job', now);
    await older.runner.runDue();
    await older.close();
    const { job, rung } = recordingJob('newer-job');
    const world = await openJobs({ folder, jobs: [job], at: later({ hours: 24 }) });
    await world.runner.runDue();
    expect(rung).toHaveLength(1);
  });
});

describe('a job', () => {
  it('has its writes, its messages and its next alarm kept together', async () => {
    const { job } = recordingJob('daily', async (_alarm, at, { tx }) => {
      await tx.groups.change(group, { paused: true });
      return { outgoing: [outgoing('hello')], next: at.add({ hours: 24 }) };
    });
    const world = await openJobs({ jobs: [job], platforms: [new PostOffice()] });
    await setAlarm(world, 'daily', now);
    await world.runner.runDue();
    expect(await world.opened.store.groups.find(group)).toMatchObject({ paused: true });
    expect(await recordOf(world, 'hello')).toMatchObject({ state: 'sent' });
  });

  it('that throws leaves nothing, rests five minutes, and stops no other', async () => {
    const { job: bad, rung: badRung } = recordingJob('bad', async (_alarm, at, { tx, outbox }) => {
      await tx.groups.change(group, { paused: true });
      await outbox.add(tx, outgoing('half'));
      if (Temporal.Instant.compare(at, later({ minutes: 10 })) < 0) throw new Error('broken');
      return { outgoing: [] };
    });
    const { job: good, rung: goodRung } = recordingJob('good');
    const world = await openJobs({ jobs: [bad, good] });
    await setAlarm(world, 'bad', now);
    await setAlarm(world, 'good', now);
    await world.runner.runDue();
    expect(badRung).toEqual([`x at ${now}`]);
    expect(goodRung).toEqual([`x at ${now}`]);
    expect(await world.opened.store.groups.find(group)).toBeUndefined();
    expect(await world.opened.jobs.all.message('half')).toBeUndefined();
    await world.clock.moveTo(later({ minutes: 30 }));
    const tries = [now, later({ minutes: 5 }), later({ minutes: 10 })];
    expect(badRung).toEqual(tries.map((at) => `x at ${at}`));
    expect(await recordOf(world, 'half')).toMatchObject({ state: 'pending' });
  });

  it('that failed rings again for the moment that it was set for', async () => {
    const moments: Temporal.Instant[] = [];
    const { job } = recordingJob('bad', async (alarm) => {
      moments.push(alarm.at);
      if (moments.length < 3) throw new Error('broken');
      return { outgoing: [] };
    });
    const world = await openJobs({ jobs: [job] });
    await setAlarm(world, 'bad', now);
    await world.clock.moveTo(later({ minutes: 30 }));
    expect(moments).toEqual([now, now, now]);
  });

  it('that wants to ring again no later than now is at fault, and does not ring for ever', async () => {
    const { job, rung } = recordingJob('stuck', async () => ({ outgoing: [], next: now }));
    const world = await openJobs({ jobs: [job] });
    await setAlarm(world, 'stuck', now);
    await world.runner.runDue();
    expect(rung).toHaveLength(1);
    expect(await world.runner.nextMoment()).toEqual(later({ minutes: 5 }));
  });

  it('that failed does not undo what a command decides meanwhile', async () => {
    const started = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { job } = recordingJob('slow', async () => {
      started.resolve();
      await goOn.promise;
      throw new Error('broken');
    });
    const world = await openJobs({ jobs: [job] });
    await setAlarm(world, 'slow', now);
    const running = world.runner.runDue();
    await started.promise;
    const decided = setAlarm(world, 'slow', later({ hours: 3 }));
    goOn.resolve();
    await Promise.all([running, decided]);
    expect(await world.runner.nextMoment()).toEqual(later({ hours: 3 }));
  });
});

describe('after downtime', () => {
  it('a daily job rings once, its message goes out once and says how late it is', async () => {
    const folder = keptFolder();
    const { job, rung } = recordingJob('daily', async (alarm, at) => ({
      outgoing: [outgoing(`daily:${alarm.at}`, { due: alarm.at })],
      next: at.add({ hours: 24 }),
    }));
    const before = await openJobs({ folder, jobs: [job] });
    await setAlarm(before, 'daily', later({ hours: 1 }));
    await before.close();
    const office = new PostOffice();
    const at = later({ hours: 4 });
    const world = await openJobs({ folder, jobs: [job], platforms: [office], at });
    await world.runner.runDue();
    await world.runner.runDue();
    expect(rung).toHaveLength(1);
    expect(office.texts).toHaveLength(1);
    expect(office.texts[0]).toMatch(/^\*This comes 3 hours late: .*\*\n\ndaily:/);
  });
});
