const ZERO = 0x30;
const BLANK = 0x20;
const HYPHEN = 0x2d;

/** The code a reply begins with: `250 `, `550-`; by characters, since every delivery has one. */
export function replyCodeAt(text: string): number | undefined {
  const first = text.charCodeAt(0) - ZERO;
  if (first !== 2 && first !== 4 && first !== 5) return undefined;
  const [second, third] = [text.charCodeAt(1) - ZERO, text.charCodeAt(2) - ZERO];
  if (!(second >= 0 && second <= 9 && third >= 0 && third <= 9)) return undefined;
  const next = text.charCodeAt(3);
  return next === BLANK || next === HYPHEN || text.length === 3 ? first * 100 + second * 10 + third : undefined;
}
