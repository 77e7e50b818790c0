// What Socket Mode and HTTP have in common: Bolt's receiver, opened and closed within bounds.

import type { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Details } from '../../bot/log.ts';

export interface Transport {
  readonly receiver: SocketModeReceiver | HTTPReceiver;
  /** Differs after a reconnection: what came on one connection is not acknowledged on another. */
  connection(): unknown;
  /** Resolves with what to say in the log. Rejects with a `StartError` where Slack says no. */
  open(): Promise<Details>;
  /** Never takes longer than three seconds; harmless where it was not open. */
  close(): Promise<void>;
}
