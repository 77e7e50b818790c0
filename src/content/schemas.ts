// The form of every file in data/. What a file may hold is said here and nowhere else.

import { z } from 'zod';
import type { NotCovered } from '../core/answers/not-covered.ts';
import type { Passage } from '../core/answers/passage.ts';
import { isCode, mostCodes, plainCode } from '../core/quiz/codes.ts';
import type { Question } from '../core/quiz/question.ts';
import type { Source } from '../core/source.ts';

export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'use small letters, digits and single hyphens: cpc-exam-length',
  );

/** A calendar day. YAML and JSON both hold it as text: `2026-11-22`. */
export const day = z.iso
  .date('write the day as 2026-11-22')
  .transform((text) => Temporal.PlainDate.from(text));

export const sentence = z.string().trim().min(1);

export const source = z
  .strictObject({
    title: sentence,
    url: z.url({ protocol: /^https$/ }).optional(),
    checked: day.optional(),
  })
  .transform(withoutAbsent) satisfies z.ZodType<Source>;

export const grade = z.enum(['V1', 'V2', 'V3']);

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/**
 * A passage of the guide: one Markdown file, its id the file's name. Compiled, as there are hundreds
 * to check at every start.
 */
export const passage = z.compile(
  z
    .strictObject({
      id,
      title: sentence.max(100),
      topics: z.array(id).min(1),
      sources: z.array(source).min(1, 'name at least one source'),
      phrasings: z
        .array(sentence.max(200))
        .min(12, 'give a dozen ways in which members ask for it'),
      verified: day,
      valid_from: day.optional(),
      valid_through: day.optional(),
      pinned: z.boolean().default(false),
      related: z.array(id).default([]),
      text: sentence
        .refine((text) => words(text) >= 40, 'write at least 40 words')
        .refine((text) => words(text) <= 140, 'write at most 140 words: one passage, one question'),
    })
    .transform(({ valid_from, valid_through, ...rest }) =>
      withoutAbsent({ ...rest, validFrom: valid_from, validThrough: valid_through }),
    ),
) satisfies z.ZodType<Passage>;

/** What the guide does not cover, by subject. */
export const notCoveredFile = z.strictObject({
  topics: z
    .array(
      z
        .strictObject({
          id,
          about: sentence.max(120),
          ask: sentence.max(200).optional(),
          offTopic: z.boolean().default(false),
          examples: z.array(sentence.max(200)).min(8, 'give at least eight questions'),
        })
        .transform(withoutAbsent) satisfies z.ZodType<NotCovered>,
    )
    .min(1),
});

const option = z
  .strictObject({
    text: sentence.max(300),
    right: z.boolean().default(false),
    why: sentence.optional(),
  })
  .refine((o) => o.right || o.why !== undefined, 'say why this wrong option is wrong')
  .transform(withoutAbsent);

const commonFields = {
  id,
  stem: sentence.max(1500),
  rationale: sentence.max(1500),
  source,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)], 'write 1, 2 or 3'),
  exams: z.array(z.strictObject({ exam: sentence, domain: sentence })).default([]),
  edition: sentence.optional(),
  valid_from: day.optional(),
  valid_through: day.optional(),
  author: sentence,
  reviewed: day,
};

const single = z.strictObject({
  kind: z.literal('single'),
  ...commonFields,
  options: z
    .array(option)
    .min(3)
    .max(5)
    .refine((all) => all.filter((o) => o.right).length === 1, 'mark exactly one option as right'),
});

const selectAll = z.strictObject({
  kind: z.literal('select-all'),
  ...commonFields,
  options: z
    .array(option)
    .min(3)
    .max(8)
    .refine(
      (all) => all.some((o) => o.right) && all.some((o) => !o.right),
      'mark some options right, not all',
    ),
});

const order = z.strictObject({
  kind: z.literal('order'),
  ...commonFields,
  items: z
    .array(
      z
        .strictObject({ text: sentence.max(300), why: sentence.optional() })
        .transform(withoutAbsent),
    )
    .min(3)
    .max(6),
});

const typed = z.strictObject({
  kind: z.literal('typed'),
  ...commonFields,
  answers: z
    .array(
      z
        .array(sentence.refine((code) => isCode(plainCode(code)), 'write a code: E11.9'))
        .min(1)
        .max(mostCodes),
    )
    .min(1),
});

const part = z.discriminatedUnion('kind', [single, selectAll, order, typed]);

const caseStudy = z.strictObject({
  kind: z.literal('case'),
  ...commonFields,
  note: sentence.max(1500),
  questions: z.array(part).min(2).max(10),
});

type PartEntry = z.output<typeof part>;

function asPart(entry: PartEntry, topic: string) {
  const { valid_from, valid_through, ...rest } = entry;
  return withoutAbsent({ ...rest, topic, validFrom: valid_from, validThrough: valid_through });
}

/** A file of the question bank: one topic and its questions. */
export const questionFile = z
  .strictObject({
    topic: z.strictObject({ id, title: sentence.max(60) }),
    questions: z
      .array(z.discriminatedUnion('kind', [single, selectAll, order, typed, caseStudy]))
      .min(1),
  })
  .transform(({ topic, questions }) => ({
    topic,
    questions: questions.map((entry) => {
      if (entry.kind !== 'case') return asPart(entry, topic.id);
      const { valid_from, valid_through, questions: parts, ...rest } = entry;
      return withoutAbsent({
        ...rest,
        topic: topic.id,
        validFrom: valid_from,
        validThrough: valid_through,
        questions: parts.map((p) => asPart(p, topic.id)),
      });
    }) as readonly Question[],
  }));

type Absent<T> = {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };

/** Drops what is undefined: with `exactOptionalPropertyTypes` an absent field has no key. */
export function withoutAbsent<T extends object>(value: T): Present<T> & Absent<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as Present<T> & Absent<T>;
}
