import { describe, expect, it } from 'vitest';
import type { CodeEntry } from '../../../src/core/codes/code-entry.ts';
import type { Pages } from '../../../src/core/codes/neighbours.ts';
import { makeQuestion } from '../../../src/core/codes/question.ts';
import {
  type QuestionId,
  readQuestionId,
  writeQuestionId,
} from '../../../src/core/codes/question-id.ts';

const entry = (code: string, billable: boolean, long: string): CodeEntry => ({
  code,
  billable,
  short: long,
  long,
});

const before = [
  entry('E78', false, 'Disorders of lipoprotein metabolism'),
  entry('E780', false, 'Pure hypercholesterolemia'),
  entry('E7800', true, 'Pure hypercholesterolemia, unspecified'),
  entry('E7801', true, 'Familial hypercholesterolemia'),
  entry('E781', true, 'Pure hyperglyceridemia'),
  entry('E782', true, 'Mixed hyperlipidemia'),
  entry('E783', true, 'Hyperchylomicronemia'),
];
const after = [
  ...before.filter(({ code }) => !['E7801', 'E783'].includes(code)),
  entry('E7801', false, 'Familial hypercholesterolemia'),
  entry('E78010', true, 'Homozygous familial hypercholesterolemia'),
  entry('E78019', true, 'Familial hypercholesterolemia, unspecified'),
].map((each) => (each.code === 'E782' ? entry('E782', true, 'Mixed lipidemia') : each));

function pages(entries: readonly CodeEntry[]): Pages {
  const sorted = entries.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return {
    entry: (code) => sorted.find((each) => each.code === code),
    startingWith: (prefix, most) =>
      sorted.filter(({ code }) => code.startsWith(prefix)).slice(0, most),
  };
}

const releases = {
  before: pages(before),
  after: pages(after),
  source: { title: 'The official files' },
  installed: Temporal.PlainDate.from('2026-11-22'),
};

function made(kind: QuestionId['kind'], code: string, seed = 7) {
  const id: QuestionId = {
    codeSet: 'icd-10-cm',
    from: 'FY2025-october',
    to: 'FY2026-october',
    kind,
    code,
    seed,
  };
  return makeQuestion(id, releases);
}

const rightOf = (question: ReturnType<typeof made>) =>
  question?.options.filter(({ right }) => right).map(({ text }) => text);

describe('a question', () => {
  it('has an id from which it is made again, the same', () => {
    const question = made('title', 'E7800', 40_000);
    expect(question?.id).toBe('code.cm.25o-26o.title.E7800.uv4');
    const read = readQuestionId(question?.id ?? '');
    expect(read && makeQuestion(read, releases)).toEqual(question);
    expect(readQuestionId('compliance-042')).toBeUndefined();
    expect(readQuestionId('code.cm.25o-26o.dance.E7800.uv4')).toBeUndefined();
    const quarter = { codeSet: 'hcpcs-level-ii', from: 'CY2026-q2', to: 'CY2026-q3' } as const;
    const id = { ...quarter, kind: 'change', code: 'J0131', seed: 1 } as const;
    expect(readQuestionId(writeQuestionId(id))).toEqual(id);
  });

  it('of title and code asks among neighbours with other titles', () => {
    expect(made('title', 'E78010')?.stem).toBe('What does E78.010 stand for in ICD-10-CM FY2026?');
    expect(rightOf(made('title', 'E78010'))).toEqual(['Homozygous familial hypercholesterolemia']);
    expect(rightOf(made('code', 'E78010'))).toEqual(['E78.010']);
    expect(made('code', 'E78010')?.options).toHaveLength(4);
    expect(made('title', 'E7801')).toBeUndefined();
  });

  it('tells a header from what is billable', () => {
    expect(rightOf(made('header', 'E7801'))).toEqual(['E78.01 Familial hypercholesterolemia']);
    expect(rightOf(made('billable', 'E78010'))).toEqual([
      'E78.010 Homozygous familial hypercholesterolemia',
    ]);
    expect(made('header', 'E78010')).toBeUndefined();
  });

  it('of a change has one answer', () => {
    expect(rightOf(made('change', 'E7801'))).toEqual(['It became a header above new codes.']);
    expect(rightOf(made('change', 'E78010'))).toEqual(['It is new.']);
    expect(rightOf(made('change', 'E783'))).toEqual(['It was deleted.']);
    expect(rightOf(made('change', 'E782'))).toEqual(['It was kept and got another title.']);
    expect(rightOf(made('change', 'E781'))).toEqual(['Nothing: it stayed as it was.']);
    expect(rightOf(made('retitled', 'E782'))).toEqual(['Mixed lipidemia']);
    expect(made('retitled', 'E781')).toBeUndefined();
  });

  it('of what replaced a code offers one that is under it', () => {
    const question = made('replaced', 'E7801');
    expect(rightOf(question)?.[0]).toMatch(/^E78\.01[09] /);
    const wrong = question?.options.filter(({ right }) => !right).map(({ text }) => text);
    expect(wrong?.every((text) => !text.startsWith('E78.01'))).toBe(true);
  });
});
