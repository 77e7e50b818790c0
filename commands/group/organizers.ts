import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { bullets, formatted, joinLines, type Markdown, md, named } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { role as roleShape, user } from '../../src/bot/shape.ts';
import { type GroupId, isWithin, platformOf, type UserId } from '../../src/core/ids.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import { aboutGroup, groupOf } from './this-group.ts';
import { toChecklist } from './words.ts';

export const organizers = command({
  name: 'organizers',
  summary: 'Who may set up the group: add or remove members, choose a role',
  title: 'Organizers',
  audience: 'organizer',
  options: {
    add: user('A member who becomes an organizer').optional(),
    remove: user('An organizer who no longer is one').optional(),
    role: roleShape('Whoever has this role is an organizer (Discord)').optional(),
  },
  async run({ add, remove, role }, ctx) {
    const group = groupOf(ctx);
    for (const named of [add, remove]) if (named) mustBeWithin(named, group);
    if (role !== undefined && platformOf(group) !== 'discord')
      throw new UserError('Roles exist on Discord only. Here, add the members one by one.');
    if (add === undefined && remove === undefined && role === undefined) return shown(ctx);
    const removesSelf = remove === ctx.user.id;
    const wasThere = await ctx.store.transaction(async (tx) => {
      if (add) await tx.groups.addOrganizer(group, add);
      if (role !== undefined) await tx.groups.change(group, { organizerRole: role });
      return remove && !removesSelf ? tx.groups.removeOrganizer(group, remove) : true;
    });
    if (removesSelf) return sure(ctx);
    return shown(ctx, remove && !wasThere ? notListed(remove) : md`Saved.`);
  },
});

export const noRole = action({
  id: 'group.no_role',
  args: {},
  audience: 'organizer',
  async run(_none, ctx) {
    const group = groupOf(ctx);
    await ctx.store.transaction((tx) => tx.groups.change(group, { organizerRole: null }));
    return shown(ctx, md`Saved.`);
  },
});

export const leave = action({
  id: 'group.leave',
  args: {},
  audience: 'organizer',
  async run(_none, ctx) {
    const group = groupOf(ctx);
    await ctx.store.transaction((tx) => tx.groups.removeOrganizer(group, ctx.user.id));
    const text = md`You are off the list of organizers.`;
    return aboutGroup(say(text, { tone: 'good' }), await ctx.store.groups.settings(group), ctx);
  },
});

/** They could not take it back by themselves. */
async function sure(ctx: Context): Promise<Reply> {
  const settings = await ctx.store.groups.settings(groupOf(ctx));
  const text = md`That is you. Unless you run the whole server or workspace, somebody else would have to add you again.`;
  const reply = say(text, {
    title: 'Take yourself off the list?',
    tone: 'warning',
    controls: [button('Take me off', refer(leave), 'danger'), button('Stay', '/group organizers')],
  });
  return aboutGroup(reply, settings, ctx);
}

/** Who runs the server or has the role is an organizer without being listed. */
function notListed(person: UserId): Markdown {
  return md`${named('member', person)} was not on the list, so there is nobody to take off it.`;
}

function mustBeWithin(person: UserId, group: GroupId): void {
  if (isWithin(person, group)) return;
  throw new UserError('That is not a member of this group. Choose one from the list of members.');
}

async function shown(ctx: Context, first?: Markdown): Promise<Reply> {
  const settings = await ctx.store.groups.settings(groupOf(ctx));
  const people = await ctx.store.groups.organizers(settings.id);
  const always = md`Whoever runs the server or workspace may do all this in its channels anyway; in direct messages on Discord only those on the list may.`;
  const reply = say(
    joinLines([...(first ? [first] : []), ...listOf(people, settings), always], '\n\n'),
    {
      title: 'Organizers',
      ...(first && { tone: 'good' as const }),
      controls: [
        button('Change', '/group organizers…', 'primary'),
        ...(settings.organizerRole ? [button('No role', refer(noRole))] : []),
        toChecklist,
      ],
    },
  );
  return aboutGroup(reply, settings, ctx);
}

/** As many as one message surely holds. */
const most = 20;

function listOf(people: readonly UserId[], settings: GroupSettings): readonly Markdown[] {
  const shownPeople = people.slice(0, most).map((id) => md`${named('member', id)}`);
  const more = people.length > most ? [md`and ${people.length - most} more`] : [];
  const byRole = roleLine(settings);
  const lines = [...shownPeople, ...more, ...byRole];
  return lines.length > 0 ? [md`${formatted(bullets(lines))}`] : [md`Nobody is on the list yet.`];
}

function roleLine({ organizerRole }: GroupSettings): readonly Markdown[] {
  return organizerRole === undefined
    ? []
    : [md`everybody with the role ${named('role', `discord:${organizerRole}`)}`];
}
