// The form of a file in data/exams/.

import { z } from 'zod';
import type { Blueprint } from '../core/exams/blueprint.ts';
import { grade, sentence, source, withoutAbsent } from './schemas.ts';

const kinds = ['single', 'select-all', 'order', 'typed', 'case'] as const;

const domain = z
  .strictObject({
    title: sentence.max(60),
    count: z.int().min(1).max(100),
    domains: z.array(sentence).min(1).optional(),
    topics: z.array(sentence).min(1).optional(),
  })
  .refine(({ domains, topics }) => domains || topics, 'say where its questions come from')
  .transform(({ domains, topics, ...rest }) => ({
    ...rest,
    from: withoutAbsent({ domains, topics }),
  }));

const fields = z.strictObject({
  exam: z.string().regex(/^[A-Z-]{2,8}$/, 'write the exam as people do: CPC'),
  name: sentence.max(100),
  body: sentence.max(20),
  kind: z.enum(['mock', 'practice']),
  sources: z.record(z.string(), source),
  facts: z.array(z.strictObject({ text: sentence.max(200), source: sentence, grade })).max(6),
  seconds_each: z.int().min(20).max(600).optional(),
  pass: z.strictObject({ percent: z.int().min(1).max(100), source: sentence, grade }).optional(),
  kinds: z
    .array(z.enum(kinds))
    .min(1)
    .default([...kinds]),
  domains: z.array(domain).min(1).max(12),
  limits: z.array(sentence.max(300)).min(1, 'say what such a set cannot tell').max(4),
});

export const examFile = fields
  .superRefine((file, ctx) => {
    const cited = [...file.facts, ...(file.pass ? [file.pass] : [])];
    for (const fact of cited)
      if (!(fact.source in file.sources))
        ctx.addIssue({ code: 'custom', message: `there is no source “${fact.source}”` });
    if (file.kind === 'mock' && file.facts.length === 0)
      ctx.addIssue({ code: 'custom', message: 'a mock exam needs facts of the real one' });
  })
  .transform(({ sources, facts, pass, seconds_each, ...rest }) => {
    const cite = <T extends { readonly source: string }>({ source: name, ...fact }: T) => {
      const found = sources[name];
      if (!found) throw new Error(`There is no source ${name}.`);
      return { ...fact, source: found };
    };
    return withoutAbsent({
      ...rest,
      secondsEach: seconds_each,
      facts: facts.map(cite),
      pass: pass && cite(pass),
    });
  }) satisfies z.ZodType<Blueprint>;
