import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalIp } from '../../../src/reports/aggregate/ip-address.ts';
import { ipInText } from '../../../src/reports/aggregate/ip-in-text.ts';
import { commented, domain, instant, messageCount } from '../../../src/reports/aggregate/values.ts';

describe('an IP address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['255.255.255.255', '255.255.255.255'],
    ['2001:DB8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['1::2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['64:ff9b::192.0.2.1', '64:ff9b::c000:201'],
  ])('%s is written %s', (text, canonical) => {
    expect(canonicalIp(text)).toBe(canonical);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    '1.2.3.4 ',
    ':',
    ':::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '12345::',
    'g::',
    '1:2:3:4:5:6:7::8',
    '::1.2.3',
    '1.2.3.4::',
    'fe80::1%eth0',
    'host.example',
  ])('"%s" is none', (text) => {
    expect(canonicalIp(text)).toBeUndefined();
  });

  it('has one form only, the one browsers use, too', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const canonical = canonicalIp(text);
        if (canonical?.includes(':') === true)
          expect(canonical).toBe(new URL(`http://[${text}]`).hostname.slice(1, -1));
        expect(canonicalIp(canonical ?? 'none')).toBe(canonical);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a time', () => {
  it.each([
    ['0', 0],
    ['1700000000', 1_700_000_000],
    ['1700000000.999', 1_700_000_000],
    ['1700000000999', 1_700_000_000],
    ['2023-11-14T22:13:20Z', 1_700_000_000],
    ['2023-11-14T23:13:20+01:00', 1_700_000_000],
    ['2023-11-14 17:13:20 -0500', 1_700_000_000],
    ['2023-11-14 22:13:20 +0000 UTC', 1_700_000_000],
    ['2023-11-14', 1_699_920_000],
    ['2016-12-31T23:59:60Z', 1_483_228_800],
    ['2017-01-01T00:59:60+01:00', 1_483_228_800],
  ])('%s is %i', (text, seconds) => {
    expect(instant(text)?.seconds).toBe(seconds);
  });

  it.each([
    '',
    '-1',
    '1e9',
    'NaN',
    'tomorrow',
    '2023-02-30',
    '2023-13-01',
    '2023-11-14T25:00:00Z',
    '2023-11-14T23:60:00Z',
    '2023-11-14T23:59:61Z',
    '10000-01-01T00:00:00Z',
    '253402300800',
    '999999999999',
    '12345678901234',
  ])('"%s" is none', (text) => {
    expect(instant(text)).toBeUndefined();
  });
});

describe('a count', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['+5', 5],
    ['12.0', 12],
    ['999999999999999', 999_999_999_999_999],
  ])('%s is %i', (text, count) => {
    expect(messageCount(text)).toBe(count);
  });

  it.each(['', '-1', '1.5', '1e3', '1,234', '0x10', 'NaN', 'Infinity', '9'.repeat(16)])('"%s" is none', (text) => {
    expect(messageCount(text)).toBeUndefined();
  });
});

describe('a domain', () => {
  it.each([
    ['Example.COM', 'example.com'],
    ['example.com.', 'example.com'],
    ['<bounce@Example.com>', 'example.com'],
    ['a@b@example.com', 'example.com'],
    ['Bücher.example', 'xn--bcher-kva.example'],
    ['leser@bücher.example', 'xn--bcher-kva.example'],
    ['no domain …', 'no domain …'],
  ])('%s is read as %s', (text, name) => {
    expect(domain(text)).toBe(name);
  });
});

describe('a result', () => {
  it.each([
    ['pass (2048-bit key)', { result: 'pass', comment: '2048-bit key' }],
    ['Neutral(body hash (sha256) did not verify)', { result: 'neutral', comment: 'body hash (sha256) did not verify' }],
    ['fail ()', { result: 'fail', comment: '' }],
    ['pass', undefined],
    ['pass really', undefined],
    ['(pass)', undefined],
  ])('of "%s" is told from the comment behind it', (text, parts) => {
    expect(commented(text)).toEqual(parts);
  });
});

describe('a text that holds an IP address and nothing else', () => {
  it.each([
    ['[192.0.2.1]', '192.0.2.1'],
    ['192.0.2.1:25', '192.0.2.1'],
    ['[192.0.2.1]:25', '192.0.2.1'],
    ['[2001:DB8::1]:25', '2001:db8::1'],
    ['IPv6:2001:db8::1', '2001:db8::1'],
    ['[IPv6:2001:db8::1]', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('%s is read as %s', (text, ip) => {
    expect(ipInText(text)).toBe(ip);
  });

  it.each([
    '',
    '[]',
    'host.example',
    '192.0.2.0/24',
    '192.0.2.1 192.0.2.2',
    '300.1.2.3',
    '192.0.2.1:port',
    '%',
    '[',
    ':25',
  ])('"%s" is none', (text) => {
    expect(ipInText(text)).toBeUndefined();
  });
});
