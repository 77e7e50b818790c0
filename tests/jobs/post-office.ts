// A platform that takes what it is given, or answers as a test wants, and keeps it all in order.

import {
  type Address,
  abilities,
  type Delivery,
  type Found,
  type Manners,
  type MessageRef,
  noManners,
  type Platform,
} from '../../src/bot/platform.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { Content } from '../../src/content/content.ts';
import { indexLayWords } from '../../src/core/codes/lay-words.ts';
import type { PlatformName } from '../../src/core/ids.ts';

export interface Posted {
  /** Absent for an edit. */
  readonly key?: string;
  readonly edits?: string;
  readonly to?: Address;
  readonly text: string;
  readonly reply: Reply;
  readonly thread?: string;
}

type Answer = Delivery | Error | Promise<Delivery>;

export class PostOffice implements Platform {
  readonly name: PlatformName;
  readonly abilities = Object.fromEntries(
    Object.keys(abilities).map((ability) => [ability, true]),
  ) as Platform['abilities'];
  readonly posted: Posted[] = [];
  /** For the next requests, one each; afterwards all goes well. */
  readonly answers: Answer[] = [];
  manners: Manners = noManners;
  /** Keys under which a look was taken. */
  readonly looked: string[] = [];
  /** What the next looks find; afterwards there is nothing. */
  readonly sights: Found[] = [];
  /** Called before each request is answered. */
  onRequest: () => unknown = () => {};

  constructor(name: PlatformName = 'discord') {
    this.name = name;
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  async send(
    to: Address,
    reply: Reply,
    { key, thread }: { readonly key: string; readonly thread?: string },
  ): Promise<Delivery> {
    return this.#answer({ key, to, reply, text: reply.text, ...(thread && { thread }) });
  }

  async edit({ messageId }: MessageRef, reply: Reply): Promise<Delivery> {
    return this.#answer({ edits: messageId, reply, text: reply.text });
  }

  async find(_to: Address, _reply: Reply, key: string): Promise<Found> {
    this.looked.push(key);
    return this.sights.shift() ?? 'absent';
  }

  get texts(): readonly string[] {
    return this.posted.map(({ text }) => text);
  }

  async #answer(request: Posted): Promise<Delivery> {
    this.posted.push(request);
    await this.onRequest();
    const answer = await this.answers.shift();
    if (answer instanceof Error) throw answer;
    const channel = `${this.name}:channel` as const;
    return answer ?? { ok: true, channel, messageId: String(this.posted.length) };
  }
}

export function refused(
  reason: 'closed' | 'retry' | 'unknown',
  detail: string,
  after?: Temporal.DurationLike,
): Delivery {
  return { ok: false, reason, detail, ...(after && { after: Temporal.Duration.from(after) }) };
}

/** Jobs of tests need none of it. */
export const noContent: Content = {
  passages: [],
  guide: { find: () => [], answer: () => ({}), prepare: () => true },
  questions: [],
  topics: [],
  exams: [],
  rulePacks: [],
  codeSets: [],
  layWords: indexLayWords([]),
};
