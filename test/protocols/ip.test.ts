import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reservedBlock, reservedBlocks, reservedInside } from '../../src/protocols/ip-reserved.ts';
import { parseIp, parseIpv4, parseIpv6, printIp, reverseName, unmapped } from '../../src/protocols/ip.ts';
import {
  mergeRanges,
  networkContains,
  networkOf,
  networkRange,
  parseNetwork,
  printNetwork,
  printRange,
  rangeNetworks,
  type IpRange,
} from '../../src/protocols/network.ts';

const RUNS = { numRuns: 1000 };
const v4 = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((bits) => ({ family: 4 as const, bits: BigInt(bits) }));
const v6 = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }).map((bits) => ({ family: 6 as const, bits }));
const zeros = fc
  .array(fc.constantFrom(0, 0, 0, 1, 0xffff), { minLength: 8, maxLength: 8 })
  .map((words) => ({ family: 6 as const, bits: words.reduce((bits, word) => (bits << 16n) | BigInt(word), 0n) }));
const address = fc.oneof(v4, v6, zeros);

describe('addresses', () => {
  test('a printed address reads as itself', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(parseIp(printIp(one))).toEqual(one);
      }),
      RUNS,
    );
  });

  test('what is an address is what node says, but for zones', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789abF:.:'.split('')), maxLength: 20 });
    fc.assert(
      fc.property(text, (one) => {
        expect(parseIpv4(one) !== undefined).toBe(isIPv4(one));
        expect(parseIpv6(one) !== undefined).toBe(isIPv6(one));
      }),
      { ...RUNS, numRuns: 5000 },
    );
  });

  test.each([
    '192.0.02.1',
    '192.0.2',
    '192.0.2.1.',
    '.1.2.3',
    '256.1.1.1',
    '1.2.3.4.5',
    '0x7f.1',
    ' 1.2.3.4',
    'fe80::1%eth0',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '::192.0.2.01',
    '12345::',
    '1:2:3:4:5:6:7:8::',
    '',
  ])('%j is no address', (text) => expect(parseIp(text)).toBeUndefined());

  test.each([
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:0:0:0:0:0:0', '1::'],
    ['::FFFF:192.0.2.1', '::ffff:192.0.2.1'],
    ['::ffff:c000:201', '::ffff:192.0.2.1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
  ])('%s is printed as %s (RFC 5952)', (text, canonical) => expect(printIp(parseIp(text)!)).toBe(canonical));

  test('an IPv4-mapped address is an IPv4 address in disguise; an IPv4-compatible one is not', () => {
    expect(printIp(unmapped(parseIp('::ffff:192.0.2.1')!))).toBe('192.0.2.1');
    expect(unmapped(parseIp('::192.0.2.1')!).family).toBe(6);
  });

  test('the reverse name has octets or nibbles backwards', () => {
    expect(reverseName(parseIp('192.0.2.1')!)).toBe('1.2.0.192.in-addr.arpa');
    expect(reverseName(parseIp('2001:db8::cb01')!)).toBe(
      '1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa',
    );
  });
});

describe('networks and ranges', () => {
  test.each(['192.0.2.0/33', '192.0.2.0/', '192.0.2.0/024', '192.0.2.0/-1', '2001:db8::/129', '/24', '192.0.2/24'])(
    '%j is no network',
    (text) => expect(parseNetwork(text)).toBeUndefined(),
  );

  test('host bits are cleared', () => {
    expect(printNetwork(parseNetwork('192.0.2.77/24')!)).toBe('192.0.2.0/24');
    expect(printNetwork(parseNetwork('2001:db8::1/0')!)).toBe('::/0');
    expect(printNetwork(parseNetwork('192.0.2.77')!)).toBe('192.0.2.77');
  });

  test('a network holds exactly the addresses of its range', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(v4, v4), fc.tuple(v6, v6)), fc.nat(128), ([one, other], wish) => {
        const network = networkOf(one, one.family === 4 ? wish % 33 : wish);
        const { first, last } = networkRange(network);
        expect(networkContains(network, one)).toBe(true);
        expect(networkContains(network, other)).toBe(other.bits >= first && other.bits <= last);
      }),
      RUNS,
    );
  });

  test('an IPv6 network never holds an IPv4 address', () => {
    expect(networkContains(parseNetwork('::/0')!, parseIp('192.0.2.1')!)).toBe(false);
  });

  test('a range is the networks it is cut into, without gap or overlap', () => {
    fc.assert(
      fc.property(v4, v4, (a, b) => {
        const [first, last] = a.bits < b.bits ? [a.bits, b.bits] : [b.bits, a.bits];
        const range: IpRange = { family: 4, first, last };
        expect(mergeRanges(rangeNetworks(range).map(networkRange))).toEqual([range]);
      }),
      { ...RUNS, numRuns: 200 },
    );
    expect(rangeNetworks({ family: 4, first: 1n, last: 6n }).map(printNetwork)).toEqual([
      '0.0.0.1',
      '0.0.0.2/31',
      '0.0.0.4/31',
      '0.0.0.6',
    ]);
  });

  test('a range is printed as a network where it is one', () => {
    expect(printRange(networkRange(parseNetwork('192.0.2.0/24')!))).toBe('192.0.2.0/24');
    expect(printRange({ family: 4, first: 1n, last: 6n })).toBe('0.0.0.1–0.0.0.6');
  });

  test('ranges that touch are merged, and others are kept apart', () => {
    const range = (first: number, last: number): IpRange => ({ family: 4, first: BigInt(first), last: BigInt(last) });
    expect(mergeRanges([range(9, 9), range(1, 2), range(3, 5), range(4, 4)])).toEqual([range(1, 5), range(9, 9)]);
  });
});

describe('reserved blocks', () => {
  test.each([
    ['10.1.0.0/16', 'private use'],
    ['172.31.255.255', 'private use'],
    ['192.168.0.0/16', 'private use'],
    ['100.64.1.1', 'shared address space of carriers'],
    ['203.0.113.7', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['2001:db8::/32', 'documentation'],
    ['fd00::1', 'unique local'],
    ['fe80::1', 'link local'],
    ['::1', 'loopback'],
  ])('%s is %s', (text, name) => expect(reservedBlock(networkRange(parseNetwork(text)!))?.name).toBe(name));

  test.each(['8.8.8.8', '172.32.0.0', '192.0.3.0/24', '100.128.0.0', '2001:4860::/32', '192.0.0.0/8', '2002::/16'])(
    '%s is public, at least in part',
    (text) => expect(reservedBlock(networkRange(parseNetwork(text)!))).toBeUndefined(),
  );

  test('a wide network takes reserved blocks along', () => {
    const names = reservedInside(networkRange(parseNetwork('192.0.0.0/8')!)).map(({ network }) =>
      printNetwork(network),
    );
    expect(names).toEqual(['192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16']);
  });

  test('every block of the registry is written as a network', () => expect(reservedBlocks()).toHaveLength(28));
});
