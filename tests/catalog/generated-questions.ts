// Never two right answers: every question that can be made of the official files is looked at, and its
// options are judged by the files themselves, not by how the question was made.

import { expect, it } from 'vitest';
import type { OpenCatalog } from '../../src/catalog/open.ts';
import type { CodeEntry, InstallableSet } from '../../src/core/codes/code-entry.ts';
import { writtenCode } from '../../src/core/codes/code-shapes.ts';
import type { Pages } from '../../src/core/codes/neighbours.ts';
import { makeQuestion } from '../../src/core/codes/question.ts';
import type { QuestionKind } from '../../src/core/codes/question-id.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';

/** In memory, since half a million questions are made. */
interface WholeBook extends Pages {
  readonly all: readonly CodeEntry[];
}

function wholeBook(catalog: OpenCatalog, set: InstallableSet, release: string): WholeBook {
  const book = catalog.book(set, release);
  const all = book?.startingWith('', 200_000) ?? [];
  const byCode = new Map(all.map((entry) => [entry.code, entry]));
  const at = (code: string) => {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.code ?? '') < code) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    all,
    entry: (code) => byCode.get(code),
    startingWith(prefix, most) {
      const from = at(prefix);
      return all.slice(from, Math.min(from + most, at(`${prefix}~`)));
    },
  };
}

/** `opened` gives the catalog with all the official files. */
export function aboutGeneratedQuestions(opened: () => OpenCatalog): void {
  const books = new Map<string, WholeBook>();
  const bookOf = (set: InstallableSet, release: string) =>
    books.getOrInsertComputed(`${set} ${release}`, () => wholeBook(opened(), set, release));

  const make = (
    set: InstallableSet,
    [from, to]: readonly [string, string],
    kind: QuestionKind,
    code: string,
    seed: number,
  ): SingleChoice | undefined =>
    makeQuestion(
      { codeSet: set, from, to, kind, code, seed },
      {
        before: bookOf(set, from),
        after: bookOf(set, to),
        source: { title: 'The official files' },
        installed: Temporal.PlainDate.from('2026-11-22'),
      },
    );

  const latest = [
    ['icd-10-cm', 'FY2026-october'],
    ['icd-10-pcs', 'FY2026-october'],
    ['hcpcs-level-ii', 'CY2019-q1'],
  ] as const;

  it.each(latest)(
    'of every code of %s %s: title and code have one right answer',
    (set, release) => {
      const book = bookOf(set, release);
      const billable = book.all.filter((entry) => entry.billable && !entry.modifier);
      let made = 0;
      const ambiguous: string[] = [];
      for (const [index, { code, long }] of billable.entries()) {
        const byTitle = make(set, [release, release], 'title', code, index);
        const byCode = make(set, [release, release], 'code', code, index);
        if (byTitle && byCode) made += 1;
        const written = writtenCode(set, code);
        const titleFits = (text: string) => text === long;
        const codeFits = (text: string) => book.entry(text.replace('.', ''))?.long === long;
        for (const [question, fits] of [
          [byTitle, titleFits],
          [byCode, codeFits],
        ] as const) {
          if (!question) continue;
          const fitting = question.options.filter(({ text }) => fits(text));
          if (fitting.length !== 1 || !fitting[0]?.right) ambiguous.push(written);
        }
      }
      expect(ambiguous).toEqual([]);
      expect(made / billable.length).toBeGreaterThan(0.999);
    },
    300_000,
  );

  it('of every header of ICD-10-CM: no other option is a header', () => {
    const [set, release] = latest[0];
    const book = bookOf(set, release);
    const headers = book.all.filter(({ billable }) => !billable);
    const wrong = headers.flatMap(({ code }, index) => {
      const question = make(set, [release, release], 'header', code, index);
      const asHeader = question?.options.filter(
        ({ text }) => !book.entry((text.split(' ')[0] ?? '').replace('.', ''))?.billable,
      );
      return question && asHeader?.length === 1 && asHeader[0]?.right ? [] : [code];
    });
    expect(headers.length).toBeGreaterThan(20_000);
    expect(wrong).toEqual([]);
  }, 300_000);

  it.each(['icd-10-cm', 'icd-10-pcs'] as const)(
    'of every change of %s: what happened, what replaced it, what it is called now',
    async (set) => {
      const span = ['FY2025-october', 'FY2026-october'] as const;
      const [before, after] = [bookOf(set, span[0]), bookOf(set, span[1])];
      const diff = await opened().diff(set, ...span);
      const wrong: string[] = [];
      for (const [index, { code, kind }] of (diff?.changes ?? []).entries()) {
        const [old, now] = [before.entry(code), after.entry(code)];
        const truth = !old?.billable
          ? /is new/
          : !now
            ? /deleted/
            : now.billable
              ? /another title/
              : /became a header/;
        const change = make(set, span, 'change', code, index);
        const fitting = change?.options.filter(({ text }) => truth.test(text));
        if (fitting?.length !== 1 || !fitting[0]?.right) wrong.push(`change ${code}`);
        const replaced = make(set, span, 'replaced', code, index);
        const under = replaced?.options.filter(({ text }) =>
          (text.split(' ')[0] ?? '').replace('.', '').startsWith(code),
        );
        if (kind === 'demoted' && (under?.length !== 1 || !under[0]?.right))
          wrong.push(`replaced ${code}`);
        const retitled = make(set, span, 'retitled', code, index);
        const titled = retitled?.options.filter(({ text }) => text === now?.long);
        if (retitled && (titled?.length !== 1 || !titled[0]?.right)) wrong.push(`retitled ${code}`);
      }
      expect(diff?.changes.length).toBeGreaterThan(200);
      expect(wrong).toEqual([]);
    },
    300_000,
  );
}
