import { isAscii } from 'node:buffer';

/** Bytes that have come and are still needed: one buffer, which grows with the largest value and is used again. */
export interface HeldBytes {
  readonly bytes: Buffer;
  readonly end: number;
  /** Adds a copy, and lets go of what stands before `from` where room is needed: by so many bytes all has moved. */
  add(more: Uint8Array, from: number): number;
  text(from: number, to: number): string;
}

/** Octets behind the last that may be read, so that words can be compared there. */
export const SLACK = 8;

export function heldBytes(): HeldBytes {
  // No larger than what comes: a service's posts may lie in a file each.
  let bytes: Buffer = Buffer.alloc(0);
  let end = 0;
  return {
    get bytes() {
      return bytes;
    },
    get end() {
      return end;
    },
    add(more, from) {
      let moved = 0;
      if (end + more.length + SLACK > bytes.length) {
        moved = from;
        bytes.copyWithin(0, from, end);
        end -= moved;
        if (end + more.length + SLACK > bytes.length) {
          const larger = Buffer.allocUnsafeSlow(Math.max(2 * bytes.length, end + more.length + SLACK));
          bytes.copy(larger, 0, 0, end);
          bytes = larger;
        }
      }
      bytes.set(more, end);
      end += more.length;
      return moved;
    },
    text: (from, to) =>
      isAscii(bytes.subarray(from, to)) ? bytes.toString('latin1', from, to) : bytes.toString('utf8', from, to),
  };
}
