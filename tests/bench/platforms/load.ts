// A closed loop of people: each does the next thing when the last one is answered.

import type { Started } from './sides.ts';
import { type Person, pressesOfQuiz } from './talk.ts';

export type Kind = 'help' | 'ask' | 'press';
export const kinds: readonly Kind[] = ['help', 'ask', 'press'];

export interface Load {
  /** Microseconds of CPU for each interaction. */
  readonly cpu: number;
  readonly perSecond: number;
  /** Of the one core that plays the people: near 1, they are what limits the rate. */
  readonly driver: number;
}

export interface Crowd {
  /** People, and so interactions in flight. */
  readonly people: number;
  /** What each of them does in a round. */
  readonly each: number;
}

export const fullCrowd: Crowd = { people: 32, each: pressesOfQuiz / 2 };
export const smallCrowd: Crowd = { people: 4, each: 8 };

export async function measureLoad(to: Started, kind: Kind, crowd: Crowd): Promise<Load> {
  const people = Array.from({ length: crowd.people }, () => to.newPerson());
  if (kind === 'press') await Promise.all(people.map((person) => person.startQuiz()));
  const before = await to.process.cpu();
  const loop = performance.eventLoopUtilization();
  const start = performance.now();
  await Promise.race([
    to.process.ended,
    Promise.all(people.map((person, index) => keepGoing(person, kind, index, crowd.each))),
  ]);
  const seconds = (performance.now() - start) / 1000;
  const driver = performance.eventLoopUtilization(loop).utilization;
  const count = crowd.people * crowd.each;
  return { cpu: ((await to.process.cpu()) - before) / count, perSecond: count / seconds, driver };
}

async function keepGoing(person: Person, kind: Kind, index: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    if (kind === 'help') await person.help();
    else if (kind === 'press') await person.press();
    else await person.ask(questions[(index + time) % questions.length] ?? '');
  }
}

/** Some that the guide answers word for word, some in other words, some not at all. */
const questions: readonly string[] = [
  'How long is the CPC exam?',
  'what do medical coders do all day',
  'Can I work from home as a beginner?',
  'when do the new ICD-10-CM codes start',
  'difference between a coder and a biller',
  'how many CEUs do I need for CPC',
  'what happens if my credential lapses',
  'is it hard to find the first job without experience',
  'which books may I bring to the exam',
  'what does the seventh character mean',
  'excludes1 versus excludes2',
  'when may I code a suspected diagnosis',
  'how do I query a physician',
  'what is a principal diagnosis',
  'should I specialise early or later',
  'how much does the training cost',
  'best pizza near the convention center',
  'who won the football game last night',
  'do quiz points count as CEUs',
  'what is upcoding',
];
