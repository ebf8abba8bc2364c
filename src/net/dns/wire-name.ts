/** The most labels a name can hold, 255 octets on the wire; so the most pointers an honest one needs, too. */
const MAX_LABELS = 127;
/** RFC 1035 §2.3.4, counted with length octets and the root label. */
const MAX_OCTETS = 255;
const POINTER = 0xc0;
const DOT = 0x2e;

/**
 * A name as it stands on the wire (RFC 1035 §3.1). Labels are octet strings (one character per octet) parted by dots
 * and may hold any octet; the caller has made sure of the lengths (`questionName`).
 */
export function encodeName(name: string): Buffer {
  if (name === '') return Buffer.from([0]);
  const wire = Buffer.alloc(name.length + 2);
  let length = 0;
  for (const label of name.split('.')) {
    wire[length] = label.length;
    wire.write(label, length + 1, 'latin1');
    length += 1 + label.length;
  }
  return wire;
}

export interface WireName {
  /** Octet string: lower case (ASCII letters only), without the final dot; a dot inside a label is `\.`. */
  readonly name: string;
  /** The offset behind the name. */
  readonly next: number;
}

/**
 * The name at `start`, with compression (RFC 1035 §4.1.4). Undefined where there is none: it runs over the end of the
 * message or of 255 octets, or points anywhere but back. Pointers must go back, each before where the last one led, and
 * are counted: a message of nothing but pointers costs no more time than any other.
 */
export function readName(bytes: Uint8Array, start: number): WireName | undefined {
  let name = '';
  let at = start;
  let next: number | undefined;
  let earliest = start;
  let octets = 1;
  let pointers = 0;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) return undefined;
    if (length === 0) return { name, next: next ?? at + 1 };
    if (length >= POINTER) {
      const low = bytes[at + 1];
      if (low === undefined) return undefined;
      next ??= at + 2;
      at = ((length & ~POINTER) << 8) | low;
      if (at >= earliest || ++pointers > MAX_LABELS) return undefined;
      earliest = at;
      continue;
    }
    const end = at + 1 + length;
    octets += 1 + length;
    if (length > 63 || end > bytes.length || octets > MAX_OCTETS) return undefined;
    if (name !== '') name += '.';
    name += lowerLabel(bytes, at + 1, end);
    at = end;
  }
}

function lowerLabel(bytes: Uint8Array, start: number, end: number): string {
  let label = '';
  for (let at = start; at < end; at++) {
    const octet = bytes[at] as number;
    if (octet === DOT) label += '\\.';
    else label += String.fromCharCode(octet >= 0x41 && octet <= 0x5a ? octet | 0x20 : octet);
  }
  return label;
}
