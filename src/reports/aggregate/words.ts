/**
 * Parts of a document's text compared and hashed by words. Logs do the same to their blocks, in a file of their own: a block
 * has room behind its end, into which a word may reach, while the text of a document ends where it ends, and what is
 * compared with it is as long as a reporter made it and never short. To serve both, one of them would have to ask what it
 * now knows, once for each comparison.
 */

/** Bytes looked at at a time; the last time, some of them for the second time. */
export const WORD = 4;

/** Of at least `WORD` bytes: any number that follows from them. */
export function hashOf(bytes: DataView, start: number, end: number): number {
  let hash = 0;
  const last = end - WORD;
  for (let at = start; at < last; at += WORD) hash = Math.imul(hash ^ bytes.getInt32(at, true), 0x9e3779b1);
  return Math.imul(hash ^ bytes.getInt32(last, true), 0x9e3779b1);
}

/** Whether `part`, of at least `WORD` bytes, stands there. */
export function isAt(part: DataView, bytes: DataView, start: number): boolean {
  const last = part.byteLength - WORD;
  if (start + last + WORD > bytes.byteLength) return false;
  for (let at = 0; at < last; at += WORD)
    if (part.getInt32(at, true) !== bytes.getInt32(start + at, true)) return false;
  return part.getInt32(last, true) === bytes.getInt32(start + last, true);
}
