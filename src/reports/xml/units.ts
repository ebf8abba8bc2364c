/**
 * A text twice: to cut from, and as its units, which are read several times as fast. They are bytes where the text is ASCII,
 * as nearly all is: half as much to go through the caches.
 */
export interface Units {
  readonly text: string;
  readonly codes: Uint8Array | Uint16Array;
  /** The same, to read four at a time; undefined where they are no bytes. */
  readonly bytes: DataView | undefined;
}

let shared = Buffer.alloc(0);

/** Good until the next call: all texts take turns in one stretch of memory. */
export function unitsOf(text: string): Units {
  const { length } = text;
  const mostBytes = 3 * length;
  if (shared.length < mostBytes) shared = Buffer.allocUnsafeSlow(mostBytes);
  if (shared.write(text, 'utf8') === length) {
    return { text, codes: new Uint8Array(shared.buffer, 0, length), bytes: new DataView(shared.buffer, 0, length) };
  }
  shared.write(text, 'utf16le');
  return { text, codes: new Uint16Array(shared.buffer, 0, length), bytes: undefined };
}

/** Whether these units are what stands there. */
export function standsAt(text: string, codes: Units['codes'], at: number): boolean {
  const { length } = text;
  let place = 0;
  while (place < length && text.charCodeAt(place) === codes[at + place]) place += 1;
  return place === length;
}
