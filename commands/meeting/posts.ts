// What a group's channel reads of a meeting.

import { formatted, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import type { Meeting } from '../../src/core/meetings/meeting.ts';
import { sayMoment } from '../group/words.ts';

const coming = button('Coming meetings', '/meeting next');

export function announcement(meeting: Meeting, zone: string): Reply {
  return say(
    md`**${meeting.title}**: ${sayMoment(meeting.startsAt, zone)} (${zone}).${formatted(creditsLine(meeting))}`,
    {
      title: 'Meeting',
      controls: [coming],
      footnote: 'There will be a word to check in with: /checkin.',
    },
  );
}

export function cancelledPost(meeting: Meeting, zone: string): Reply {
  return say(
    md`The meeting **${meeting.title}** of ${sayMoment(meeting.startsAt, zone)} is cancelled.`,
    { title: 'Meeting cancelled', tone: 'warning', controls: [coming] },
  );
}

/** Without the word: that is said at the meeting alone. */
export function checkInPost({ title }: Meeting): Reply {
  return say(
    md`The check-in for **${title}** is open. Press **Check in**, or type **/checkin** with the word that you hear at the meeting.`,
    {
      title: 'Check-in',
      controls: [button('Check in', '/checkin…', 'primary')],
      footnote:
        'Your name goes to the organizers alone. A check-in is no official attendance record.',
    },
  );
}

export function checkInOver({ title }: Meeting, count: number): Reply {
  const were = count === 1 ? '1 person' : `${count} people`;
  return say(md`The check-in for **${title}** is over: ${were} checked in.`, {
    title: 'Check-in',
    controls: [coming],
  });
}

function creditsLine({ credits }: Meeting) {
  return credits === undefined
    ? md``
    : md` Planned: ${sayCredits(credits)}; what counts is the certificate.`;
}
