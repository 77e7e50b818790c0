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

export function listen(app: App, parts: Answering, reader: Reader): Settle {
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
  const hear = (read: Reading, ack: Ack, answer: (incoming: Incoming) => Promise<void>) => {
    if (read === undefined) warnMalformed(log);
    const known = typeof read === 'object' && (read.id === undefined || isFirst(read.id));
    return track(known ? answer(read) : ack());
  };
  const noAck: Ack = async () => {};

  app.command(/.*/, ({ body, ack }) =>
    hear(readSlash(body, umbrella, reader), ack as Ack, (incoming) =>
      answerSlash(parts, incoming, ack as Ack),
    ),
  );
  app.action(/.*/s, ({ body, ack }) =>
    hear(readPress(body), ack as Ack, (incoming) => answerPress(parts, incoming, ack as Ack)),
  );
  app.view({ callback_id: /.*/, type: 'view_submission' }, ({ body, ack }) =>
    hear(readSubmission(body, parts.places.recall, reader), ack as Ack, (incoming) =>
      answerSubmit(parts, incoming, ack as Ack),
    ),
  );
  app.options(/.*/s, ({ body, ack }) => {
    const read = readSuggestion(body);
    if (read) return track(answerSuggestion(parts, read, ack as Ack));
    warnMalformed(log);
    return track((ack as Ack)({ options: [] }));
  });
  const line = ({ body }: { readonly body: unknown }) =>
    hear(readMessage(body, reader), noAck, (incoming) => answerLine(parts, incoming));
  app.event('app_mention', line);
  app.event('message', line);
  app.error(async (error) => log.error('Bolt could not hand something on.', {}, error));
  return (milliseconds) => settled(underWay, milliseconds);
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
