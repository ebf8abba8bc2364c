import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isIssuedBy,
  isPublicKey,
  isSelfSigned,
  isSignedWith,
  matchingName,
  readCertificate,
  type Certificate,
} from '../../src/protocols/certificate.ts';
import * as examples from '../../src/checks/dane/example-certificates.ts';
import { ecKeys, issue, rsaKeys, type Wanted } from '../support/certificates.ts';

const ROOT = issue({ organisation: 'Example Trust', commonName: 'Example Root', authority: true });

function read(wanted: Wanted): Certificate {
  const certificate = readCertificate(issue(wanted).der);
  if (certificate === undefined) throw new Error('no certificate');
  return certificate;
}

describe('a certificate', () => {
  test('has its names, dates and authority in words', () => {
    const names = ['Mail.Example.com', '*.example.net'];
    expect(
      read({ commonName: 'Mail.Example.com', names, issuer: ROOT, from: '2026-01-01', until: '2026-04-01' }),
    ).toMatchObject({
      subject: 'Mail.Example.com',
      issuer: 'Example Root of Example Trust',
      commonName: 'mail.example.com',
      names: ['mail.example.com', '*.example.net'],
      notBefore: new Date('2026-01-01'),
      notAfter: new Date('2026-04-01'),
      selfIssued: false,
      signature: { name: 'ecdsa-with-SHA256', weak: false },
    });
  });

  test('without any name is nobody’s', () => {
    expect(read({})).toMatchObject({ subject: 'nobody', issuer: 'nobody', names: [], selfIssued: true });
  });

  test('has the organisation it was issued to, as it calls itself', () => {
    const named = read({ commonName: 'Example Root', organisation: 'Example, Inc. "+"' });
    expect(named).toMatchObject({ organisation: 'Example, Inc. "+"', subject: 'Example Root of Example, Inc. "+"' });
    expect(read({ commonName: 'Example', organisation: 'Example' }).subject).toBe('Example');
    expect(read({ organisation: 'Example' }).subject).toBe('Example');
    expect(read({ markType: 'Registered Mark' }).subject).toMatch(/=Registered Mark$/);
    expect(read({ commonName: 'Example' }).organisation).toBeUndefined();
  });

  test('is read from PEM as well', () => {
    const { pem, der } = issue({ names: ['mail.example.com'] });
    expect(readCertificate(Buffer.from(pem))?.der).toEqual(der);
  });

  test('keeps its octets, and those of its public key', () => {
    const identity = issue({ names: ['mail.example.com'] });
    const certificate = readCertificate(identity.der);
    expect(certificate?.der).toEqual(identity.der);
    expect(certificate?.spki).toEqual(identity.spki);
  });

  test.each([
    ['rsa', 2048, rsaKeys(2048)],
    ['rsa', 1024, rsaKeys(1024)],
    ['ec', 256, ecKeys()],
    ['ec', 384, ecKeys('P-384')],
    ['ec', 521, ecKeys('P-521')],
  ] as const)('has a key of type %s with %i bits', (type, bits, keys) => {
    expect(read({ keys, issuer: ROOT }).key).toEqual({ type, bits });
  });

  test('has a key of a type without sizes', () => {
    expect(read({ keys: generateKeyPairSync('ed25519'), issuer: ROOT }).key).toEqual({ type: 'ed25519' });
  });

  test.each([
    [{ issuer: ROOT, hash: 'sha1' }, 'ecdsa-with-SHA1', true],
    [{ keys: rsaKeys(2048), hash: 'sha1' }, 'sha1WithRSAEncryption', true],
    [{ keys: rsaKeys(2048) }, 'sha256WithRSAEncryption', false],
  ] as const)('is signed with an algorithm, weak or not: %#', (wanted, name, weak) => {
    expect(read(wanted).signature).toEqual({ name, weak });
  });

  test('with a hundred names has them all', () => {
    const names = Array.from({ length: 100 }, (_, index) => `mail${index}.example.com`);
    expect(read({ names }).names).toEqual(names);
  });

  test('may have a name that would be two in a text', () => {
    expect(read({ names: ['a.example, DNS:b.example'] }).names).toEqual(['a.example, dns:b.example']);
  });

  test('is told from anything else', () => {
    expect(readCertificate(Buffer.alloc(0))).toBeUndefined();
    expect(readCertificate(ROOT.spki)).toBeUndefined();
    expect(readCertificate(ROOT.der.subarray(0, -1))).toBeUndefined();
    expect(isPublicKey(ROOT.spki)).toBe(true);
    expect(isPublicKey(ROOT.der)).toBe(false);
  });
});

describe('an authority', () => {
  const leaf = read({ names: ['mail.example.com'], issuer: ROOT });
  const root = readCertificate(ROOT.der);
  const namesake = read({ organisation: 'Example Trust', commonName: 'Example Root', authority: true });
  if (root === undefined) throw new Error('no root');

  test('is known by name and signature', () => {
    expect(isIssuedBy(leaf, root)).toBe(true);
    expect(isIssuedBy(root, leaf)).toBe(false);
    expect(isIssuedBy(leaf, namesake)).toBe(false);
    expect(isIssuedBy(root, root)).toBe(true);
  });

  test('is told from what may not issue', () => {
    expect([root.isAuthority, leaf.isAuthority]).toEqual([true, false]);
  });

  test('vouches for itself where its own key signed it', () => {
    expect(isSelfSigned(root)).toBe(true);
    expect(isSelfSigned(read({ names: ['mail.example.com'] }))).toBe(true);
    expect(isSelfSigned(leaf)).toBe(false);
    const issuedByNamesake = read({ organisation: 'Example Trust', commonName: 'Example Root', issuer: ROOT });
    expect(issuedByNamesake.selfIssued).toBe(true);
    expect(isSelfSigned(issuedByNamesake)).toBe(false);
  });

  test('is known by its key alone', () => {
    expect(isSignedWith(leaf, ROOT.spki)).toBe(true);
    expect(isSignedWith(leaf, namesake.spki)).toBe(false);
    expect(isSignedWith(leaf, Buffer.from('no key'))).toBe(false);
  });
});

describe('a certificate is for a host', () => {
  test.each([
    [['mail.example.com'], 'mail.example.com', true],
    [['mail.example.com'], 'a.mail.example.com', false],
    [['*.example.com'], 'mail.example.com', true],
    [['*.example.com'], 'a.mail.example.com', false],
    [['*.example.com'], 'example.com', false],
    [['*.example.com'], '.example.com', false],
    [['m*.example.com'], 'mail.example.com', false],
    [['mail.*.com'], 'mail.example.com', false],
    [['*'], 'mail', false],
    [['xn--mnchen-3ya.example'], 'xn--mnchen-3ya.example', true],
  ])('%j: %s is %s', (names, host, expected) => {
    expect(matchingName(read({ names }), host)).toBe(expected ? 'dns-name' : undefined);
  });

  test('by its CN only without any dNSName', () => {
    expect(matchingName(read({ commonName: 'mail.example.com' }), 'mail.example.com')).toBe('common-name');
    expect(
      matchingName(read({ commonName: 'mail.example.com', names: ['a.example'] }), 'mail.example.com'),
    ).toBeUndefined();
  });
});

test('the certificates of the examples are what they are said to be', () => {
  const at = (der: string) => readCertificate(Buffer.from(der, 'base64'));
  expect(at(examples.ROOT)?.selfIssued).toBe(true);
  expect(at(examples.LEAF)?.names).toEqual(['mail.example.com']);
  expect(at(examples.OTHER_HOST)?.names).toEqual(['web.example.net']);
  expect(at(examples.EXPIRED)?.notAfter).toEqual(new Date('2026-04-01'));
  expect(at(examples.NAMELESS)).toMatchObject({ names: [], commonName: 'mail.example.com' });
  expect(at(examples.SELF_SIGNED)?.selfIssued).toBe(true);
  expect(at(examples.RSA_1024)?.key).toEqual({ type: 'rsa', bits: 1024 });
  expect(at(examples.SHA1)?.signature.weak).toBe(true);
});

describe('octets of all sorts', () => {
  const damaged = fc.tuple(fc.nat(), fc.nat(255), fc.nat(), fc.boolean()).map(([position, octet, length, cut]) => {
    const copy = Buffer.from(examples.ROOT, 'base64');
    copy[position % copy.length] = octet;
    return cut ? copy.subarray(0, length % copy.length) : copy;
  });
  const octets = fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  );

  test('make nothing throw', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        const certificate = readCertificate(bytes);
        if (certificate === undefined) return;
        matchingName(certificate, 'mail.example.com');
        expect(isIssuedBy(certificate, certificate)).toBeTypeOf('boolean');
        expect(Number.isNaN(certificate.notAfter.getTime())).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
