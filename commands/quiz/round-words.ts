// What members of a round are told, and what its buttons carry.

import { formatted, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';

export const roundArg = { round: text('Which round', { max: 20 }) };
export const atArg = number('Which question of it', { max: 50 });

/** Beside what the channel sees. */
export function aside(words: Reply['text'], tone?: Reply['tone']): Reply {
  return say(md`${formatted(words)}`, { mode: 'new', ...(tone && { tone }) });
}

export function roundIsOver(): Reply {
  return say(md`This round is over. Start the next one?`, {
    mode: 'new',
    controls: [button('Start a round', '/quiz group…', 'primary')],
  });
}
