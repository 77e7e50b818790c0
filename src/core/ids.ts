// Who and where, on any platform: `discord:1234`, `slack:T1/U2`, `playground:member-1`.

export type PlatformName = 'discord' | 'slack' | 'playground';

export type UserId = `${PlatformName}:${string}`;
export type ChannelId = `${PlatformName}:${string}`;
/** A Discord server, a Slack workspace, the playground's study group. */
export type GroupId = `${PlatformName}:${string}`;
/** A person, however many accounts they have: ours, random, never shown. */
export type MemberId = string & { readonly __member: unique symbol };

export function platformOf(id: UserId | ChannelId | GroupId): PlatformName {
  return id.slice(0, id.indexOf(':')) as PlatformName;
}

/** What follows the platform's name: the id as the platform itself writes it. */
export function localId(id: UserId | ChannelId | GroupId): string {
  return id.slice(id.indexOf(':') + 1);
}

/** Whether a channel or a person can be of that group, as far as ids tell: `slack:T1/C2` of `slack:T1`. */
export function isWithin(id: UserId | ChannelId, group: GroupId): boolean {
  if (platformOf(id) !== platformOf(group)) return false;
  const [first, rest] = localId(id).split('/');
  return rest === undefined || first === localId(group);
}
