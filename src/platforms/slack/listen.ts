// Hears what Bolt hears: reads it, drops what was answered before, and has it answered.

import type { App } from '@slack/bolt';
import type { Log } from '../../bot/log.ts';
import {
  type Ack,
  type Answering,
  answerLine,
  answerPress,
  answerSlash,
  answerSubmit,
  answerSuggestion,
} from './answer.ts';
import { type Incoming, type Reader, readMessage, readPress, readSlash } from './read.ts';
import { readSubmission, readSuggestion } from './read-form.ts';
import { makeSeen } from './seen.ts';
import { umbrella } from './tell.ts';

/** Resolves once everything that was being answered is, or the time is over. */
export type Settle = (milliseconds: number) => Promise<void>;

type Reading = Incoming | 'nothing' | undefined;

export function listen(
  app: App,
  parts: Answering,
  reader: Reader,
  connection: () => unknown,
): Settle {
  const { log } = parts;
  const isFirst = makeSeen();
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    const done = work
      .catch((error: unknown) => log.error('An answer to Slack failed.', {}, error))
      .finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  };
  /** An answer given with it would be lost where the connection is another by now. */
  const whereHeard = (ack: unknown): Ack => {
    const heard = connection();
    return async (body) => {
      if (connection() !== heard) throw new Error('Slack was connected anew meanwhile.');
      await (ack as Ack)(body);
    };
  };

  const hear = (
    read: Reading,
    ack: Ack,
    answer: (incoming: Incoming, ack: Ack) => Promise<void>,
  ) => {
    if (read === undefined) warnMalformed(log);
    const isNew = typeof read === 'object' && (read.id === undefined || isFirst(read.id));
    return track(isNew ? answer(read, ack) : ack());
  };

  app.use(async (args) => {
    if (isOfOurs(args.body)) return args.next();
    if ('ack' in args) await (args.ack as Ack)();
  });
  app.command(/.*/, ({ body, ack }) =>
    hear(readSlash(body, umbrella, reader), whereHeard(ack), (incoming, ackHere) =>
      answerSlash(parts, incoming, ackHere),
    ),
  );
  app.action(/.*/s, ({ body, ack }) =>
    hear(readPress(body), whereHeard(ack), (incoming, ackHere) =>
      answerPress(parts, incoming, ackHere),
    ),
  );
  app.view({ callback_id: /.*/, type: 'view_submission' }, ({ body, ack }) =>
    hear(readSubmission(body, parts.places.recall, reader), whereHeard(ack), (incoming, ackHere) =>
      answerSubmit(parts, incoming, ackHere),
    ),
  );
  app.options(/.*/s, ({ body, ack }) => {
    const read = readSuggestion(body);
    if (read) return track(answerSuggestion(parts, read, whereHeard(ack)));
    warnMalformed(log);
    return track(whereHeard(ack)({ options: [] }));
  });
  /** Bolt has acknowledged these itself. */
  const line = ({ body }: { readonly body: unknown }) =>
    hear(
      readMessage(body, reader),
      async () => {},
      (incoming) => answerLine(parts, incoming),
    );
  app.event('app_mention', line);
  app.event('message', line);
  app.error(async (error) => log.error('Bolt could not hand something on.', {}, error));
  return (milliseconds) => settled(underWay, milliseconds);
}

const interactive = new Set<unknown>(['block_actions', 'view_submission', 'block_suggestion']);
const events = new Set<unknown>(['app_mention', 'message']);

/** What belongs to features that the app does not have is acknowledged, and that is all. */
function isOfOurs(body: object): boolean {
  if ('event' in body && typeof body.event === 'object' && body.event !== null)
    return 'type' in body.event && events.has(body.event.type);
  return !('type' in body) || interactive.has(body.type);
}

function warnMalformed(log: Log): void {
  log.warn('Slack sent something that was not understood; it was dropped.');
}

async function settled(underWay: ReadonlySet<Promise<void>>, milliseconds: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([Promise.all(underWay), late]);
  clearTimeout(timer);
}
