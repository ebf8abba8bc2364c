/** Longer stretches are comments, and hardly repeat. */
const LONGEST = 64;

/**
 * A string of its own: a slice keeps all of the text alive that it was cut from, and so a file's worth of pieces.
 * V8 copies what is shorter than 13 by itself.
 */
export const ownCopy = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString());

/**
 * Cuts stretches out of a text, as strings of their own, and hands out the same string for the same stretch as long as it
 * remembers it: a report says `pass`, and each of its domains, in every record. `hash` is any number that follows from the
 * characters; `slots`, a power of two, is how many stretches are remembered.
 */
export function stretches(slots: number): (text: string, start: number, end: number, hash: number) => string {
  const remembered: string[] = Array.from({ length: slots }, () => '');
  return (text, start, end, hash) => {
    const length = end - start;
    if (length > LONGEST) return ownCopy(text.slice(start, end));
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    const known = remembered[slot] ?? '';
    if (known.length === length && isAt(known, text, start)) return known;
    const own = ownCopy(text.slice(start, end));
    remembered[slot] = own;
    return own;
  };
}

/** `startsWith`, for the few characters that these are: half the time. */
export function isAt(part: string, text: string, start: number): boolean {
  for (let at = 0; at < part.length; at += 1) {
    if (part.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}
