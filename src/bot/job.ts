// What the clock starts: durable timers, and the messages that come of them.

import type { Catalog } from '../catalog/catalog.ts';
import type { Content } from '../content/content.ts';
import type { GroupId, MemberId } from '../core/ids.ts';
import type { Alarm, AllOf, Transaction } from '../store/store.ts';
import type { Address } from './platform.ts';
import type { Reply } from './reply.ts';

/** A message that was not asked for just now, written down before it is sent. */
export interface Outgoing {
  /** Names this one message for ever: `ceu:MEMBER:aapc:2027-03-31:30`. */
  readonly key: string;
  readonly to: Address;
  readonly reply: Reply;
  /** The sender says when it is late. */
  readonly due: Temporal.Instant;
  /** Too late to be of use: recorded as missed, not sent. */
  readonly notAfter?: Temporal.Instant;
  /** Key of the message to edit instead of posting; of unsent edits the last wins. */
  readonly edits?: string;
  /** Title of a thread under it. */
  readonly thread?: string;
  /** Whose words or records it holds: sealed with their key, gone with them. */
  readonly member?: MemberId;
  /** Which group's organizers may see what became of it. */
  readonly group?: GroupId;
  /** Why it is not sent: organizers read it in `/group deliveries`. */
  readonly leftOut?: string;
}

/** Why nothing is posted in a group that an organizer paused. */
export const groupPaused = 'The group was paused.';

export interface Outbox {
  /** In the transaction of the change that it tells of. A key that exists already is left alone. */
  add(tx: Transaction, outgoing: Outgoing): Promise<void>;
  /** Takes back what has not been sent. */
  void(tx: Transaction, keyPrefix: string, reason: string): Promise<void>;
}

export interface Services {
  readonly content: Content;
  readonly catalog: Catalog;
  /** The runner's transaction: a job's reads and writes commit with its messages. */
  readonly tx: Transaction;
  /** Reads across members and groups: for jobs alone. */
  readonly all: AllOf;
  readonly outbox: Outbox;
  readonly random: () => number;
}

export interface Job {
  readonly name: string;
  /** What `ring` will need and takes longer than a transaction may; it can be called in vain. */
  prepare?(now: Temporal.Instant, services: Pick<Services, 'content' | 'catalog'>): Promise<void>;
  /** Called when an alarm rings; its writes, messages and the next alarm commit together. */
  ring(
    alarm: Alarm,
    now: Temporal.Instant,
    services: Services,
  ): Promise<{ readonly outgoing: readonly Outgoing[]; readonly next?: Temporal.Instant }>;
}
