import { describe, expect, it } from 'vitest';
import { makeTimeMachine } from '../../src/jobs/time-machine.ts';
import { later, now, openJobs, outgoing, recordingJob, setAlarm } from './given.ts';
import { PostOffice } from './post-office.ts';

describe('the time machine', () => {
  it('goes from event to event, and each happens at its own time', async () => {
    const office = new PostOffice('playground');
    const { job, rung } = recordingJob('daily', async (alarm, at) => {
      const to = { kind: 'channel', channel: 'playground:hall' } as const;
      const message = outgoing(`of ${at}`, { to, due: alarm.at.add({ minutes: 30 }) });
      return { outgoing: [message], next: at.add({ hours: 24 }) };
    });
    const world = await openJobs({ jobs: [job], platforms: [office] });
    const arrived: string[] = [];
    office.onRequest = () => arrived.push(world.clock.now().toString());
    await setAlarm(world, 'daily', later({ hours: 1 }));
    await world.clock.moveTo(later({ hours: 50 }));
    expect(rung).toEqual([
      'x at 2026-11-22T16:00:00Z',
      'x at 2026-11-23T16:00:00Z',
      'x at 2026-11-24T16:00:00Z',
    ]);
    expect(arrived).toEqual([
      '2026-11-22T16:30:00Z',
      '2026-11-23T16:30:00Z',
      '2026-11-24T16:30:00Z',
    ]);
    expect(office.texts.join()).not.toContain('late');
    expect(world.clock.now()).toEqual(later({ hours: 50 }));
    expect(await world.clock.next()).toEqual(later({ hours: 73 }));
  });

  it('includes what falls due at the very moment of arrival, and nothing after it', async () => {
    const { job, rung } = recordingJob('remind');
    const world = await openJobs({ jobs: [job] });
    await setAlarm(world, 'remind', later({ hours: 1 }), 'now');
    await setAlarm(world, 'remind', later({ hours: 1, milliseconds: 1 }), 'a moment later');
    await world.clock.moveTo(later({ hours: 1 }));
    expect(rung).toEqual([`now at ${later({ hours: 1 })}`]);
  });

  it('does what is overdue before it leaves', async () => {
    const { job, rung } = recordingJob('remind');
    const world = await openJobs({ jobs: [job] });
    await setAlarm(world, 'remind', later({ hours: -1 }));
    await world.clock.moveTo(now);
    expect(rung).toEqual([`x at ${now}`]);
  });

  it('runs on with the real time, ahead of it by as much as it was moved', async () => {
    let real = now;
    const clock = makeTimeMachine(() => real);
    await clock.moveTo(later({ hours: 24 }));
    real = later({ minutes: 5 });
    expect(clock.now()).toEqual(later({ hours: 24, minutes: 5 }));
  });

  it('goes back, where nothing happens, and what was planned stays planned', async () => {
    const { job, rung } = recordingJob('remind');
    const world = await openJobs({ jobs: [job] });
    await setAlarm(world, 'remind', later({ hours: 2 }));
    await world.clock.moveTo(later({ hours: 1 }));
    await world.clock.moveTo(later({ hours: -1000 }));
    expect(world.clock.now()).toEqual(later({ hours: -1000 }));
    expect(rung).toEqual([]);
    await world.clock.moveTo(later({ hours: 2 }));
    expect(rung).toEqual([`x at ${later({ hours: 2 })}`]);
  });

  it('takes two journeys one after the other', async () => {
    const { job, rung } = recordingJob('remind');
    const world = await openJobs({ jobs: [job] });
    for (const hours of [1, 2, 3]) await setAlarm(world, 'remind', later({ hours }), `${hours}`);
    await Promise.all([
      world.clock.moveTo(later({ hours: 2 })),
      world.clock.moveTo(later({ hours: 4 })),
    ]);
    expect(rung).toEqual([1, 2, 3].map((hours) => `${hours} at ${later({ hours })}`));
    expect(world.clock.now()).toEqual(later({ hours: 4 }));
  });

  it('stops where it got to when the journey is too long', async () => {
    const clock = makeTimeMachine(() => now);
    clock.attach({
      nextMoment: async () => clock.now().add({ seconds: 1 }),
      runDue: async () => {},
    });
    await expect(clock.moveTo(later({ hours: 24 * 365 }))).rejects.toThrow('smaller steps');
    expect(clock.now()).toEqual(later({ seconds: 20_000 }));
  });

  it('stops where something broke, and can go on from there', async () => {
    const clock = makeTimeMachine(() => now);
    let isBroken = true;
    const due = later({ hours: 1 });
    clock.attach({
      nextMoment: async () => (isBroken ? due : undefined),
      runDue: async () => {
        if (isBroken) throw new Error('no room left');
      },
    });
    await expect(clock.moveTo(later({ hours: 2 }))).rejects.toThrow('no room left');
    expect(clock.now()).toEqual(due);
    isBroken = false;
    await clock.moveTo(later({ hours: 2 }));
    expect(clock.now()).toEqual(later({ hours: 2 }));
  });
});
