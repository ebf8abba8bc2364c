import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A certificate with its key, ready for a test server. */
export interface Certificate {
  readonly pem: string;
  readonly der: Buffer;
  /** PKCS #8. */
  readonly keyPem: string;
  readonly commonName: string;
  readonly key: KeyObject;
}

export interface Wanted {
  readonly commonName?: string;
  /** DNS names in subjectAltName; the extension is left out where there are none. */
  readonly names?: readonly string[];
  /** IPv4 addresses in subjectAltName. */
  readonly addresses?: readonly string[];
  /** Days from now; from yesterday to in 90 days unless it is said. */
  readonly fromDay?: number;
  readonly untilDay?: number;
  /** Self-signed where there is none. */
  readonly issuer?: Certificate;
  /** May issue others. */
  readonly authority?: boolean;
}

const DAY = 86_400_000;
export const inDays = (days: number): Date => new Date(Date.now() + days * DAY);

/** Makes a certificate (RFC 5280 §4.1) on P-256, written down by hand so that a test may make a bad one. */
export function certificate(wanted: Wanted): Certificate {
  const { names = [], addresses = [], fromDay = -1, untilDay = 90, issuer, authority = false } = wanted;
  const { commonName = names[0] ?? 'nobody' } = wanted;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const extensions = [
    // Without a digital signature among its uses, no key of a server is taken
    extension('2.5.29.15', tlv(0x03, authority ? Buffer.from([1, 0x06]) : Buffer.from([7, 0x80])), true),
    extension('2.5.29.19', sequence(...(authority ? [tlv(0x01, Buffer.from([0xff]))] : [])), true),
    extension('2.5.29.14', tlv(0x04, createHash('sha1').update(spki).digest())),
    ...(names.length + addresses.length === 0 ? [] : [alternativeNames(names, addresses)]),
  ];
  const body = sequence(
    tlv(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_SHA256,
    name(issuer?.commonName ?? commonName),
    sequence(time(inDays(fromDay)), time(inDays(untilDay))),
    name(commonName),
    spki,
    tlv(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', body, issuer?.key ?? privateKey);
  const der = sequence(body, ECDSA_SHA256, tlv(0x03, Buffer.from([0]), signature));
  const lines = der.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return {
    pem: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    der,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    commonName,
    key: privateKey,
  };
}

export const authority = (commonName: string, issuer?: Certificate): Certificate =>
  certificate({ commonName, authority: true, ...(issuer === undefined ? {} : { issuer }) });

function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: readonly Buffer[]): Buffer => tlv(0x30, ...parts);
const integer = (octets: Buffer): Buffer => tlv(0x02, octets);

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const base128 = (value: number): number[] =>
    value < 0x80 ? [value] : [...base128(value >> 7).map((octet) => octet | 0x80), value & 0x7f];
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest.flatMap((value) => base128(value))]));
}

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

const name = (commonName: string): Buffer =>
  sequence(tlv(0x31, sequence(oid('2.5.4.3'), tlv(0x0c, Buffer.from(commonName)))));

/** UTCTime, good until 2049 (RFC 5280 §4.1.2.5.1). */
const time = (date: Date): Buffer =>
  tlv(0x17, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));

const extension = (id: string, value: Buffer, critical = false): Buffer =>
  sequence(oid(id), ...(critical ? [tlv(0x01, Buffer.from([0xff]))] : []), tlv(0x04, value));

const alternativeNames = (names: readonly string[], addresses: readonly string[]): Buffer =>
  extension(
    '2.5.29.17',
    sequence(
      ...names.map((text) => tlv(0x82, Buffer.from(text))),
      ...addresses.map((text) => tlv(0x87, Buffer.from(text.split('.').map(Number)))),
    ),
  );
