/** Words longer than this are no typing mistakes of ours; the limit keeps the table small for any input. */
const LONGEST_WORD = 32;

/**
 * The candidate that `word` is most likely a mistyping of: fewest insertions, deletions, replacements and swaps of
 * neighbours, at most `most` of them; of several the first. Upper and lower case are the same.
 */
export function closest<T extends string>(word: string, candidates: readonly T[], most: number): T | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  let best: T | undefined;
  let fewest = most + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < fewest) [best, fewest] = [candidate, distance];
  }
  return best;
}

/** Optimal string alignment distance. */
function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        above[column]! + 1,
        current[column - 1]! + 1,
        above[column - 1]! + same,
        swapped ? before[column - 2]! + 1 : Infinity,
      );
    }
    [before, above] = [above, current];
  }
  return above[to.length]!;
}
