/** A screen is filled up with blanks to its edge, and what is copied from it may be, too. Replies are padded with fewer. */
const RUN = /(?<! ) {20,}(?=\S)/g;
/** Columns of a terminal. */
const [NARROWEST, WIDEST] = [60, 250];
/** Characters of a line that is put together. */
const LONGEST = 16 * 1024;

/** How wide the screen was that lines were copied from, and how many blanks stand behind each of its rows. */
export interface Padding {
  readonly width: number;
  readonly blanks: number;
}

/** Undefined where lines are not filled up, several of them at the same column. */
export function paddingOf(lines: readonly string[]): Padding | undefined {
  const columns: number[] = [];
  let blanks = WIDEST;
  for (const line of lines) {
    const runs = [...line.matchAll(RUN)].filter(({ index }) => index > 0);
    const [first] = runs;
    if (first === undefined) continue;
    // A blank that the line itself has there is part of the run.
    columns.push(first.index);
    blanks = Math.min(blanks, ...runs.map(([run]) => run.length));
  }
  const width = Math.max(...columns);
  const isScreen = columns.length > 1 && width >= NARROWEST && width <= WIDEST;
  return isScreen && columns.every((column) => width - column <= 1) ? { width, blanks } : undefined;
}

/** `client=unknown[162.`, the blanks to the edge, and `216.193.51]`: without those. */
export function withoutPadding(line: string, padding: Padding | undefined): string {
  if (padding === undefined || line.length > LONGEST) return line;
  const { width, blanks } = padding;
  const filling = ' '.repeat(blanks);
  let text = line;
  for (let edge = width; text.startsWith(filling, edge); edge += width)
    text = text.slice(0, edge) + text.slice(edge + blanks);
  return text;
}
