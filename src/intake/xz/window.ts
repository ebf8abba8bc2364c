/** What was unpacked last, to be copied from: a stretch of memory, at whose end the next bytes are written. */
export interface Window {
  bytes: Uint8Array;
  /** How far back something may be copied from. */
  readonly dictionary: number;
  /** Where the next byte goes. */
  at: number;
  /** Where what may be copied begins. */
  begin: number;
}

/** Bytes one chunk unpacks to at most (The .xz File Format, LZMA2). */
const CHUNK_MOST = 2 * 1024 * 1024;
/** What LZMA tells by the place of a byte, it tells by the lowest four bits of it. */
const PLACES = 16;

export const newWindow = (dictionary: number): Window => ({ bytes: new Uint8Array(0), dictionary, at: 0, begin: 0 });

/** With room for some chunks besides: what may be copied is moved to the front only when it is full. */
const mostBytes = (dictionary: number): number => dictionary + CHUNK_MOST + (dictionary >> 2);

/** Makes room for `count` bytes, at most those of a chunk. What may be copied keeps its place, by its lowest bits. */
export function makeRoom(window: Window, count: number): void {
  const { bytes, dictionary, at, begin } = window;
  const wanted = at + count;
  if (wanted <= bytes.length) return;
  const most = mostBytes(dictionary);
  if (wanted <= most) {
    // Most of what is packed is far smaller than a dictionary.
    window.bytes = new Uint8Array(Math.min(most, Math.max(wanted, 2 * bytes.length)));
    window.bytes.set(bytes.subarray(0, at));
    return;
  }
  const spare = Math.max(0, at - begin - dictionary);
  const from = begin + spare - (spare % PLACES);
  bytes.copyWithin(0, from, at);
  window.at = at - from;
  window.begin = 0;
  // Where the last dictionary was short, what is there has not grown to the full.
  makeRoom(window, count);
}

/**
 * Copies `length` bytes from `distance` bytes ago (1 for the last): they may reach into what is written. False where nothing
 * is that may be copied.
 */
export function copyBack(window: Window, distance: number, length: number): boolean {
  const { bytes, at } = window;
  const from = at - distance;
  if (distance < 1 || distance > window.dictionary || from < window.begin) return false;
  if (distance >= length && length > 32) bytes.copyWithin(at, from, from + length);
  else for (let index = 0; index < length; index += 1) bytes[at + index] = bytes[from + index] as number;
  window.at = at + length;
  return true;
}
