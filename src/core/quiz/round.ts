// How a round goes on: lobby, question, reveal, next question; what ends it, and when.

export interface RoundState {
  readonly state: 'running' | 'saved' | 'over';
  readonly phase: 'lobby' | 'asking' | 'revealed';
  /** Of the question that is asked or was revealed, from 0; in the lobby of the next one. */
  readonly position: number;
  readonly phaseEnds: Temporal.Instant;
  /** How many messages it has posted: the last of them is the one that is edited. */
  readonly posts: number;
  /** How many questions in a row nobody answered. */
  readonly silent: number;
}

/** Time to join before the first question. */
export const lobbySeconds = 30;
/** Time to read the answer before the next question. */
const readingSeconds = 20;
/** So many questions without an answer end a round. */
export const mostSilent = 2;
/** Who was away for so long finds the round saved, not going on at a strange hour. */
const tooLong = Temporal.Duration.from({ minutes: 10 });
/** The shortest absence in which nobody could answer. */
const aMoment = Temporal.Duration.from({ seconds: 15 });

/**
 * The next whole second. All that a round shows falls on one, so that its message is edited once a
 * second at most, however many press.
 */
export function nextSecond(now: Temporal.Instant): Temporal.Instant {
  return now.round({ smallestUnit: 'second', roundingMode: 'floor' }).add({ seconds: 1 });
}

export function asking(round: RoundState, secondsEach: number, now: Temporal.Instant): RoundState {
  return {
    ...round,
    phase: 'asking',
    phaseEnds: nextSecond(now).add({ seconds: secondsEach }),
    posts: round.posts + 1,
  };
}

/** `answered`: how many answered this question. */
export function revealed(round: RoundState, answered: number, now: Temporal.Instant): RoundState {
  return {
    ...round,
    phase: 'revealed',
    phaseEnds: nextSecond(now).add({ seconds: readingSeconds }),
    silent: answered > 0 ? 0 : round.silent + 1,
  };
}

/** After the reveal of its last question, or of one silent question too many. */
export function isLast({ position, silent }: RoundState, questions: number): boolean {
  return position + 1 >= questions || silent >= mostSilent;
}

export function over(round: RoundState): RoundState {
  return { ...round, state: 'over' };
}

/** What was being asked is asked again; what was revealed is done. */
export function saved(round: RoundState, questions: number): RoundState {
  const position = round.phase === 'revealed' ? round.position + 1 : round.position;
  return position < questions ? { ...round, state: 'saved', position } : over(round);
}

export function resumed(round: RoundState, now: Temporal.Instant): RoundState {
  return {
    ...round,
    state: 'running',
    phase: 'lobby',
    phaseEnds: nextSecond(now).add({ seconds: lobbySeconds }),
    posts: round.posts + 1,
    silent: 0,
  };
}

/** How long nobody was there to go on: the clock stood still for the members. */
export function absence(
  { phaseEnds }: RoundState,
  now: Temporal.Instant,
): 'none' | 'a moment' | 'too long' {
  const late = (time: Temporal.Duration) => Temporal.Instant.compare(phaseEnds.add(time), now) < 0;
  if (late(tooLong)) return 'too long';
  return late(aMoment) ? 'a moment' : 'none';
}

/** Alone nobody would be waited for: others may still be reading. */
export function haveAllAnswered(counts: {
  readonly joined: number;
  readonly answered: number;
}): boolean {
  return counts.joined >= 2 && counts.answered >= counts.joined;
}

/** The job that keeps rounds going; its alarms have a round's id as subject. */
export const roundJob = 'quiz-round';

/** The one message that a round shows itself in just now. */
export function roundKey({ id, posts }: { readonly id: string; readonly posts: number }): string {
  return `round:${id}:${posts}`;
}
