// What can be typed next: commands, then their options, then values. Reads a line, touches no page.

/** @import { Choice, Command, Completion, Group, Spec, Suggestion } from './types.ts' */

/** More than these nobody reads; typing narrows them down. */
const most = 25;

/**
 * @typedef {object} Known
 * @property {readonly Command[]} commands
 * @property {Group} group
 * @property {string} today as 2026-11-22
 */

/**
 * @param {string} line up to the caret
 * @param {Known} known
 * @returns {Completion}
 */
export function complete(line, known) {
  if (!line.startsWith('/')) return { suggestions: [], eager: false };
  const command = commandOf(line, known.commands);
  if (command && line.length > command.path.length + 1)
    return completeOptions(line, command, known);
  const suggestions = matchingCommands(line.slice(1), known.commands).map((found) => ({
    label: `/${found.path}`,
    hint: found.summary,
    line: `/${found.path} `,
    ...(found.audience === 'organizer' && { note: 'organizers' }),
  }));
  return { ...(command && { command }), suggestions, eager: !command };
}

/**
 * @param {string} line
 * @param {readonly Command[]} commands
 */
function commandOf(line, commands) {
  return commands
    .filter(({ path }) => `${line.toLowerCase()} `.startsWith(`/${path} `))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/**
 * Those that begin as typed, then those with a word that does, then those that say it somewhere.
 *
 * @param {string} typed
 * @param {readonly Command[]} commands
 */
function matchingCommands(typed, commands) {
  const wanted = typed.trimStart().toLowerCase();
  /** @param {Command} command */
  const rank = ({ path, summary }) => {
    if (path.startsWith(wanted)) return 0;
    if (path.split(' ').some((word) => word.startsWith(wanted))) return 1;
    return summary.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return commands
    .map((command) => ({ command, at: rank(command) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .map(({ command }) => command);
}

/**
 * @param {string} line
 * @param {Command} command
 * @param {Known} known
 * @returns {Completion}
 */
function completeOptions(line, command, known) {
  const start = command.path.length + 1;
  const rest = line.slice(start);
  const named = namedAtEnd(rest, command.specs);
  if (named) {
    const before = line.slice(0, start + named.at);
    /** @param {string} value */
    const lineWith = (value) => `${before}${named.spec.name}:${quoted(value)} `;
    return valuesFor(command, named.spec, named.typed, lineWith, known);
  }
  const names = optionNames(line, rest, command);
  const bare = bareAtEnd(rest, command.specs);
  if (!bare) return { command, suggestions: names, eager: false };
  /** @param {string} value */
  const lineWith = (value) =>
    `${line.slice(0, start + bare.at)}${bare.takesRest ? value : quoted(value)} `;
  const values = valuesFor(command, bare.spec, bare.typed, lineWith, known);
  return { ...values, suggestions: [...values.suggestions, ...names].slice(0, most) };
}

/**
 * `credits:2` or `title:"E/M au` at the end of the line.
 *
 * @param {string} rest
 * @param {readonly Spec[]} specs
 */
function namedAtEnd(rest, specs) {
  const match = /(?<=\s)([A-Za-z_]{1,32}):(?:["“]([^"”]*)|([^\s"“]*))$/.exec(rest);
  const spec = specs.find(({ name }) => name === match?.[1]?.toLowerCase());
  return match && spec && { spec, typed: match[2] ?? match[3] ?? '', at: match.index };
}

/**
 * The option that the bare words at the end go to: see typed-line.ts for the rule.
 *
 * @param {string} rest
 * @param {readonly Spec[]} specs
 */
function bareAtEnd(rest, specs) {
  const used = usedNames(rest, specs);
  const required = specs.filter((spec) => spec.required);
  const open = (required.length > 0 ? required : specs.slice(0, 1)).filter(
    ({ name }) => !used.has(name),
  );
  const bare = [...withoutNamed(rest, specs).matchAll(/\S+/g)];
  const ended = /\s$/.test(rest);
  const word = Math.max(0, bare.length - (ended ? 0 : 1));
  const spec = open[Math.min(word, open.length - 1)];
  const takesRest = spec === open.at(-1) && (spec?.is === 'text' || spec?.is === 'longText');
  if (!spec || (word >= open.length && !takesRest)) return undefined;
  const first = bare[takesRest ? Math.min(word, open.length - 1) : word];
  const at = first?.index ?? rest.length;
  return { spec, takesRest, at, typed: rest.slice(at).trimEnd() };
}

const namedPattern = /(?<=\s)([A-Za-z_]{1,32}):(?:["“][^"”]*["”]|[^\s"“]\S*)/g;

/**
 * @param {string} rest
 * @param {readonly Spec[]} specs
 */
function usedNames(rest, specs) {
  const names = [...rest.matchAll(namedPattern)].map((match) => match[1]?.toLowerCase() ?? '');
  return new Set(names.filter((name) => specs.some((spec) => spec.name === name)));
}

/**
 * Named values become spaces, so that what is left keeps its place.
 *
 * @param {string} rest
 * @param {readonly Spec[]} specs
 */
function withoutNamed(rest, specs) {
  return rest.replace(namedPattern, (match, /** @type {string} */ name) =>
    specs.some((spec) => spec.name === name.toLowerCase()) ? ' '.repeat(match.length) : match,
  );
}

/**
 * @param {string} line
 * @param {string} rest
 * @param {Command} command
 * @returns {Suggestion[]}
 */
function optionNames(line, rest, command) {
  const used = usedNames(rest, command.specs);
  const partial = /\S*$/.exec(rest)?.[0].toLowerCase() ?? '';
  const before = line.slice(0, line.length - partial.length);
  return command.specs
    .filter(({ name, is }) => !used.has(name) && name.startsWith(partial) && is !== 'file')
    .map((spec) => ({
      label: `${spec.name}:`,
      hint: spec.hint,
      line: `${before}${spec.name}:`,
      ...(!spec.required && { note: 'optional' }),
    }));
}

/**
 * @param {Command} command
 * @param {Spec} option
 * @param {string} typed
 * @param {(value: string) => string} lineWith
 * @param {Known} known
 * @returns {Completion}
 */
function valuesFor(command, option, typed, lineWith, known) {
  const wanted = typed.toLowerCase().replace(/^[@#]/, '');
  const suggestions = choicesOf(option, known)
    .filter(({ label, value }) => `${label}\n${value}`.toLowerCase().includes(wanted))
    .slice(0, most)
    .map((choice) => asSuggestion(choice, lineWith));
  return {
    command,
    option,
    suggestions,
    eager: false,
    ...(option.suggests && {
      ask: { path: command.path, option: option.name, typed, lineWith },
    }),
  };
}

/**
 * @param {Choice} choice
 * @param {(value: string) => string} lineWith
 * @returns {Suggestion}
 */
export function asSuggestion({ label, value }, lineWith) {
  return { label, hint: label === value ? '' : value, line: lineWith(value) };
}

/**
 * @param {Spec} option
 * @param {Known} known
 * @returns {readonly Choice[]}
 */
function choicesOf(option, { group, today }) {
  switch (option.is) {
    case 'choice':
      return option.choices ?? [];
    case 'flag':
      return ['yes', 'no'].map((word) => ({ label: word, value: word }));
    case 'user':
      return group.people.map(({ name }) => ({ label: `@${name}`, value: `@${name}` }));
    case 'channel':
      return group.channels.map(({ name }) => ({ label: `#${name}`, value: `#${name}` }));
    case 'date':
      return [{ label: 'today', value: today }];
    default:
      return [];
  }
}

/** @param {string} value */
function quoted(value) {
  return /\s|^$/.test(value) ? `“${value.replaceAll(/["“”]/g, '')}”` : value;
}
