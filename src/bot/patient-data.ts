// Looks for patient data in all that a person sends, before any of it is run, stored or echoed.

import { findPatientData } from '../core/patient-data/detect.ts';
import type { Allowance, Identifier } from '../core/patient-data/rule.ts';
import { parseRef } from './action.ts';
import type { BotEvent, SuggestEvent } from './event.ts';
import { limits } from './limits.ts';
import { withoutMark } from './mark.ts';
import type { Registry } from './registry.ts';
import type { Spec } from './shape.ts';
import { readOptions } from './typed-line.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Which rule stops what was sent, or nothing. What a button refers to was written by the bot. */
export function patientDataIn(
  registry: Registry,
  event: BotEvent | SuggestEvent,
): Identifier | undefined {
  switch (event.kind) {
    case 'command': {
      const specs = registry.command(event.path.trim().toLowerCase())?.specs;
      return (specs ? undefined : inText(event.path)) ?? inValues(specs ?? [], event.options);
    }
    case 'line':
      return inLine(registry, event.line);
    case 'submit':
      return inValues(specsOf(registry, parseRef(withoutMark(event.ref)).target), event.fields);
    case 'suggest':
      return inValues(specsOf(registry, event.path), { [event.option]: event.typed });
    case 'press':
      return undefined;
  }
}

/** Of a form: of a command, with or without its slash, or of an action. */
function specsOf(registry: Registry, target: string): readonly Spec[] {
  const command = registry.command(target.replace(/^\//, ''));
  return command?.specs ?? registry.action(target)?.fields ?? [];
}

/** As a whole, because people spread a patient over words and options; then value by value. */
function inLine(registry: Registry, line: string): Identifier | undefined {
  const read = registry.read(line);
  if (!read) return inText(line);
  const { specs } = read.found;
  const allowed = specs.flatMap(allowancesOf);
  return inText(read.rest, allowed) ?? inValues(specs, readOptions(read.rest, specs));
}

/** A name that nobody asked for is looked at too: the reply to it would repeat it. */
function inValues(specs: readonly Spec[], raw: Raw): Identifier | undefined {
  for (const [name, value] of Object.entries(raw)) {
    const spec = specs.find((each) => each.name === name);
    const text = spec ? textOf(value) : `${name} ${textOf(value)}`;
    const identifier = inText(text, spec && allowancesOf(spec));
    if (identifier) return identifier;
  }
  return undefined;
}

/** What a text may hold is said by its shape; days, numbers and ids are figures by their nature. */
function allowancesOf(spec: Spec): readonly Allowance[] {
  if (spec.is === 'text' || spec.is === 'longText') return spec.allows ?? [];
  return spec.is === 'file' ? ['file name'] : ['number'];
}

/** A file is looked at by its name; the command that reads it answers for what is inside. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const isFile = typeof value === 'object' && value !== null && 'name' in value;
  return isFile ? String(value.name) : '';
}

/** What is longer than anybody may send is refused for that, unread. */
function inText(text: string, allowed?: readonly Allowance[]): Identifier | undefined {
  return text.length > limits.typed.most ? undefined : findPatientData(text, allowed);
}
