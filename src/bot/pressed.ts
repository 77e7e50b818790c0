// Messages that people pressed: whoever presses one has it. The answer may take its place, and with
// it the mark by which it would be found (docs/decisions/0021-deliveries.md).

import { markOf, marksIn } from './mark.ts';
import type { MessageRef } from './platform.ts';

export interface Pressed {
  /** `shown`: its buttons, as the platform tells of them with a press. */
  note(shown: unknown, at: MessageRef): void;
  under(key: string): MessageRef | undefined;
}

/** More than are pressed before anybody looks: a minute or two after a crash. */
const most = 2_000;

export function makePressed(): Pressed {
  const messages = new Map<string, MessageRef>();
  return {
    note(shown, at) {
      for (const mark of marksIn(shown)) {
        messages.delete(mark);
        messages.set(mark, at);
      }
      for (const oldest of messages.keys()) {
        if (messages.size <= most) break;
        messages.delete(oldest);
      }
    },
    under: (key) => messages.get(markOf(key)),
  };
}
