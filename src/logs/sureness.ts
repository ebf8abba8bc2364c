/** Characters of a line that are looked at. Stops a line that is nothing but beginnings of what is looked for. */
const LOOKED_AT = 4096;

/**
 * How sure it is that lines are a format's own, 0 to 1: one line that only it writes tells more than many others, which a
 * log of a whole machine has.
 */
export function surenessOf(lines: readonly string[], isOwn: (line: string) => boolean): number {
  const written = lines.filter((line) => line.trim() !== '');
  const own = written.filter((line) => isOwn(line.slice(0, LOOKED_AT))).length;
  return own === 0 ? 0 : 0.5 + own / written.length / 2;
}
