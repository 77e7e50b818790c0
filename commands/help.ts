import { type Command, type CommandGroup, type Context, command } from '../src/bot/command.ts';
import { bullets, formatted, md } from '../src/bot/markdown.ts';
import { pathOf } from '../src/bot/registry.ts';
import { button, type Choice, type Control, type Reply, say } from '../src/bot/reply.ts';
import { type Spec, specsOf, text, typedChoices } from '../src/bot/shape.ts';

/** What everybody should know about this bot, whoever hosts it. */
const independence =
  'Coderounds is independent and not endorsed by AAPC, AHIMA, NHA, PMI or the AMA. CPT is a registered trademark of the American Medical Association; this bot contains no CPT codes or descriptors. Quiz points are not CEUs.';

const help = command({
  name: 'help',
  summary: 'What you can do here',
  options: { about: text('A command, such as quiz', { label: 'About' }).optional() },
  suggest: { about: suggestCommands },
  run: ({ about }, ctx) => (about ? helpOn(about, ctx) : overview(ctx)),
});

function overview(ctx: Context): Reply {
  const shown = ctx.commandGroups.filter((group) => ctx.organizer || hasMemberCommands(group));
  const items = shown.map((group) => md`**/${group.name}** ${group.summary}`);
  return say(
    md`Answers are private: only you see them unless you press **Share**.\n\n${formatted(bullets(items))}\n\nType **/help quiz** for what one command can do.`,
    {
      title: 'Coderounds, a study group for medical coders',
      footnote: independence,
      controls: [
        button('Start a quiz', '/quiz start', 'primary'),
        button('Ask a question', '/ask…'),
        button('My CEUs', '/ceu status'),
      ],
    },
  );
}

function hasMemberCommands(group: CommandGroup): boolean {
  return group.commands.some((each) => each.audience !== 'organizer');
}

function helpOn(about: string, ctx: Context): Reply {
  const word = about.trim().replace(/^\//, '').toLowerCase();
  const group = ctx.commandGroups.find((g) => g.name === word.split(' ')[0]);
  if (!group)
    return say(md`There is no command “${about}”. **/help** lists them all.`, {
      tone: 'warning',
      controls: [allCommands],
    });
  const commands = group.commands.filter((each) => {
    const path = pathOf(group, each);
    return word === group.name || word === path;
  });
  const chosen = commands.length > 0 ? commands : group.commands;
  const parts = chosen.map((each) => {
    const specs = specsOf(each.options);
    const lines = specs.map(
      (spec) => md`**${spec.name}**${required(spec)}: ${spec.hint}${oneOf(spec)}`,
    );
    const who = each.audience === 'organizer' ? ' (organizers)' : '';
    const head = md`**/${pathOf(group, each)}** ${each.summary}${who}`;
    return lines.length > 0 ? md`${formatted(head)}\n${formatted(bullets(lines))}` : head;
  });
  return say(md`${formatted(...separated(parts))}`, {
    title: `/${group.name}: ${group.summary}`,
    controls: [...chosen.flatMap((each) => tryButton(group, each, ctx)), allCommands],
  });
}

const allCommands = button('All commands', '/help');

/** Opens its form, where it asks for anything; nothing for what this person may not type. */
function tryButton(group: CommandGroup, each: Command, ctx: Context): readonly Control[] {
  if (each.audience === 'organizer' && !ctx.organizer) return [];
  const path = pathOf(group, each);
  const asks = Object.keys(each.options).length > 0;
  return [button(`/${path}`, asks ? `/${path}…` : `/${path}`)];
}

/** A blank line between commands. */
function separated<T>(parts: readonly T[]): readonly T[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : ['' as T, part]));
}

function required(spec: Spec): string {
  return spec.required ? ' (required)' : '';
}

function oneOf({ choices }: Spec): string {
  return choices ? `. One of: ${typedChoices(choices)}` : '';
}

function suggestCommands(typed: string, ctx: Context): readonly Choice[] {
  const wanted = typed.trim().replace(/^\//, '').toLowerCase();
  return ctx.commandGroups
    .flatMap((group) => group.commands.map((each) => pathOf(group, each)))
    .filter((path) => path.includes(wanted))
    .map((path) => ({ label: `/${path}`, value: path }));
}

export default {
  name: 'help',
  summary: 'What you can do here',
  commands: [help],
} satisfies CommandGroup;
