import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  bitString,
  der,
  integer,
  NULL,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
  TRUE,
  utf8String,
} from './der.ts';

/** A certificate with its key: ready for a test server, for what reads certificates, and to issue others with. */
export interface Issued {
  readonly der: Buffer;
  readonly pem: string;
  /** Subject and SubjectPublicKeyInfo, DER. */
  readonly subject: Buffer;
  readonly spki: Buffer;
  readonly key: KeyObject;
}

export interface Wanted {
  /** The subject has what is given here, and is empty where nothing is. */
  readonly commonName?: string;
  readonly organisation?: string;
  /** `Registered Mark`, `Prior Use Mark` …, of mark certificates. */
  readonly markType?: string;
  /** DNS names and IPv4 addresses in subjectAltName; the extension is left out where there are none. */
  readonly names?: readonly string[];
  readonly addresses?: readonly string[];
  /** Days as YYYY-MM-DD, from whose midnight in UTC on, and until when, it is valid: now, unless it is said. */
  readonly from?: string;
  readonly until?: string;
  /** May issue others. */
  readonly authority?: boolean;
  /** Any, where it is not said. */
  readonly purpose?: 'mark' | 'web server';
  /** Further ones, whole. */
  readonly extensions?: readonly Buffer[];
  readonly keys?: Keys;
  readonly hash?: 'sha256' | 'sha1';
  /** Self-signed where there is none. */
  readonly issuer?: Issued;
}

interface Keys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const DAY_MS = 86_400_000;
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

export const ecKeys = (curve = 'P-256'): Keys => generateKeyPairSync('ec', { namedCurve: curve });
export const rsaKeys = (bits: number): Keys => generateKeyPairSync('rsa', { modulusLength: bits });

/** Issues a certificate (RFC 5280 §4.1), written down by hand so that a test may have a bad one. */
export function issue(wanted: Wanted): Issued {
  const { from = '2020-01-01', until = '2060-01-01', keys = ecKeys(), hash = 'sha256', issuer } = wanted;
  const spki = keys.publicKey.export({ type: 'spki', format: 'der' });
  const subject = distinguishedName(wanted);
  const signingKey = issuer?.key ?? keys.privateKey;
  const algorithm = signatureAlgorithm(signingKey, hash);
  const body = sequence(
    der(0xa0, integer(2)),
    integer(1, ...sha256(spki).subarray(0, 8)),
    algorithm,
    issuer?.subject ?? subject,
    sequence(time(new Date(from)), time(new Date(until))),
    subject,
    spki,
    der(0xa3, sequence(...extensionsOf(wanted, spki))),
  );
  // Ed25519 hashes by itself.
  const signature = sign(signingKey.asymmetricKeyType === 'ed25519' ? null : hash, body, signingKey);
  const certificate = sequence(body, algorithm, bitString(signature));
  return { der: certificate, pem: pemOf(certificate), subject, spki, key: keys.privateKey };
}

/** An extension of a certificate: its object identifier with dots, its value in DER. */
export const extension = (id: string, value: Buffer, critical = false): Buffer =>
  sequence(objectIdentifier(id), ...(critical ? [TRUE] : []), octetString(value));

function extensionsOf(wanted: Wanted, spki: Buffer): Buffer[] {
  const { names = [], addresses = [], authority = false, purpose, extensions = [] } = wanted;
  const alternativeNames = [
    ...names.map((name) => der(0x82, Buffer.from(name, 'latin1'))),
    ...addresses.map((address) => der(0x87, Buffer.from(address.split('.').map(Number)))),
  ];
  return [
    // keyUsage: certificates and lists of those revoked, or digital signatures, without which no server's key is taken.
    extension('2.5.29.15', authority ? bitString(Buffer.from([0x06]), 1) : bitString(Buffer.from([0x80]), 7), true),
    extension('2.5.29.19', sequence(...(authority ? [TRUE] : [])), true), // basicConstraints
    extension('2.5.29.14', octetString(sha256(spki).subarray(0, 20))), // subjectKeyIdentifier
    ...(purpose === undefined ? [] : [extension('2.5.29.37', sequence(objectIdentifier(PURPOSES[purpose])))]), // extKeyUsage
    ...(alternativeNames.length === 0 ? [] : [extension('2.5.29.17', sequence(...alternativeNames))]),
    ...extensions,
  ];
}

const PURPOSES = { mark: '1.3.6.1.5.5.7.3.31', 'web server': '1.3.6.1.5.5.7.3.1' } as const;

function distinguishedName({ organisation, commonName, markType }: Wanted): Buffer {
  const attribute = (type: string, value: string | undefined): Buffer[] =>
    value === undefined ? [] : [set(sequence(objectIdentifier(type), utf8String(value)))];
  return sequence(
    ...attribute('2.5.4.10', organisation),
    ...attribute('2.5.4.3', commonName),
    ...attribute('1.3.6.1.4.1.53087.1.13', markType),
  );
}

/** RFC 3279 §2.2, RFC 4055 §5, RFC 5758 §3.2, RFC 8410 §3. */
function signatureAlgorithm({ asymmetricKeyType }: KeyObject, hash: 'sha256' | 'sha1'): Buffer {
  if (asymmetricKeyType === 'ed25519') return sequence(objectIdentifier('1.3.101.112'));
  if (asymmetricKeyType === 'rsa')
    return sequence(objectIdentifier(`1.2.840.113549.1.1.${hash === 'sha1' ? 5 : 11}`), NULL);
  return sequence(objectIdentifier(`1.2.840.10045.4.${hash === 'sha1' ? '1' : '3.2'}`));
}

const sha256 = (octets: Buffer): Buffer => createHash('sha256').update(octets).digest();

function pemOf(certificate: Buffer): string {
  const lines = certificate.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
