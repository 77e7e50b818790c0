// Credits come in quarters; sums are kept in whole quarters so that they stay exact.

/** Credits as whole quarters: 1.25 is 5. Throws a RangeError for what is no quarter at all. */
export function toQuarters(credits: number): number {
  if (!isCredits(credits)) throw new RangeError(`${credits} is not a number of quarter credits`);
  return credits * 4;
}

export function toCredits(quarters: number): number {
  return quarters / 4;
}

export function isCredits(value: number): boolean {
  return Number.isSafeInteger(value * 4) && value >= 0;
}

export function sumQuarters(credits: Iterable<number>): number {
  let sum = 0;
  for (const each of credits) sum += toQuarters(each);
  return sum;
}

/** A share of a total, rounded up to the next quarter: 40 % of 17 is 7. */
export function shareOf(credits: number, percent: number): number {
  return toCredits(Math.ceil((toQuarters(credits) * percent) / 100));
}

/** `1 credit`, `1.25 credits`. */
export function sayCredits(credits: number): string {
  return `${credits} ${credits === 1 ? 'credit' : 'credits'}`;
}

const cells = 8;

/** `██████░░ 24/36`. Any credit shows, and the last cell fills only when nothing is missing. */
export function bar(done: number, required: number): string {
  const share = required > 0 ? done / required : 1;
  const filled = share >= 1 ? cells : Math.min(cells - 1, Math.ceil(share * cells));
  return `${'█'.repeat(filled)}${'░'.repeat(cells - filled)} ${done}/${required}`;
}
