// How somebody who agreed to be shown is named, on a board or in the result of a round.

import { type Markdown, md, named } from '../../src/bot/markdown.ts';
import { type GroupId, type MemberId, platformOf } from '../../src/core/ids.ts';
import type { Repositories } from '../../src/store/store.ts';

/** The nickname; without one, as the group's platform shows them. */
export async function shownName(
  member: MemberId,
  group: GroupId,
  { members }: Pick<Repositories, 'members'>,
): Promise<Markdown> {
  const nickname = (await members.read(member))?.nickname;
  if (nickname) return md`${nickname}`;
  const accounts = await members.accounts(member);
  const account = accounts.find((each) => platformOf(each) === platformOf(group));
  return account ? md`${named('member', account)}` : md`a member`;
}
