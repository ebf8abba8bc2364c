import type { Dkim, DkimSelector } from '../../sources/dkim.ts';

/** Pairs of selectors whose CNAMEs lead to each other's targets: `k2` to `dkim3.…` and `k3` to `dkim2.…`. */
export function crossings({ selectors }: Dkim): [DkimSelector, DkimSelector][] {
  const aliases = selectors.filter(({ via }) => via.length > 0);
  return aliases.flatMap((one, index) =>
    aliases.slice(index + 1).flatMap((other): [DkimSelector, DkimSelector][] => {
      const names = difference(one.selector, other.selector);
      const targets = difference(one.via[0] ?? '', other.via[0] ?? '');
      return names[0] === targets[1] && names[1] === targets[0] ? [[one, other]] : [];
    }),
  );
}

/** What tells two texts apart, between all that they share at their beginnings and ends. */
function difference(one: string, other: string): [string, string] {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}
