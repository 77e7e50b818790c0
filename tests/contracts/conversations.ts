// What people do with the bot, feature by feature, on a platform as it really is: with its own
// client, its own JSON, and the checks of what it takes. Each platform's test brings a driver.

import { describe } from 'vitest';
import type { Bot } from '../../src/bot/bot.ts';
import type { PlatformName } from '../../src/core/ids.ts';
import { describeAsk } from './conversations/ask.ts';
import { describeBank } from './conversations/bank.ts';
import { describeCodes } from './conversations/codes.ts';
import { describeDaily } from './conversations/daily.ts';
import { describeEducation } from './conversations/education.ts';
import { describeExam } from './conversations/exam.ts';
import { describeGroup } from './conversations/group.ts';
import { describeMeeting } from './conversations/meeting.ts';
import { describePractice } from './conversations/practice.ts';
import { describeProgress } from './conversations/progress.ts';
import { describeRound } from './conversations/round.ts';
import type { Driver } from './driver.ts';

export function describeConversations(
  platform: PlatformName,
  open: (bot: Bot) => Promise<Driver>,
): void {
  describe(`the conversations on ${platform}`, () => {
    const stage = { platform, open };
    describePractice(stage);
    describeRound(stage);
    describeDaily(stage);
    describeExam(stage);
    describeAsk(stage);
    describeProgress(stage);
    describeEducation(stage);
    describeCodes(stage);
    describeMeeting(stage);
    describeBank(stage);
    describeGroup(stage);
  });
}
