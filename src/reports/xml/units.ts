import { ownCopy } from '../../core/own-copy.ts';

/**
 * A text twice: to cut from, and as its units, which are read several times as fast. They are bytes where the text is ASCII,
 * as nearly all is: half as much to go through the caches.
 */
export interface Units {
  readonly front: string;
  readonly back: string;
  joined: string | undefined;
  readonly codes: Uint8Array | Uint16Array;
  /** The same, to read four at a time; undefined where they are no bytes. */
  readonly bytes: DataView | undefined;
}

let shared = Buffer.alloc(0);

/**
 * Of a text in two parts, which are joined where somebody asks for the text: hardly anybody does, and it would be written down
 * once more for that. Good until the next call: all texts take turns in one stretch of memory.
 */
export function unitsOf(front: string, back: string): Units {
  const length = front.length + back.length;
  const mostBytes = 3 * length;
  if (shared.length < mostBytes) shared = Buffer.allocUnsafeSlow(mostBytes);
  const isAscii = writeBoth(front, back, 'utf8') === length;
  if (!isAscii) writeBoth(front, back, 'utf16le');
  return {
    front,
    back,
    joined: front === '' ? back : undefined,
    codes: isAscii ? new Uint8Array(shared.buffer, 0, length) : new Uint16Array(shared.buffer, 0, length),
    bytes: isAscii ? new DataView(shared.buffer, 0, length) : undefined,
  };
}

/** The text itself. */
export const textOf = (units: Units): string => (units.joined ??= units.front + units.back);

/** A stretch of it, as a string of its own. */
export const cutOut = (units: Units, start: number, end: number): string =>
  units.bytes === undefined ? ownCopy(textOf(units).slice(start, end)) : shared.toString('latin1', start, end);

function writeBoth(front: string, back: string, encoding: 'utf8' | 'utf16le'): number {
  const written = front === '' ? 0 : shared.write(front, encoding);
  return written + shared.write(back, written, encoding);
}

/** Whether these units are what stands there. */
export function standsAt(text: string, codes: Units['codes'], at: number): boolean {
  const { length } = text;
  let place = 0;
  while (place < length && text.charCodeAt(place) === codes[at + place]) place += 1;
  return place === length;
}
