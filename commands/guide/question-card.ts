// One of the waiting questions, with all that ask the same.

import { refer } from '../../src/bot/action.ts';
import { bullets, fitting, joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Reply } from '../../src/bot/reply.ts';
import { dismiss } from './dismiss.ts';
import { type Alike, membersIn } from './queue.ts';
import { type ThisGuide, toQueue } from './this-guide.ts';
import { write } from './write.ts';

/** All that was asked, since one answer goes to all of them. */
export function questionCard(alike: Alike, seen: number, guide: ThisGuide): Reply {
  const lines = alike.map(({ text: asked }) => md`${asked.replaceAll(/\s+/g, ' ')}`);
  const shown = fitting(lines, 2200, (line) => line);
  const more = lines.length - shown.length;
  const listed = [...shown, ...(more > 0 ? [md`and ${more} more of the kind`] : [])];
  const members = membersIn(alike);
  const goesTo = members === 1 ? 'the member who asked' : `all ${members} members who asked`;
  const note = md`Your answer goes to ${goesTo} by direct message, and becomes a passage that this group finds with **/ask**.`;
  const about = { question: alike[0].id, seen };
  return guide.reply(joinLines([bullets(listed), note], '\n\n'), {
    title: `Asked by ${members === 1 ? 'one member' : `${members} members`}`,
    controls: [
      button('Answer', refer(write, about), 'primary'),
      ...(alike.length > 1
        ? [button('Answer only the first', refer(write, { ...about, seen: 0 }))]
        : []),
      button('Dismiss', refer(dismiss, about)),
      toQueue,
    ],
  });
}
