/** A value in DER (X.690): its tag octet, its contents, and all of it with its header. */
export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
  readonly whole: Buffer;
}

export const SEQUENCE = 0x30;
export const OBJECT_IDENTIFIER = 0x06;
export const OCTET_STRING = 0x04;

/** A certificate of 64 kB could hold as many values of two octets; none that works holds more than some hundred. */
const MOST_VALUES = 4096;

/** The values that stand one after the other in `octets`, up to the first that is cut off. */
export function derValues(octets: Buffer): DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < octets.length && values.length < MOST_VALUES;) {
    const value = derValueAt(octets, at);
    if (value === undefined) break;
    values.push(value);
    at += value.whole.length;
  }
  return values;
}

function derValueAt(octets: Buffer, at: number): DerValue | undefined {
  const [tag, first] = [octets[at], octets[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  const width = first < 0x80 ? 0 : first & 0x7f;
  // No length at all is BER; more than four octets of it are more than 4 GB.
  if (first === 0x80 || width > 4 || at + 2 + width > octets.length) return undefined;
  const length = width === 0 ? first : octets.readUIntBE(at + 2, width);
  const begin = at + 2 + width;
  if (begin + length > octets.length) return undefined;
  return { tag, content: octets.subarray(begin, begin + length), whole: octets.subarray(at, begin + length) };
}
