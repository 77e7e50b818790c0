import { beforeEach, describe, expect, it } from 'vitest';
import { noManners } from '../../src/bot/platform.ts';
import { makePace, type Pace } from '../../src/jobs/pace.ts';

const minute = 60_000;
const manners = { ...noManners, betweenInChannel: 1_000, betweenOpenings: 2_000 };

let now: number;
let pace: Pace;

beforeEach(() => {
  now = 0;
  pace = makePace({ manners, elapsed: () => now, stop: new AbortController().signal });
});

const openings = (...keys: readonly string[]) => keys.map((key) => pace.openingIn(key));
const turns = (...keys: readonly string[]) => keys.map((key) => pace.turnIn('slack:T1/C1', key));

describe('turns', () => {
  it('lie apart, and are kept until they are there', () => {
    expect(openings('a', 'b', 'c')).toEqual([0, 2_000, 4_000]);
    expect(turns('a', 'b', 'c')).toEqual([0, 1_500, 3_000]);
    now = 1_000;
    expect(openings('c', 'b', 'd')).toEqual([3_000, 1_000, 5_000]);
    expect(turns('c', 'b', 'd')).toEqual([2_000, 500, 3_500]);
    now = 3_000;
    expect(turns('c')).toEqual([0]);
  });

  it('that nobody took in time are gone, so that not all come at once afterwards', () => {
    openings('a', 'b', 'c', 'd');
    turns('a', 'b', 'c', 'd');
    now = minute;
    expect(openings('b', 'c', 'd')).toEqual([0, 2_000, 4_000]);
    expect(turns('b', 'c', 'd')).toEqual([0, 1_500, 3_000]);
  });
});

describe('a pause', () => {
  it('of everything takes the turns back: those that it passed do not come at once', () => {
    openings('a', 'b', 'c', 'd', 'e', 'f');
    turns('a', 'b', 'c', 'd', 'e', 'f');
    pace.pauseAll(6_000);
    now = 6_000;
    expect(openings('b', 'c', 'd')).toEqual([0, 2_000, 4_000]);
    expect(turns('b', 'c', 'd')).toEqual([0, 1_500, 3_000]);
  });

  it('that is short does not put a long queue behind itself', () => {
    openings(...Array.from({ length: 300 }, (_, i) => `${i}`));
    pace.pauseAll(500);
    expect(openings('1')).toEqual([2_000]);
  });

  it('of openings is not ended by a shorter one of everything', () => {
    pace.pauseOpenings(10 * minute);
    pace.pauseAll(1_000);
    expect(openings('a')).toEqual([10 * minute]);
  });

  it('of openings is twice as long where it comes again soon, two hours at most', () => {
    const lengths = [1, 2, 3, 4, 5, 6].map(() => {
      pace.pauseOpenings(10 * minute);
      const [length = 0] = openings('a');
      now += length;
      expect(openings('a')).toEqual([0]);
      return length / minute;
    });
    expect(lengths).toEqual([10, 20, 40, 80, 120, 120]);
    now += 3 * 60 * minute;
    pace.pauseOpenings(10 * minute);
    expect(openings('b')).toEqual([10 * minute]);
  });

  it('of openings that several were told of at once is one', () => {
    pace.pauseOpenings(10 * minute);
    now = 1_000;
    pace.pauseOpenings(10 * minute);
    expect(openings('a')).toEqual([10 * minute]);
    now = 20 * minute;
    pace.pauseOpenings(10 * minute);
    expect(openings('a')).toEqual([20 * minute]);
  });

  it('of openings is never shorter than what was asked for', () => {
    pace.pauseOpenings(1_000);
    now = 1_500;
    pace.pauseOpenings(minute);
    expect(openings('a')).toEqual([minute]);
    pace.pauseOpenings(2 * minute);
    expect(openings('b')).toEqual([2 * minute]);
  });
});
