import { Buffer } from 'node:buffer';
import { bufferOf } from './charset.ts';

/** `signedData` (RFC 5652 §5.1), the whole OID with tag and length. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
const SEQUENCE = 0x30;
const SET = 0x31;
const EXPLICIT = 0xa0;
const OID = 0x06;
const INTEGER = 0x02;
const OCTETS = 0x04;
const OCTETS_IN_PIECES = 0x24;

/** A value of BER: where its content lies. Of an indefinite length, it goes on to the end of what it lies in. */
interface Value {
  readonly start: number;
  readonly end: number;
}

/** Whether S/MIME's opaque signature, whose mail lies within the signed data, begins here. */
export function beginsSignedData(bytes: Uint8Array): boolean {
  if (bytes[0] !== SEQUENCE || bytes.length < 24) return false;
  const data = bufferOf(bytes);
  const value = valueAt(data, SEQUENCE, 0, Number.MAX_SAFE_INTEGER);
  return value !== undefined && data.subarray(value.start, value.start + SIGNED_DATA.length).equals(SIGNED_DATA);
}

/** What was signed, as far as it goes; nothing where the signature stands apart from it. Never throws. */
export function signedContent(bytes: Uint8Array): Uint8Array | undefined {
  const data = bufferOf(bytes);
  // ContentInfo, SignedData, EncapsulatedContentInfo: each holds the next behind what is passed over.
  let within: Value | undefined = { start: 0, end: data.length };
  for (const path of [[SEQUENCE], [OID, EXPLICIT], [SEQUENCE], [INTEGER, SET, SEQUENCE], [OID, EXPLICIT]]) {
    within = within === undefined ? undefined : lastOf(data, path, within);
  }
  if (within === undefined) return undefined;
  const whole = valueAt(data, OCTETS, within.start, within.end);
  if (whole !== undefined) return data.subarray(whole.start, whole.end);
  const pieces = valueAt(data, OCTETS_IN_PIECES, within.start, within.end);
  return pieces === undefined ? undefined : joined(data, pieces);
}

/** The last of values that stand one behind the other. */
function lastOf(data: Buffer, tags: readonly number[], { start, end }: Value): Value | undefined {
  let value: Value | undefined;
  let at = start;
  for (const tag of tags) {
    value = valueAt(data, tag, at, end);
    if (value === undefined) return undefined;
    at = value.end;
  }
  return value;
}

function joined(data: Buffer, { start, end }: Value): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  for (let at = start; at < end;) {
    const piece = valueAt(data, OCTETS, at, end);
    if (piece === undefined) break;
    pieces.push(data.subarray(piece.start, piece.end));
    at = piece.end;
  }
  return pieces.length === 0 ? undefined : Buffer.concat(pieces);
}

function valueAt(data: Buffer, tag: number, at: number, limit: number): Value | undefined {
  const first = data[at + 1];
  if (at + 2 > limit || data[at] !== tag || first === undefined) return undefined;
  if (first < 0x80) return { start: at + 2, end: Math.min(at + 2 + first, limit) };
  const digits = first - 0x80;
  if (digits === 0) return { start: at + 2, end: limit };
  const start = at + 2 + digits;
  if (digits > 4 || start > data.length) return undefined;
  return { start, end: Math.min(start + data.readUIntBE(at + 2, digits), limit) };
}
