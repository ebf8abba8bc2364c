/** Octets compared by fours: a reading of a `DataView` costs as much as that of one octet. */

/** How much of the last word counts: behind a text stands something else. */
const MASKS = [-1, 0xff, 0xffff, 0xffffff] as const;
const lastMask = (length: number): number => MASKS[length & 3] ?? -1;

/** The octets from here on, what is behind the last as zeros. */
export function wordsOf(view: DataView, from: number, length: number): Int32Array {
  const words = new Int32Array((length + 3) >> 2);
  for (let index = 0; index < words.length; index += 1) words[index] = view.getInt32(from + 4 * index, true);
  if (words.length > 0) words[words.length - 1] = (words.at(-1) ?? 0) & lastMask(length);
  return words;
}

/** Whether the octets at this place are these. */
export function hasWords(view: DataView, at: number, words: Int32Array, length: number): boolean {
  const last = words.length - 1;
  let place = at;
  for (let index = 0; index < last; index += 1, place += 4)
    if (view.getInt32(place, true) !== words[index]) return false;
  return last < 0 || (view.getInt32(place, true) & lastMask(length)) === words[last];
}
