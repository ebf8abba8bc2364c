import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as examples from '../../src/checks/dane/example-certificates.ts';
import { readCertificate, type Certificate } from '../../src/protocols/certificate.ts';
import { daneVerdict } from '../../src/protocols/tlsa-chain.ts';
import {
  associationData,
  isAbout,
  isUsable,
  recordFor,
  tlsaProblems,
  tlsaText,
  type TlsaData,
} from '../../src/protocols/tlsa.ts';
import { issue, type Issued } from '../support/certificates.ts';
import { expectInside } from '../support/ranges.ts';
import { cpuTime } from '../support/cpu-time.ts';

const NOW = new Date('2026-11-01');
const HOST = 'mail.example.com';

const ROOT = issue({ organisation: 'Example Trust', commonName: 'Example Root', authority: true });
const MIDDLE = issue({ organisation: 'Example Trust', commonName: 'Example Middle', authority: true, issuer: ROOT });
const LEAF = issue({ names: [HOST], issuer: MIDDLE });
const STRANGER = issue({ names: [HOST], organisation: 'Stranger' });

const certificate = ({ der }: Issued): Certificate => {
  const read = readCertificate(der);
  if (read === undefined) throw new Error('no certificate');
  return read;
};
const record = (usage: number, selector: number, matching: number, of: Issued): TlsaData => ({
  usage,
  selector,
  matching,
  data: associationData(certificate(of), selector, matching) ?? '',
});
const verdict = (
  records: readonly TlsaData[],
  chain: readonly Issued[],
  names: readonly string[] = [HOST],
  now = NOW,
) => daneVerdict(records, chain.map(certificate), names, now).state;
const codes = (usage: number, selector: number, matching: number, data: string) =>
  tlsaProblems({ usage, selector, matching, data }).map(({ code }) => code);

const SHA256 = 'ab'.repeat(32);

describe('a TLSA record', () => {
  test.each([
    [3, 1, 1, SHA256, []],
    [2, 0, 2, SHA256 + SHA256, []],
    [0, 1, 1, SHA256, ['pkix-usage']],
    [1, 0, 1, SHA256, ['pkix-usage']],
    [4, 1, 1, SHA256, ['unknown-usage']],
    [255, 1, 1, SHA256, ['unknown-usage']],
    [3, 2, 1, SHA256, ['unknown-selector']],
    [3, 1, 3, SHA256, ['unknown-matching']],
    [3, 1, 1, '', ['digest-length']],
    [3, 1, 1, 'ab'.repeat(20), ['digest-length']],
    [3, 1, 2, SHA256, ['digest-length']],
    [3, 1, 1, SHA256 + SHA256, ['digest-length']],
    [3, 0, 0, '', ['not-a-certificate']],
    [3, 1, 0, SHA256, ['not-a-key']],
    [1, 9, 9, '', ['pkix-usage', 'unknown-selector', 'unknown-matching']],
  ] as const)('%i %i %i %s has the problems %j', (usage, selector, matching, data, expected) => {
    expect(codes(usage, selector, matching, data)).toEqual(expected);
    expect(isUsable({ usage, selector, matching, data })).toBe(expected.length === 0);
  });

  test('may hold a whole certificate, or a whole key, and not one for the other', () => {
    expect(codes(2, 0, 0, ROOT.der.toString('hex'))).toEqual([]);
    expect(codes(2, 1, 0, ROOT.spki.toString('hex'))).toEqual([]);
    expect(codes(2, 0, 0, ROOT.spki.toString('hex'))).toEqual(['not-a-certificate']);
    expect(codes(2, 1, 0, ROOT.der.toString('hex'))).toEqual(['not-a-key']);
  });

  test('shows where its problems are', () => {
    const wrong: TlsaData = { usage: 255, selector: 12, matching: 7, data: 'abcd' };
    const text = tlsaText(wrong);
    expect(tlsaProblems(wrong).map(({ start, end }) => text.slice(start, end))).toEqual(['255', '12', '7']);
    const short: TlsaData = { usage: 3, selector: 1, matching: 1, data: 'abcd' };
    expect(tlsaProblems(short).map(({ start, end }) => tlsaText(short).slice(start, end))).toEqual(['abcd']);
  });

  test('of whatever fields makes nothing throw, and every range lies inside', () => {
    const field = fc.oneof(fc.nat(4), fc.nat(255));
    const data = fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes).toString('hex'));
    fc.assert(
      fc.property(fc.record({ usage: field, selector: field, matching: field, data }), (any) => {
        const text = tlsaText(any);
        expectInside(text, tlsaProblems(any));
        expect(isAbout(any, certificate(LEAF))).toBe(false);
        daneVerdict([any], [certificate(LEAF), certificate(ROOT)], [HOST], NOW);
      }),
      { numRuns: 500 },
    );
  });
});

describe('association data', () => {
  const sha = (algorithm: string, octets: Buffer) => createHash(algorithm).update(octets).digest('hex');

  test.each([
    [0, 0, LEAF.der.toString('hex')],
    [0, 1, sha('sha256', LEAF.der)],
    [0, 2, sha('sha512', LEAF.der)],
    [1, 0, LEAF.spki.toString('hex')],
    [1, 1, sha('sha256', LEAF.spki)],
    [1, 2, sha('sha512', LEAF.spki)],
    [2, 1, undefined],
    [1, 3, undefined],
  ])('for selector %i and matching type %i', (selector, matching, expected) => {
    expect(associationData(certificate(LEAF), selector, matching)).toBe(expected);
  });

  test('to publish is that of the key', () => {
    expect(tlsaText(recordFor(certificate(LEAF)))).toBe(`3 1 1 ${sha('sha256', LEAF.spki)}`);
  });

  test('in capitals is the same', () => {
    const { data, ...rest } = record(3, 1, 1, LEAF);
    expect(isAbout({ ...rest, data: data.toUpperCase() }, certificate(LEAF))).toBe(true);
  });

  test('of the examples belongs to their certificates', () => {
    const of = (der: string, selector: number, matching: number) => {
      const read = readCertificate(Buffer.from(der, 'base64'));
      return read === undefined ? '' : associationData(read, selector, matching);
    };
    expect(of(examples.LEAF, 1, 1)).toBe(examples.LEAF_KEY_SHA256);
    expect(of(examples.LEAF, 1, 2)).toBe(examples.LEAF_KEY_SHA512);
    expect(of(examples.LEAF, 1, 0)).toBe(examples.LEAF_KEY);
    expect(of(examples.LEAF, 0, 1)).toBe(examples.LEAF_SHA256);
    expect(of(examples.ROOT, 1, 1)).toBe(examples.ROOT_KEY_SHA256);
    expect(of(examples.EXPIRED, 1, 1)).toBe(examples.EXPIRED_KEY_SHA256);
  });
});

describe('a sender that honours DANE', () => {
  const chain = [LEAF, MIDDLE, ROOT];

  test.each([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 1],
    [1, 2],
  ])('trusts the host by usage 3, selector %i, matching type %i', (selector, matching) => {
    expect(verdict([record(3, selector, matching, LEAF)], chain)).toBe('holds');
    expect(verdict([record(3, selector, matching, STRANGER)], chain)).toBe('mismatch');
    expect(verdict([record(3, selector, matching, MIDDLE)], chain)).toBe('mismatch');
  });

  test('minds neither name nor date with usage 3', () => {
    const own = record(3, 1, 1, LEAF);
    expect(verdict([own], [LEAF], ['elsewhere.example'])).toBe('holds');
    expect(verdict([own], [LEAF], [HOST], new Date('2100-01-01'))).toBe('holds');
  });

  test('minds both with usage 2', () => {
    const authority = record(2, 1, 1, ROOT);
    expect(verdict([authority], chain)).toBe('holds');
    expect(verdict([authority], chain, ['elsewhere.example'])).toBe('name');
    expect(verdict([authority], chain, ['elsewhere.example', HOST])).toBe('holds');
    expect(verdict([authority], chain, [HOST], new Date('2100-01-01'))).toBe('dates');
    expect(verdict([authority], chain, [HOST], new Date('2019-12-31'))).toBe('dates');
  });

  test('goes up to any authority of the chain, in whatever order it is sent', () => {
    expect(verdict([record(2, 0, 1, MIDDLE)], chain)).toBe('holds');
    expect(verdict([record(2, 0, 1, ROOT)], [LEAF, ROOT, MIDDLE])).toBe('holds');
    expect(verdict([record(2, 0, 1, ROOT)], [LEAF, STRANGER, MIDDLE, ROOT])).toBe('holds');
  });

  test('does not take a certificate in the chain that signed nothing there', () => {
    expect(verdict([record(2, 1, 1, STRANGER)], [LEAF, STRANGER])).toBe('mismatch');
    expect(verdict([record(2, 1, 1, ROOT)], [LEAF, ROOT])).toBe('mismatch');
  });

  test('does not take the host for an authority', () => {
    expect(verdict([record(2, 1, 1, STRANGER)], [STRANGER])).toBe('mismatch');
  });

  test('needs an authority to be sent, unless the record holds it as a whole', () => {
    expect(verdict([record(2, 1, 1, ROOT)], [LEAF, MIDDLE])).toBe('mismatch');
    expect(verdict([record(2, 0, 0, ROOT)], [LEAF, MIDDLE])).toBe('holds');
    expect(verdict([record(2, 1, 0, ROOT)], [LEAF, MIDDLE])).toBe('holds');
    expect(verdict([record(2, 1, 0, STRANGER)], [LEAF, MIDDLE])).toBe('mismatch');
  });

  test('is content with one record of several', () => {
    expect(verdict([record(3, 1, 1, STRANGER), record(3, 1, 1, LEAF)], chain)).toBe('holds');
    expect(verdict([record(3, 1, 1, STRANGER), record(2, 1, 1, ROOT)], chain)).toBe('holds');
    expect(verdict([record(1, 1, 1, LEAF), record(3, 1, 1, STRANGER)], chain)).toBe('mismatch');
  });

  test('goes by the strongest digest for each usage and selector', () => {
    expect(verdict([record(3, 1, 1, LEAF), record(3, 1, 2, STRANGER)], chain)).toBe('digest');
    expect(verdict([record(3, 1, 1, STRANGER), record(3, 1, 2, LEAF)], chain)).toBe('holds');
    expect(verdict([record(3, 1, 1, LEAF), record(3, 0, 2, STRANGER)], chain)).toBe('holds');
    expect(verdict([record(3, 1, 1, LEAF), record(2, 1, 2, STRANGER)], chain)).toBe('holds');
  });

  test('verifies nobody where no record can be used, nor where nothing is shown', () => {
    expect(verdict([record(1, 1, 1, LEAF)], chain)).toBe('unusable');
    expect(verdict([], chain)).toBe('unusable');
    expect(verdict([record(3, 1, 1, LEAF)], [])).toBe('mismatch');
  });
});

test('a chain of a thousand certificates takes no time', () => {
  const many = Array.from({ length: 1000 }, () => certificate(STRANGER));
  const begun = cpuTime();
  expect(daneVerdict([record(2, 1, 1, ROOT)], [certificate(LEAF), ...many], [HOST], NOW).state).toBe('mismatch');
  expect(cpuTime() - begun).toBeLessThan(4000);
});
