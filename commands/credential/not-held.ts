// Answers buttons about a credential that is not there, or is somebody else's.

import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';

export function notHeld(): Reply {
  return say(md`You do not have that credential here; it may have been removed already.`, {
    tone: 'warning',
    mode: 'new',
    controls: [button('My credentials', '/credential list')],
  });
}
