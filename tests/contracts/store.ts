// What every store must do, whatever database is under it. Run by tests/store/ for each of them.

import { describe } from 'vitest';
import { describeBank } from './store/bank.ts';
import { describeBoards } from './store/boards.ts';
import { describeDrafts } from './store/drafts.ts';
import type { OpenEmpty } from './store/given.ts';
import { describeGroups } from './store/groups.ts';
import { describeMembers } from './store/members.ts';
import { describeOutbox } from './store/outbox.ts';
import { describePlans } from './store/plans.ts';
import { describePrivacy } from './store/privacy.ts';
import { describeQuizzes } from './store/quizzes.ts';
import { describeReviews } from './store/reviews.ts';
import { describeRounds } from './store/rounds.ts';
import { describeTransactions } from './store/transactions.ts';

export function describeStore(name: string, open: OpenEmpty): void {
  describe(name, () => {
    describeTransactions(open);
    describeMembers(open);
    describeDrafts(open);
    describeGroups(open);
    describeQuizzes(open);
    describeRounds(open);
    describeReviews(open);
    describeBank(open);
    describeBoards(open);
    describePlans(open);
    describeOutbox(open);
    describePrivacy(open);
  });
}
