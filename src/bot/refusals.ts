// The sentences for what cannot be answered: what is wrong, and then what to do.

import { type PlatformName, platformOf } from '../core/ids.ts';
import type { Identifier } from '../core/patient-data/rule.ts';
import type { Context } from './command.ts';
import { UserError } from './errors.ts';
import { limits } from './limits.ts';
import { bullets, formatted, type Markdown, md } from './markdown.ts';
import { nearestPaths } from './nearest.ts';
import type { FoundCommand } from './registry.ts';
import { button, type Reply, say } from './reply.ts';

function refuse(text: Markdown, more: Partial<Reply> = {}): Reply {
  return say(text, { tone: 'warning', mode: 'new', onlyYou: true, ...more });
}

export function refusalOf(error: UserError): Reply {
  return refuse(md`${error.message}`);
}

export function tooLong(): UserError {
  return new UserError(
    `That is too long: at most ${limits.typed.most} characters fit. Please shorten it and send it again.`,
  );
}

const received: Readonly<Record<PlatformName, string>> = {
  discord:
    'Nothing was kept here, but Discord received it; if it is real, tell your privacy officer.',
  slack: 'Nothing was kept here, but Slack received it; if it is real, tell your privacy officer.',
  playground:
    'Nothing was kept here. On Discord or Slack they would have received it; if it is real, tell your privacy officer.',
};

/** Says what kind of thing it was and repeats none of it. */
export function looksLikePatientData(identifier: Identifier, ctx: Context): Reply {
  return refuse(
    md`**That looks like patient data** (${identifier}), so I did not go on. ${received[platformOf(ctx.user.id)]}\n\nPlease send it again without whatever points at one person: names, birth dates, numbers, addresses.`,
  );
}

export function outdated(): Reply {
  return refuse(
    md`This button belongs to an older version of the bot, or to something that is over. Please type the command again; **/help** lists them.`,
  );
}

export function notForMembers(ctx: Context): Reply {
  return refuse(
    ctx.group === undefined
      ? md`This is for organizers of a group. Please type it in the group's own channel.`
      : md`This is for organizers of the group. Ask one of them, or whoever runs the server, to do it or to add you with **/group organizers**.`,
  );
}

/** Offers what is nearest, of what this person may type. */
export function unknownCommand(
  typed: string,
  commands: Iterable<FoundCommand>,
  ctx: Context,
): Reply {
  const all = [...commands];
  const open = all.filter(({ command }) => ctx.organizer || command.audience !== 'organizer');
  const near = nearestPaths(typed, pathsOf(open));
  if (near.length === 0 && nearestPaths(typed, pathsOf(all)).length > 0) return notForMembers(ctx);
  return refuse(whyUnknown(typed, near), {
    controls: [
      ...near.filter((path) => path !== 'help').map((path) => button(`/${path}`, `/${path}`)),
      button('/help', '/help', 'primary'),
    ],
  });
}

function pathsOf(commands: readonly FoundCommand[]): readonly string[] {
  return commands.map(({ path }) => path);
}

function whyUnknown(typed: string, near: readonly string[]): Markdown {
  const [word = '', second] = typed.split(/\s+/).map((each) => each.slice(0, 40));
  const first = word.replace(/^\//, '').toLowerCase();
  if (near.some((path) => path.startsWith(`${first} `)))
    return second
      ? md`There is no **/${first} ${second}**. Which of these did you mean?`
      : md`**/${first}** takes a second word. Which of these?`;
  return near.length > 0
    ? md`There is no command “${word}”. Did you mean one of these?`
    : md`There is no command “${word}”. **/help** lists what can be typed here.`;
}

export function usage(found: FoundCommand, problems: Readonly<Record<string, string>>): Reply {
  const items = Object.entries(problems).map(([name, problem]) => md`**${name}** ${problem}.`);
  const options = found.specs.map((spec) =>
    spec.required ? `${spec.name}:…` : `[${spec.name}:…]`,
  );
  const example = [`/${found.path}`, ...options].join(' ');
  const form = button('Fill in a form', `/${found.path}…`, 'primary');
  return refuse(
    md`That did not work:\n${formatted(bullets(items))}\n\nIt is typed like this: \`${example}\``,
    { controls: found.specs.length > 0 ? [form] : [] },
  );
}

/** For a fault of ours: the reference is what the log holds the whole story under. */
export function ourFault(reference: string): Reply {
  return refuse(
    md`Something went wrong on our side, and nothing was changed. Please try again; if it happens again, give whoever runs this bot the reference **${reference}**.`,
    { tone: 'bad' },
  );
}
