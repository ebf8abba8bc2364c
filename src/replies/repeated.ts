import { ownCopy } from '../core/own-copy.ts';
import { recent } from './recent.ts';

/** A day's log repeats some hundred texts to the letter. 4,000 of 250 octets are a megabyte. */
const TEXTS_REMEMBERED = 4_000;
/** A power of two. */
const SLOTS = 4_096;
/** So many letters of a text that an id of a dozen has some of them. */
const SAMPLES = 48;

/** Cheap, and hardly two texts of a log share it; where they do, one is kept for nothing. */
function fingerprint(text: string): number {
  const { length } = text;
  const step = length > SAMPLES ? Math.trunc(length / SAMPLES) : 1;
  let sum = length;
  for (let at = 0; at < length; at += step) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return sum;
}

/**
 * What was worked out for texts that come again to the letter. A text is kept when it is seen a second time: most replies
 * carry an id and never are, and copying each of them would cost as much as working them out.
 */
export function repeated<Value>(work: (text: string) => Value): (text: string) => Value {
  const kept = recent<Value>(TEXTS_REMEMBERED);
  const seen = new Int32Array(SLOTS);
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const value = work(text);
    const print = fingerprint(text);
    const slot = (print ^ (print >>> 12)) & (SLOTS - 1);
    if (seen[slot] === print) kept.set(ownCopy(text), value);
    seen[slot] = print;
    return value;
  };
}
