/** Sixteen octets in the canonical form (RFC 5952 §4): lower case, the longest run of two zero groups or more as `::`. */
export function ipv6Text(octets: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, n) => ((octets[2 * n] as number) << 8) | (octets[2 * n + 1] as number));
  const hex = (from: number, to?: number): string =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  const zeros = longestZeroRun(groups);
  if (zeros.length < 2) return hex(0);
  return `${hex(0, zeros.start)}::${hex(zeros.start + zeros.length)}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 };
  let start = 0;
  for (let at = 0; at <= groups.length; at++) {
    if (groups[at] === 0) continue;
    if (at - start > longest.length) longest = { start, length: at - start };
    start = at + 1;
  }
  return longest;
}
