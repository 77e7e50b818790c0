// The form of a file in data/calendar/: one code set, its release rules, and what is known of releases.

import { z } from 'zod';
import type { CodeSet } from '../core/calendar/code-set.ts';
import { codeSetContradictions } from './code-set-contradictions.ts';
import { inlineSources } from './rule-pack-sources.ts';
import { day, grade, id, sentence, source, withoutAbsent } from './schemas.ts';

/** Checked in a year that has no February 29: a rule must hold in every year. */
const monthDay = z
  .string()
  .refine(
    (text) => z.iso.date().safeParse(`2001-${text}`).success,
    'write a day that every year has, as 10-01',
  )
  .transform((text) => Temporal.PlainMonthDay.from(text));

const datedSource = source.refine(
  ({ checked }) => checked !== undefined,
  'give the source the day on which it was checked',
);

const cited = { source: datedSource, grade, note: sentence.optional() };

const link = z.strictObject({
  label: sentence.max(75, 'keep the label under 75 letters: it is a button'),
  url: z.url({ protocol: /^https$/ }),
});

const checklist = z.strictObject({
  work: z.array(sentence.max(200)).min(1).max(4),
  study: z.array(sentence.max(200)).min(1).max(4),
});

const files = z
  .strictObject({
    text: sentence,
    days: z.strictObject({ from: monthDay, to: monthDay }).optional(),
    ...cited,
  })
  .transform(withoutAbsent);

const releaseId = z
  .string()
  .regex(
    /^(?:FY\{fiscal_year\}|CY\{year\})(?:-[a-z0-9]+)?$/,
    'name it as an operator types it: FY{fiscal_year}-october, CY{year}-q1',
  );

const releaseName = sentence
  .max(40)
  .regex(/\{(?:fiscal_year|year)\}/, 'put {fiscal_year} or {year} into the name')
  .refine(
    (text) => !/[{}]/.test(text.replaceAll(/\{(?:fiscal_year|year)\}/g, '')),
    'the only gaps in a name are {fiscal_year} and {year}',
  );

const rule = z
  .strictObject({
    effective: monthDay,
    first: day.optional(),
    id: releaseId,
    name: releaseName,
    remark: sentence.optional(),
    files: files.optional(),
    ...cited,
  })
  .transform(withoutAbsent);

const count = z.int().min(0).optional();

const counts = z
  .strictObject({
    changes: count,
    new: count,
    removed: count,
    deleted: count,
    demoted: count,
    revised: count,
    total: count,
    entries: count,
    ...cited,
  })
  .transform(withoutAbsent);

const exception = z
  .strictObject({
    id: z.string().regex(/^(?:FY|CY)\d{4}-[a-z0-9]+$/, 'name it as FY2021-january'),
    name: sentence.max(40),
    ...cited,
  })
  .transform(withoutAbsent);

const knownRelease = z
  .strictObject({
    effective: day,
    exception: exception.optional(),
    unchanged: z.boolean().default(false),
    counts: counts.optional(),
    published: z
      .strictObject({ day, ...cited })
      .transform(withoutAbsent)
      .optional(),
    headlines: z
      .strictObject({ points: z.array(sentence.max(200)).min(1).max(6), ...cited })
      .transform(withoutAbsent)
      .optional(),
    links: z.array(link).max(3).default([]),
  })
  .transform(withoutAbsent);

const fields = z
  .strictObject({
    id,
    name: sentence.max(40),
    publisher: sentence,
    holds: sentence,
    counted: sentence,
    applies_by: sentence,
    day_is: z.enum(['effective', 'release', 'switch']).default('effective'),
    trademark: sentence.optional(),
    noticed_by_default: z.boolean(),
    links: z.array(link).min(1, 'link to the issuer').max(3),
    to_do: z.strictObject({ ahead: checklist, on_the_day: checklist }),
    rules: z.array(rule).min(1, 'say when releases take effect'),
    known: z.array(knownRelease).default([]),
  })
  .transform(({ applies_by, day_is, noticed_by_default, to_do, ...rest }) =>
    withoutAbsent({
      ...rest,
      appliesBy: applies_by,
      dayIs: day_is,
      noticedByDefault: noticed_by_default,
      toDo: { ahead: to_do.ahead, onTheDay: to_do.on_the_day },
    }),
  )
  .superRefine((set, context) => {
    for (const { path, message } of codeSetContradictions(set)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

/** One code set. Its sources stand once at the top and are named by every claim. */
export const codeSet = z.preprocess(inlineSources, fields) satisfies z.ZodType<CodeSet>;
