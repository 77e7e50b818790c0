// A passage of the group as its organizers see it.

import { refer } from '../../src/bot/action.ts';
import { formatted, joinLines, type Markdown, md, named } from '../../src/bot/markdown.ts';
import { button, type Reply } from '../../src/bot/reply.ts';
import type { GroupPassage } from '../../src/core/answers/group-passage.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import { ofGroup } from '../ask/readable.ts';
import { type ThisGuide, toQueue } from './this-guide.ts';

/** Its buttons by their ids, since what they do ends with this card again. */
export function ownCard(passage: GroupPassage, intro: Markdown, guide: ThisGuide): Reply {
  const { body } = ofGroup(passage, guide.today);
  const { author, writtenOn, validThrough } = passage;
  const by = author ? md` by ${named('member', author)}` : md``;
  const until = md`Written${formatted(by)} on ${sayDay(writtenOn)}, valid until ${sayDay(validThrough)}.`;
  return guide.reply(joinLines([intro, body, until], '\n\n'), {
    title: passage.title,
    controls: [
      button('Change', refer({ id: 'guide.edit' }, { passage: passage.id })),
      button('Remove', refer({ id: 'guide.take_out' }, { passage: passage.id })),
      toQueue,
    ],
  });
}

export function saved(guide: ThisGuide, passage: GroupPassage, what: Markdown): Reply {
  const intro = md`${formatted(what)} **/ask** finds it in this group from now on.`;
  return { ...ownCard(passage, intro, guide), tone: 'good' };
}
