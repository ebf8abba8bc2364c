/** Ascending numbers, short: `1:3,7`, as IMAP writes sets of messages (RFC 9051 §9, sequence-set). */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: string[] = [];
  for (let at = 0; at < numbers.length;) {
    const first = numbers[at] ?? 0;
    let last = first;
    while (numbers[at + 1] === last + 1) {
      last += 1;
      at += 1;
    }
    ranges.push(first === last ? `${first}` : `${first}:${last}`);
    at += 1;
  }
  return ranges.join(',');
}

/** More than are ever written at once: a damaged file must not make a few digits into gigabytes. */
const MOST_NUMBERS = 100_000;

/** The numbers of such a text; undefined where it is none. */
export function numbersOf(ranges: string): number[] | undefined {
  const numbers: number[] = [];
  for (const range of ranges.split(',')) {
    const [, from, to = from] = /^(\d{1,10})(?::(\d{1,10}))?$/.exec(range) ?? [];
    if (from === undefined) return undefined;
    const [first, last] = [Number(from), Number(to)];
    if (last < first || last - first >= MOST_NUMBERS - numbers.length) return undefined;
    for (let number = first; number <= last; number++) numbers.push(number);
  }
  return numbers;
}
