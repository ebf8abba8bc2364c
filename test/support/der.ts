import { OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE } from '../../src/protocols/der.ts';

/** A value written in DER (X.690), as src/protocols/der.ts reads it: its contents are the parts, one after the other. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(content.length)]), content]);
}

/** In as few octets as it takes (X.690 §10.1). */
function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  return [0x80 | octets.length, ...octets];
}

export const TRUE = der(0x01, Buffer.from([0xff]));
export const NULL = der(0x05);

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(SEQUENCE, ...parts);
export const set = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts);
/** Big-endian; a first octet from 0x80 on makes it negative. */
export const integer = (...octets: readonly number[]): Buffer => der(0x02, Buffer.from(octets));
export const octetString = (octets: Uint8Array): Buffer => der(OCTET_STRING, octets);
export const bitString = (octets: Uint8Array, unusedBits = 0): Buffer => der(0x03, Buffer.from([unusedBits]), octets);
export const utf8String = (text: string): Buffer => der(0x0c, Buffer.from(text));
export const ia5String = (text: string): Buffer => der(0x16, Buffer.from(text, 'latin1'));

/** From its numbers with dots: `2.5.29.17`. */
export function objectIdentifier(numbers: string): Buffer {
  const [first = 0, second = 0, ...rest] = numbers.split('.').map(Number);
  const base128 = (value: number): number[] =>
    value < 0x80 ? [value] : [...base128(value >> 7).map((octet) => octet | 0x80), value & 0x7f];
  return der(OBJECT_IDENTIFIER, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** A time as certificates write it: UTCTime up to 2049, GeneralizedTime from then on (RFC 5280 §4.1.2.5). */
export function time(date: Date): Buffer {
  const text = `${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
  return date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(text.slice(2))) : der(0x18, Buffer.from(text));
}
