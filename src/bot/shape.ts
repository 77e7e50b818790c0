// Command options, form fields and button arguments are one thing: named, typed values that
// somebody fills in. A shape is a zod shape; platforms read the plain `Spec`s that come from it.

import { z } from 'zod';
import type { ChannelId, UserId } from '../core/ids.ts';
import type { Allowance } from '../core/patient-data/rule.ts';
import type { Choice } from './reply.ts';

export type Shape = Readonly<Record<string, z.ZodType>>;
export type Values<S extends Shape> = z.output<z.ZodObject<S>>;

export type Kind =
  | 'text'
  | 'longText'
  | 'number'
  | 'flag'
  | 'date'
  | 'choice'
  | 'user'
  | 'channel'
  | 'role'
  | 'file';

/** What a platform needs to know to ask for one value. */
export interface Spec {
  readonly name: string;
  readonly is: Kind;
  /** What a person reads beside the field: "Completed on". */
  readonly label: string;
  /** One line on what to enter. */
  readonly hint: string;
  readonly required: boolean;
  /** Whole numbers only. */
  readonly whole?: boolean;
  /** Of a number its value, of a text its length. */
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly Choice[];
  /** Whether suggestions can be asked for while typing. */
  readonly suggests: boolean;
  readonly initial?: string | number | boolean;
  /** What would be taken for patient data elsewhere, and is what this text asks for. */
  readonly allows?: readonly Allowance[];
}

/** A file that a person sent; its bytes are fetched only after audience and size are checked. */
export interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

interface About {
  /** Left out: the name, with a capital and spaces. */
  readonly label?: string;
}
interface TextOptions extends About {
  readonly min?: number;
  readonly max?: number;
  /** For a nickname or a member number: the rules against patient data that would match it rest. */
  readonly allows?: readonly Allowance[];
}

/** Signs that turn the direction of what follows, in titles and labels too. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

function lengthOf(options: TextOptions, most: number) {
  return z
    .string()
    .overwrite((typed) => typed.replaceAll(turning, ''))
    .trim()
    .min(options.min ?? 1)
    .max(options.max ?? most);
}

export function text(hint: string, options: TextOptions = {}) {
  const { label, allows } = options;
  return lengthOf(options, 300).meta({ is: 'text', hint, label, allows });
}

export function longText(hint: string, options: TextOptions = {}) {
  const { label, allows } = options;
  return lengthOf(options, 3000).meta({ is: 'longText', hint, label, allows });
}

export function number(
  hint: string,
  options: About & { readonly min?: number; readonly max?: number; readonly whole?: boolean } = {},
) {
  const base = options.whole === false ? z.number() : z.int();
  return base
    .min(options.min ?? 0)
    .max(options.max ?? Number.MAX_SAFE_INTEGER)
    .meta({ is: 'number', hint, label: options.label });
}

export function flag(hint: string, options: About = {}) {
  return z.boolean().meta({ is: 'flag', hint, label: options.label });
}

/** A calendar day. Typed as `2026-11-22` or `11/22/2026`. */
export function date(hint: string, options: About = {}) {
  return z.iso
    .date()
    .transform((iso) => Temporal.PlainDate.from(iso))
    .meta({ is: 'date', hint, label: options.label });
}

/** `choices` by value: `{ daily: 'Every day', weekdays: 'Monday to Friday' }`. */
export function choice<const V extends string>(
  hint: string,
  choices: Readonly<Record<V, string>>,
  options: About = {},
) {
  const values = Object.keys(choices) as V[];
  return z.enum(values).meta({ is: 'choice', hint, label: options.label, choices });
}

const platformId = /^(?:discord|slack|playground):\S{1,120}$/;

export function user(hint: string, options: About = {}) {
  return z
    .string()
    .regex(platformId)
    .transform((id) => id as UserId)
    .meta({ is: 'user', hint, label: options.label });
}

export function channel(hint: string, options: About = {}) {
  return z
    .string()
    .regex(platformId)
    .transform((id) => id as ChannelId)
    .meta({ is: 'channel', hint, label: options.label });
}

/** The platform's own id of a role; only Discord has them. */
export function role(hint: string, options: About = {}) {
  return z.string().min(1).max(120).meta({ is: 'role', hint, label: options.label });
}

export function file(
  hint: string,
  options: About & {
    readonly maxBytes?: number;
    readonly mediaTypes?: readonly string[];
  } = {},
) {
  const maxBytes = options.maxBytes ?? 10_000_000;
  return z
    .custom<Upload>((given) => isUpload(given), 'is not a file')
    .refine((given) => given.size <= maxBytes, `is larger than ${maxBytes / 1_000_000} MB`)
    .refine(
      (given) => options.mediaTypes?.includes(given.mediaType) ?? true,
      `must be one of: ${options.mediaTypes?.join(', ')}`,
    )
    .meta({ is: 'file', hint, label: options.label });
}

function isUpload(given: unknown): given is Upload {
  return typeof given === 'object' && given !== null && 'bytes' in given && 'size' in given;
}

interface Property {
  readonly is: Kind;
  readonly hint: string;
  readonly label?: string;
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly default?: string | number | boolean;
  readonly choices?: Readonly<Record<string, string>>;
  readonly allows?: readonly Allowance[];
}

/** `suggests` names the values for which suggestions can be asked. */
export function specsOf(shape: Shape, suggests: readonly string[] = []): readonly Spec[] {
  const schema = z.toJSONSchema(z.strictObject(shape), { io: 'input', unrepresentable: 'any' });
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).map(([name, given]) => {
    const property = given as unknown as Property;
    if (!property.is) throw new Error(`The value ${name} is not made by one of shape.ts's kinds.`);
    return specOf(name, property, required.has(name), suggests.includes(name));
  });
}

function specOf(name: string, from: Property, required: boolean, suggests: boolean): Spec {
  const min = from.minimum ?? from.minLength;
  const max = from.maximum ?? from.maxLength;
  return {
    name,
    is: from.is,
    label: from.label ?? labelOf(name),
    hint: from.hint,
    required: required && from.default === undefined,
    suggests,
    ...(from.type === 'integer' && { whole: true }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && max !== Number.MAX_SAFE_INTEGER && { max }),
    ...(from.choices && {
      choices: Object.entries(from.choices).map(([value, label]) => ({ label, value })),
    }),
    ...(from.default !== undefined && { initial: from.default }),
    ...(from.allows && { allows: from.allows }),
  };
}

function labelOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What can be typed for a choice: `all, 1 (Basic), 2 (Advanced)`. */
export function typedChoices(choices: readonly Choice[]): string {
  return choices
    .map(({ value, label }) =>
      value.toLowerCase() === label.toLowerCase() ? value : `${value} (${label})`,
    )
    .join(', ');
}
