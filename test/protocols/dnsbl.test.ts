import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressEntry, domainEntry, readListing, testEntries } from '../../src/protocols/dnsbl.ts';
import { parseIp, printIp } from '../../src/protocols/ip.ts';

const ip = (text: string) => {
  const address = parseIp(text);
  if (address === undefined) throw new Error(text);
  return address;
};

describe('the names lists are asked for', () => {
  test('an IPv4 address is reversed octet by octet (RFC 5782 §2.1)', () => {
    expect(addressEntry(ip('192.0.2.99'), 'bad.example.com')).toBe('99.2.0.192.bad.example.com');
  });

  test('an IPv6 address is reversed nibble by nibble (RFC 5782 §2.4)', () => {
    expect(addressEntry(ip('2001:db8:1:2:3:4:567:89ab'), 'ugly.example.com')).toBe(
      'b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ugly.example.com',
    );
  });

  test('a domain stands as it is (RFC 5782 §3)', () => {
    expect(domainEntry('example.com', 'dbl.example.net')).toBe('example.com.dbl.example.net');
  });

  test('test entries are those of RFC 5782 §5', () => {
    expect(testEntries('ipv4', 'bl')).toEqual({ listed: '2.0.0.127.bl', clear: '1.0.0.127.bl' });
    expect(testEntries('ipv6', 'bl').listed).toBe(addressEntry(ip('::ffff:7f00:2'), 'bl'));
    expect(testEntries('ipv6', 'bl').clear).toBe(addressEntry(ip('::ffff:7f00:1'), 'bl'));
    expect(testEntries('domain', 'bl')).toEqual({ listed: 'test.bl', clear: 'invalid.bl' });
  });
});

describe('what the answers mean', () => {
  test.each([
    [['127.0.0.2'], 'listed'],
    [['127.0.0.10', '127.0.0.4'], 'listed'],
    [['127.0.1.2'], 'listed'],
    [['127.255.255.252'], 'refused'],
    [['127.255.255.254'], 'refused'],
    [['127.255.255.255'], 'refused'],
    [['127.255.255.7'], 'refused'],
    [['127.0.0.1'], 'refused'],
    [['127.0.0.4', '127.255.255.255'], 'refused'],
    [['203.0.113.7'], 'refused'],
    [['127.0.0.2', '203.0.113.7'], 'refused'],
  ] as const)('%j is %s', (addresses, state) => {
    expect(readListing(addresses).state).toBe(state);
  });

  test('a listing gives all codes, in order', () => {
    expect(readListing(['127.0.0.4', '127.0.0.10'])).toEqual({ state: 'listed', codes: ['127.0.0.10', '127.0.0.4'] });
  });

  test('nothing outside 127/8, and nothing among the errors, is ever a listing', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(255), (bits, last) => {
        const other = printIp({ family: 4, bits: BigInt(bits) });
        fc.pre(!other.startsWith('127.'));
        expect(readListing([other]).state).toBe('refused');
        expect(readListing(['127.0.0.2', `127.255.255.${last}`]).state).toBe('refused');
      }),
      { numRuns: 200 },
    );
  });
});
