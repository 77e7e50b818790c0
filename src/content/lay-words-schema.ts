// The form of a file in data/codes/: what people say, and what the titles of codes say for it.

import { z } from 'zod';
import { type LayWords, meantCode } from '../core/codes/lay-words.ts';
import { sentence } from './schemas.ts';

const code = z
  .string()
  .regex(
    /^(?:[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?|[A-V]\d{4}|[A-Z]{2}|[0-9A-HJ-NP-Z]{3,7})$/,
    'write the code, or its beginning, as coders do: I21.9, 0DTJ4ZZ, E0114',
  )
  .refine((text) => !/^D\d{4}$/.test(text), 'dental codes belong to the ADA: leave it out')
  .transform(meantCode);

/** At least something must be found by it. */
const entry = z
  .strictObject({
    say: z.array(sentence.max(60)).min(1, 'say what people type'),
    means: z.array(sentence.max(120)).default([]),
    codes: z.array(code).default([]),
  })
  .refine(
    ({ means, codes }) => means.length + codes.length > 0,
    'say what it means in words of the titles, or name a code',
  ) satisfies z.ZodType<LayWords>;

export const layWordsFile = z.strictObject({ words: z.array(entry).min(1) });
