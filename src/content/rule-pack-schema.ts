// The form of a file in data/credentials/: the continuing-education rules of one certifying body.

import { z } from 'zod';
import type { RulePack } from '../core/ceu/rules.ts';
import { contradictions } from './rule-pack-contradictions.ts';
import { inlineSources } from './rule-pack-sources.ts';
import { day, grade, id, sentence, source, withoutAbsent } from './schemas.ts';

const isQuarters = (value: number) => value > 0 && Number.isInteger(value * 4);
const credits = z.number().refine(isQuarters, 'write credits above 0 in quarters: 16, 1.25');

const code = z
  .string()
  .regex(/^[A-Z]+(?:-[A-Z]+)*$/, 'write the credential as people do behind their name: CPC, CCS-P');

const datedSource = source.refine(
  ({ url, checked }) => url !== undefined && checked !== undefined,
  'give the source its address and the day on which it was checked',
);

const cited = { source: datedSource, grade, note: sentence.optional() };
const statement = z.strictObject({ text: sentence, ...cited }).transform(withoutAbsent);

const minimum = z
  .strictObject({ credits, subject: sentence, ...cited })
  .transform(withoutAbsent)
  .optional();

const credential = z
  .strictObject({
    code,
    title: sentence,
    kind: z.enum(['core', 'specialty']).default('core'),
    apprentice: z.boolean().default(false),
    replaces: z.array(code).default([]),
    minimum,
  })
  .transform(withoutAbsent);

const category = z
  .strictObject({
    id,
    title: sentence.max(75, 'keep it under 75 letters: it is a choice in a list'),
    quotas: z.array(id).default([]),
    asks_approved_for: z.boolean().default(false),
  })
  .transform(({ asks_approved_for, ...rest }) => ({ ...rest, asksApprovedFor: asks_approved_for }));

const cycleFields = { question: sentence, ...cited };

const cycle = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.enum(['aapc-parity', 'annual-membership', 'as-told']),
      ...cycleFields,
    })
    .transform(withoutAbsent),
  z
    .strictObject({
      kind: z.literal('calendar-year'),
      months_to_first_due: z.number().int().min(1).max(12).optional(),
      ...cycleFields,
    })
    .transform(({ months_to_first_due, ...rest }) =>
      withoutAbsent({ ...rest, monthsToFirstDue: months_to_first_due }),
    ),
  z
    .strictObject({
      kind: z.literal('two-year-anniversary'),
      last_day: z.enum(['anniversary', 'day-before']),
      ...cycleFields,
    })
    .transform(({ last_day, ...rest }) => withoutAbsent({ ...rest, lastDay: last_day })),
]);

const number = z.strictObject({ value: credits, ...cited }).transform(withoutAbsent);

const byCount = z
  .strictObject({
    kind: z.literal('by-count'),
    credits: z.array(credits).min(1, 'say how many credits one credential takes'),
    ...cited,
  })
  .transform(withoutAbsent);

const highestPlusExtra = z
  .strictObject({
    kind: z.literal('highest-plus-extra'),
    bases: z.array(
      z
        .strictObject({ credits: credits.optional(), credentials: z.array(code).min(1), ...cited })
        .transform(withoutAbsent),
    ),
    per_extra: number.optional(),
    cap: number.optional(),
  })
  .transform(({ per_extra, ...rest }) => withoutAbsent({ ...rest, perExtra: per_extra }));

const quota = z
  .strictObject({
    id,
    title: sentence,
    percent: z.number().int().min(1).max(100),
    cycles_from: day.optional(),
    ...cited,
  })
  .transform(({ cycles_from, ...rest }) => withoutAbsent({ ...rest, cyclesFrom: cycles_from }));

const counting = z
  .strictObject({
    no_carry_over: statement.optional(),
    renewal_month_choice: statement.optional(),
    once_ever: statement.optional(),
    pro_rated: statement.optional(),
    one_of_each_kind: statement.optional(),
  })
  .transform((rules) =>
    withoutAbsent({
      noCarryOver: rules.no_carry_over,
      renewalMonthChoice: rules.renewal_month_choice,
      onceEver: rules.once_ever,
      proRated: rules.pro_rated,
      oneOfEachKind: rules.one_of_each_kind,
    }),
  );

const before = z.number().int().min(1);

const submission = z
  .strictObject({
    opens_before: z.union([
      z.strictObject({ months: before.max(12) }),
      z.strictObject({ days: before.max(365) }),
    ]),
    ...cited,
  })
  .transform(({ opens_before, ...rest }) => withoutAbsent({ ...rest, opensBefore: opens_before }));

const afterDueStep = z
  .strictObject({ days: z.number().int().min(1), text: sentence, ...cited })
  .transform(withoutAbsent);

const fee = z
  .strictObject({ what: sentence, usd: z.number().positive(), ...cited })
  .transform(withoutAbsent);

const certificate = z
  .strictObject({
    items: z.array(z.enum(['index-number', 'sponsor', 'title', 'credits', 'completed-on'])).min(1),
    ...cited,
  })
  .transform(withoutAbsent);

const apprenticeship = z
  .strictObject({
    ways: z
      .array(
        z.strictObject({
          months: z.number().int().min(0).max(60),
          proofs: z.number().int().min(0).max(2),
        }),
      )
      .min(1),
    ...cited,
  })
  .transform(withoutAbsent);

const ask = z.strictObject({
  when: z.enum([
    'always',
    'first-cycle',
    'credential-added',
    'apprentice',
    'several-credentials',
    'cap-reached',
    'number-unknown',
    'quota-straddles',
  ]),
  about: z.enum(['total', 'due', 'quota']),
  text: sentence,
});

const fields = z
  .strictObject({
    body: z.strictObject({ id, name: sentence, site: z.url(), tracker: sentence }),
    checked: day,
    credentials: z.array(credential).min(1),
    categories: z.array(category).min(1),
    cycle,
    membership: statement.optional(),
    total: z.discriminatedUnion('kind', [byCount, highestPlusExtra]),
    quotas: z.array(quota).default([]),
    counting,
    submission: submission.optional(),
    after_due: z.array(afterDueStep).default([]),
    fees: z.array(fee).default([]),
    certificate: certificate.optional(),
    apprenticeship: apprenticeship.optional(),
    statements: z.array(statement).default([]),
    asks: z.array(ask).default([]),
  })
  .transform(({ after_due, ...rest }) => withoutAbsent({ ...rest, afterDue: after_due }))
  .superRefine((pack, context) => {
    for (const { path, message } of contradictions(pack)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

/** One certifying body. Its sources stand once at the top and are named by every rule. */
export const rulePack = z.preprocess(inlineSources, fields) satisfies z.ZodType<RulePack>;
