import { TYPE_CODES } from './codes.ts';
import { ipv6Text } from './ipv6-text.ts';
import type { RecordType, RrOf } from '../net.ts';
import type { WireRecord } from './message.ts';
import { readName } from './wire-name.ts';

/** What the data says, without owner and TTL. */
type Data<T extends RecordType> = T extends RecordType ? Omit<RrOf<T>, 'name' | 'ttl' | 'place'> : never;
type Reader<T extends RecordType> = (bytes: Buffer, start: number, end: number) => Data<T> | undefined;

/** A record of one of our types. Undefined where its data is malformed: too short, too long, or no such thing. */
export function readRecord<T extends RecordType>(bytes: Buffer, record: WireRecord, type: T): RrOf<T> | undefined {
  if (record.type !== TYPE_CODES[type]) return undefined;
  const data = (READERS[type] as Reader<RecordType>)(bytes, record.start, record.end);
  return data && ({ name: record.name, ttl: record.ttl, ...data } as unknown as RrOf<T>);
}

const READERS: { readonly [T in RecordType]: Reader<T> } = {
  A: (bytes, start, end) =>
    end - start === 4 ? { type: 'A', address: bytes.subarray(start, end).join('.') } : undefined,
  AAAA: (bytes, start, end) =>
    end - start === 16 ? { type: 'AAAA', address: ipv6Text(bytes.subarray(start, end)) } : undefined,
  CNAME: named('CNAME'),
  NS: named('NS'),
  PTR: named('PTR'),
  TXT: texts('TXT'),
  SPF: texts('SPF'),
  MX(bytes, start, end) {
    const exchange = nameUpTo(bytes, start + 2, end);
    return exchange === undefined ? undefined : { type: 'MX', preference: bytes.readUInt16BE(start), exchange };
  },
  SRV(bytes, start, end) {
    const target = nameUpTo(bytes, start + 6, end);
    if (target === undefined) return undefined;
    const [priority, weight, port] = [0, 2, 4].map((offset) => bytes.readUInt16BE(start + offset)) as Three;
    return { type: 'SRV', priority, weight, port, target };
  },
  SOA(bytes, start, end) {
    const mname = readName(bytes, start);
    const rname = mname && readName(bytes, mname.next);
    if (!mname || !rname || rname.next + 20 !== end) return undefined;
    const number = (index: number): number => bytes.readUInt32BE(rname.next + 4 * index);
    return {
      type: 'SOA',
      mname: mname.name,
      rname: rname.name,
      serial: number(0),
      refresh: number(1),
      retry: number(2),
      expire: number(3),
      minimum: number(4),
    };
  },
  // RFC 8659 §4.1
  CAA(bytes, start, end) {
    const value = start + 2 + (bytes[start + 1] ?? 0);
    if (end - start < 2 || value > end) return undefined;
    const tag = bytes.toString('latin1', start + 2, value).toLowerCase();
    return { type: 'CAA', flags: bytes.readUInt8(start), tag, value: bytes.toString('latin1', value, end) };
  },
  // RFC 6698 §2.1
  TLSA(bytes, start, end) {
    if (end - start < 3) return undefined;
    const [usage, selector, matching] = [...bytes.subarray(start, start + 3)] as Three;
    return { type: 'TLSA', usage, selector, matching, data: bytes.toString('hex', start + 3, end) };
  },
  // RFC 4034 §5.1
  DS(bytes, start, end) {
    if (end - start < 4) return undefined;
    const [algorithm, digestType] = [bytes.readUInt8(start + 2), bytes.readUInt8(start + 3)];
    const digest = bytes.toString('hex', start + 4, end);
    return { type: 'DS', keyTag: bytes.readUInt16BE(start), algorithm, digestType, digest };
  },
  // RFC 4034 §2.1
  DNSKEY(bytes, start, end) {
    if (end - start < 4) return undefined;
    const key = bytes.toString('base64', start + 4, end);
    return { type: 'DNSKEY', flags: bytes.readUInt16BE(start), algorithm: bytes.readUInt8(start + 3), key };
  },
};
type Three = [number, number, number];

function named<T extends 'CNAME' | 'NS' | 'PTR'>(type: T) {
  return (bytes: Buffer, start: number, end: number) => {
    const target = nameUpTo(bytes, start, end);
    return target === undefined ? undefined : ({ type, target } as unknown as Data<T>);
  };
}

/** Character-strings (RFC 1035 §3.3.14); type 99 is the same on the wire (RFC 7208 §3.1). */
function texts<T extends 'TXT' | 'SPF'>(type: T) {
  return (bytes: Buffer, start: number, end: number) => {
    const strings: string[] = [];
    let at = start;
    while (at < end) {
      const next = at + 1 + (bytes[at] as number);
      if (next > end) return undefined;
      strings.push(bytes.toString('latin1', at + 1, next));
      at = next;
    }
    return { type, strings } as unknown as Data<T>;
  };
}

/** A name that takes exactly the rest of the data. */
function nameUpTo(bytes: Buffer, start: number, end: number): string | undefined {
  if (start >= end) return undefined;
  const name = readName(bytes, start);
  return name?.next === end ? name.name : undefined;
}
