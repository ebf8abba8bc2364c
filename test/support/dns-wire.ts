import { isIPv4 } from 'node:net';
import { CLASS_IN, TYPE_CODES } from '../../src/net/dns/codes.ts';
import type { Rr } from '../../src/net/net.ts';

/** Encoding for test servers: plain, without compression, written apart from the code under test. */
export function wireRecord(rr: Rr): Buffer {
  const data = wireData(rr);
  return Buffer.concat([
    wireName(rr.name),
    u16(TYPE_CODES[rr.type]),
    u16(CLASS_IN),
    u32(rr.ttl),
    u16(data.length),
    data,
  ]);
}

export const wireName = (name: string): Buffer =>
  Buffer.concat([...(name === '' ? [] : name.split('.').map(characterString)), Buffer.from([0])]);

export const u16 = (...numbers: number[]): Buffer => Buffer.from(numbers.flatMap((n) => [n >> 8, n & 0xff]));
export function u32(...numbers: number[]): Buffer {
  return u16(...numbers.flatMap((n) => [Math.floor(n / 0x1_0000), n % 0x1_0000]));
}
const u8 = (...numbers: number[]): Buffer => Buffer.from(numbers);
const octets = (text: string): Buffer => Buffer.from(text, 'latin1');
const characterString = (text: string): Buffer => Buffer.concat([u8(text.length), octets(text)]);

function wireData(rr: Rr): Buffer {
  switch (rr.type) {
    case 'A':
    case 'AAAA':
      return isIPv4(rr.address) ? u8(...rr.address.split('.').map(Number)) : wireIpv6(rr.address);
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return wireName(rr.target);
    case 'MX':
      return Buffer.concat([u16(rr.preference), wireName(rr.exchange)]);
    case 'TXT':
    case 'SPF':
      return Buffer.concat(rr.strings.map(characterString));
    case 'SOA': {
      const numbers = u32(rr.serial, rr.refresh, rr.retry, rr.expire, rr.minimum);
      return Buffer.concat([wireName(rr.mname), wireName(rr.rname), numbers]);
    }
    case 'SRV':
      return Buffer.concat([u16(rr.priority, rr.weight, rr.port), wireName(rr.target)]);
    case 'CAA':
      return Buffer.concat([u8(rr.flags), characterString(rr.tag), octets(rr.value)]);
    case 'TLSA':
      return Buffer.concat([u8(rr.usage, rr.selector, rr.matching), Buffer.from(rr.data, 'hex')]);
    case 'DS':
      return Buffer.concat([u16(rr.keyTag), u8(rr.algorithm, rr.digestType), Buffer.from(rr.digest, 'hex')]);
    case 'DNSKEY':
      return Buffer.concat([u16(rr.flags), u8(3, rr.algorithm), Buffer.from(rr.key, 'base64')]);
    default:
      throw new TypeError(`no wire form of ${JSON.stringify(rr)}`);
  }
}

/** Lets the URL parser expand the address, then fills the gap. */
function wireIpv6(address: string): Buffer {
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const groups = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
  const [left, right] = [groups(head), groups(tail ?? '')];
  return u16(...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right);
}
