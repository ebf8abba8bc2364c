const LF = 0x0a;
const CR = 0x0d;
/** Returns in front of a line feed that are one line's end. Stops a mail of nothing but returns: each would look for the end. */
const RETURNS = 8;

/** Where a line's text stops, and where the next line begins. */
export interface LineEnd {
  readonly stop: number;
  readonly next: number;
}

/**
 * The end of the line that begins at `from`. Lines end as they do in the field: LF, CRLF, CR CR LF, and the bare CR of old
 * Macs. Undefined where more bytes are needed to tell.
 */
export function lineEnd(bytes: Uint8Array, from: number, last: boolean): LineEnd | undefined {
  for (let stop = from; stop < bytes.length; stop += 1) {
    const byte = bytes[stop];
    if (byte === LF) return { stop, next: stop + 1 };
    if (byte !== CR) continue;
    let next = stop + 1;
    while (bytes[next] === CR && next - stop < RETURNS) next += 1;
    if (bytes[next] === LF) return { stop, next: next + 1 };
    // A run of CRs without a LF is as many lines; one that goes on in the next chunk may still get its LF.
    return next < bytes.length || last ? { stop, next: stop + 1 } : undefined;
  }
  return last ? { stop: bytes.length, next: bytes.length } : undefined;
}

export const endsLine = (byte: number | undefined): boolean => byte === LF || byte === CR;

/** Where the line break that stands before `at` begins: CRLF, LF or CR; `at` itself where there is none. */
export function breakBefore(bytes: Uint8Array, at: number, from: number): number {
  let start = at;
  if (start > from && bytes[start - 1] === LF) {
    start -= 1;
    if (start > from && bytes[start - 1] === CR) start -= 1;
  } else if (start > from && bytes[start - 1] === CR) start -= 1;
  return start;
}

/** Whether there is nothing but blanks and line breaks. */
export const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
