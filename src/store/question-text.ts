// A question as text for its column: days become text and days again.

import type { Answerable } from '../core/quiz/question.ts';

export function questionText(question: Answerable): string {
  return JSON.stringify(question);
}

export function questionFrom(text: string): Answerable {
  const { reviewed, validFrom, validThrough, source, ...rest } = JSON.parse(text);
  const { checked, ...named } = source;
  return {
    ...rest,
    reviewed: Temporal.PlainDate.from(reviewed),
    source: { ...named, ...(checked && { checked: Temporal.PlainDate.from(checked) }) },
    ...(validFrom && { validFrom: Temporal.PlainDate.from(validFrom) }),
    ...(validThrough && { validThrough: Temporal.PlainDate.from(validThrough) }),
  };
}
