// Fills a shape: brings raw values to their kind, lets zod check them, says what is wrong in words.

import { z } from 'zod';
import { limits } from './limits.ts';
import { type Shape, type Spec, typedChoices, type Values } from './shape.ts';

export type Filled<S extends Shape> =
  | { readonly ok: true; readonly values: Values<S> }
  /** By the name of the value. */
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

export function fill<S extends Shape>(
  shape: S,
  specs: readonly Spec[],
  raw: Readonly<Record<string, unknown>>,
): Filled<S> {
  const unknown = Object.keys(raw).filter((name) => !specs.some((spec) => spec.name === name));
  const present = specs
    .map((spec) => [spec.name, coerce(spec, raw[spec.name])] as const)
    .filter(([, value]) => value !== undefined);
  const given = new Set(present.map(([name]) => name));
  const result = schemaOf(shape).safeParse(Object.fromEntries(present));
  const problems = new Map<string, string>(
    unknown.map((name) => [name.slice(0, 40), 'is not something that can be given here']),
  );
  for (const issue of result.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '');
    const spec = specs.find((s) => s.name === name);
    if (!problems.has(name))
      problems.set(name, given.has(name) ? sentenceFor(issue, spec) : missing(spec));
  }
  if (result.success && problems.size === 0) return { ok: true, values: result.data as Values<S> };
  return { ok: false, problems: Object.fromEntries(problems) };
}

const schemas = new WeakMap<Shape, z.ZodObject>();

/** Made once for each shape: zod compiles a schema when it is first used. */
function schemaOf(shape: Shape): z.ZodObject {
  const schema = schemas.get(shape) ?? z.object(shape);
  schemas.set(shape, schema);
  return schema;
}

/** Values come as strings from references, forms and typed lines; typed from Discord. */
function coerce(spec: Spec, raw: unknown): unknown {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw !== 'string') return raw;
  if (raw.length > limits.typed.most) return raw;
  const given = raw.trim();
  if (given === '') return undefined;
  switch (spec.is) {
    case 'number':
      return /^[+-]?\d*[.,]?\d+$/.test(given) ? Number(given.replace(',', '.')) : given;
    case 'flag':
      return flagOf(given) ?? given;
    case 'date':
      return isoDate(given);
    case 'choice':
      return choiceOf(spec, given);
    case 'user':
    case 'channel':
      return given.replace(/^[@#]/, '');
    default:
      return raw;
  }
}

function flagOf(given: string): boolean | undefined {
  if (/^(?:yes|y|true|on|1)$/i.test(given)) return true;
  if (/^(?:no|n|false|off|0)$/i.test(given)) return false;
  return undefined;
}

/** American members write 11/22/2026. */
export function isoDate(given: string): string {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(given);
  if (!match) return given;
  const [, month = '', day = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function choiceOf(spec: Spec, given: string): string {
  const same = (text: string) => text.toLowerCase() === given.toLowerCase();
  return spec.choices?.find((c) => same(c.value) || same(c.label))?.value ?? given;
}

function sentenceFor(issue: z.core.$ZodIssue, spec: Spec | undefined): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'too_small' || issue.code === 'too_big') return outOfRange(issue, spec);
  switch (spec?.is) {
    case 'number':
      return spec.whole ? 'must be a whole number, such as 2' : 'must be a number, such as 1.5';
    case 'flag':
      return 'must be yes or no';
    case 'date':
      return 'must be a day, such as 2026-11-22 or 11/22/2026';
    case 'choice':
      return `must be one of: ${typedChoices(spec.choices ?? [])}`;
    case 'user':
      return 'must name a member, such as @maria';
    case 'channel':
      return 'must name a channel, such as #study-hall';
    case 'file':
      return 'must be a file';
    default:
      return 'is not valid here';
  }
}

function missing(spec: Spec | undefined): string {
  return spec ? `is missing (${asClause(spec.hint)})` : 'is missing';
}

/** Goes on in small letters, but for what is written in capitals: CSV. */
function asClause(hint: string): string {
  return hint.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase());
}

function outOfRange(
  issue: Extract<z.core.$ZodIssue, { code: 'too_small' | 'too_big' }>,
  spec: Spec | undefined,
): string {
  const small = issue.code === 'too_small';
  const bound = Number(small ? issue.minimum : issue.maximum);
  if (spec?.is === 'number')
    return small ? `must be at least ${bound}` : `must be at most ${bound}`;
  if (small && bound <= 1) return missing(spec);
  return small ? `must have at least ${bound} characters` : `must have at most ${bound} characters`;
}
