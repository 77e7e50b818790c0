// What the playground is: who is there, which channels, which commands can be typed.

import type { Bot } from '../../bot/bot.ts';
import type { Channel, User } from '../../bot/event.ts';
import { type Ability, abilities } from '../../bot/platform.ts';
import { pathOf } from '../../bot/registry.ts';
import { type ChannelId, type GroupId, localId, type UserId } from '../../core/ids.ts';

export const group: GroupId = 'playground:study-group';
/** Whoever else is named as an organizer in a request stays a member. */
export const organizer: UserId = 'playground:organizer';

export const people: readonly User[] = [
  { id: 'playground:member-1', name: 'Maria' },
  { id: 'playground:member-2', name: 'James' },
  { id: 'playground:member-3', name: 'Aisha' },
  { id: organizer, name: 'Olivia' },
];

export const channels: readonly { readonly id: ChannelId; readonly name: string }[] = [
  { id: 'playground:study-hall', name: 'study-hall' },
  { id: 'playground:announcements', name: 'announcements' },
];

/** Where a person and the bot talk alone. */
export function dmWith(user: UserId): Channel {
  return { id: `playground:dm-${localId(user)}`, kind: 'dm' };
}

export function nameOf(user: UserId): string {
  return people.find((person) => person.id === user)?.name ?? localId(user);
}

/** The playground was made to show everything, but its few people need no roles. */
export const playgroundAbilities: Readonly<Record<Ability, true | string>> = {
  ...(Object.fromEntries(Object.keys(abilities).map((ability) => [ability, true])) as Readonly<
    Record<Ability, true>
  >),
  'role mentions': 'the playground has no roles',
};

/** `GET /api/commands` */
export function tellCommands(bot: Bot) {
  return bot.groups.map((words) => ({
    name: words.name,
    summary: words.summary,
    commands: words.commands.map((command) => {
      const path = pathOf(words, command);
      return {
        name: command.name,
        path,
        summary: command.summary,
        audience: command.audience ?? 'member',
        specs: bot.specs(path),
      };
    }),
  }));
}

/** `GET /api/group` */
export function tellGroup(name: string) {
  return {
    id: group,
    name,
    channels,
    people: people.map((person) => ({
      ...person,
      dm: dmWith(person.id).id,
      organizer: person.id === organizer,
    })),
  };
}
