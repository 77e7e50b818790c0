// A rule pack in sentences, in the order in which a member asks: when, how many, of what, and then.

import { sayCredits } from './credits.ts';
import type { Cited, Credential, CycleRule, RulePack, TotalRule } from './rules.ts';

export interface SaidRule {
  readonly text: string;
  readonly cited: Cited;
}

export function saidRules(pack: RulePack): readonly SaidRule[] {
  const { cycle, membership, counting, submission, certificate } = pack;
  const statements = [membership, ...Object.values(counting), ...pack.statements];
  return [
    { text: sayCycle(cycle), cited: cycle },
    ...totals(pack.total),
    ...minimums(pack.credentials),
    ...pack.quotas.map((quota) => ({
      text: `At least ${quota.percent} % of the total: ${quota.title}.`,
      cited: quota,
    })),
    ...statements.flatMap((said) => (said ? [{ text: said.text, cited: said }] : [])),
    ...(submission ? [{ text: sayWindow(submission.opensBefore), cited: submission }] : []),
    ...pack.afterDue.map((step) => ({
      text: `${count(step.days, 'day')} after the due date you hear: ${step.text}`,
      cited: step,
    })),
    ...pack.fees.map((fee) => ({ text: `$${fee.usd}: ${fee.what}.`, cited: fee })),
    ...(certificate
      ? [{ text: `A certificate shows: ${listedItems(certificate.items)}.`, cited: certificate }]
      : []),
  ];
}

/** Credentials that want the same of the same subject are named together. */
function minimums(credentials: readonly Credential[]): readonly SaidRule[] {
  const wanting = credentials.flatMap(({ code, minimum }) => (minimum ? [{ code, minimum }] : []));
  const alike = Map.groupBy(
    wanting,
    ({ minimum: { credits, subject, note } }) => `${credits} ${subject} ${note}`,
  );
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { minimum } = first;
    const codes = same.map(({ code }) => code).join(', ');
    const text = `${codes}: at least ${sayCredits(minimum.credits)} in ${minimum.subject}.`;
    return [{ text, cited: minimum }];
  });
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

function sayCycle(cycle: CycleRule): string {
  switch (cycle.kind) {
    case 'aapc-parity':
      return 'Credits are due every two years, on the membership’s due date.';
    case 'two-year-anniversary':
      return 'Credits are due every two years, counted from the exam.';
    case 'calendar-year':
      return 'Credits are due every calendar year.';
    case 'annual-membership':
      return 'Credits are due every year, with the membership.';
    case 'as-told':
      return 'Credits are due when the body says so.';
  }
}

function totals(rule: TotalRule): readonly SaidRule[] {
  if (rule.kind === 'by-count') {
    const place = (index: number) =>
      index + 1 < rule.credits.length ? `${index + 1}` : `${index + 1} or more`;
    const numbers = rule.credits.map((credits, index) => `${credits} for ${place(index)}`);
    return [{ text: `Credits by the number of credentials: ${numbers.join(', ')}.`, cited: rule }];
  }
  const bases = rule.bases.map((base) => {
    const codes = base.credentials.join(', ');
    const text =
      base.credits === undefined ? 'a number that no page gives' : sayCredits(base.credits);
    return { text: `${codes}: ${text}.`, cited: base };
  });
  const { perExtra, cap } = rule;
  return [
    ...bases,
    ...(perExtra
      ? [{ text: `Each further credential: ${sayCredits(perExtra.value)} more.`, cited: perExtra }]
      : []),
    ...(cap ? [{ text: `At most ${sayCredits(cap.value)}.`, cited: cap }] : []),
  ];
}

function sayWindow(before: { readonly months: number } | { readonly days: number }): string {
  const length = 'months' in before ? count(before.months, 'month') : count(before.days, 'day');
  return `Submissions are taken from ${length} before the due date.`;
}

function listedItems(items: readonly string[]): string {
  return items.map((item) => item.replaceAll('-', ' ')).join(', ');
}
