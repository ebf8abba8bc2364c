import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A certificate of our own making, with what it takes to issue others. */
export interface Issued {
  readonly subject: string;
  readonly pem: string;
  readonly key: KeyObject;
}

export interface Wanted {
  /** Common name; the organisation is called the same. */
  readonly subject: string;
  readonly names?: readonly string[];
  /** The SVG inside; none where it is left out. */
  readonly logo?: string;
  /** `1.3.6.1.4.1.53087.1.13`: `Registered Mark`, `Prior Use Mark`. */
  readonly markType?: string;
  /** Itself, where nobody is named. */
  readonly issuer?: Issued;
  readonly authority?: boolean;
  /** That of mark certificates unless it says otherwise. */
  readonly purpose?: 'mark' | 'web server';
  readonly from?: string;
  readonly to?: string;
  /** The hash the certificate states of its logo, as hex, where it is not the right one. */
  readonly hash?: string;
}

/** Object identifiers in DER, tag and length included. */
const OID = {
  ecdsaWithSha256: '06082a8648ce3d040302',
  sha256: '0609608648016503040201',
  commonName: '0603550403',
  organisation: '060355040a',
  markType: '060a2b06010401839e5f010d',
  basicConstraints: '0603551d13',
  extendedKeyUsage: '0603551d25',
  subjectAltName: '0603551d11',
  logotype: '06082b0601050507010c',
  markPurpose: '06082b0601050507031f',
  serverPurpose: '06082b06010505070301',
} as const;

/** Issues a certificate (RFC 5280 §4.1) with a key of its own. */
export function issue(wanted: Wanted): Issued {
  const { subject, issuer, from = '2026-01-01', to = '2027-06-30' } = wanted;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('ecdsaWithSha256'));
  const tbs = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    distinguishedName(issuer?.subject ?? subject, issuer === undefined ? wanted.markType : undefined),
    sequence(time(from), time(to)),
    distinguishedName(subject, wanted.markType),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions(wanted))),
  );
  const signature = sign('sha256', tbs, issuer?.key ?? privateKey);
  const base64 = sequence(tbs, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature]))).toString('base64');
  const lines = (base64.match(/.{1,64}/g) ?? []).join('\n');
  return { subject, key: privateKey, pem: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` };
}

function extensions({ names = [], logo, authority = false, purpose = 'mark', hash }: Wanted): Buffer[] {
  const extension = (id: keyof typeof OID, value: Buffer): Buffer => sequence(oid(id), der(0x04, value));
  return [
    extension('basicConstraints', sequence(...(authority ? [der(0x01, Buffer.from([0xff]))] : []))),
    ...(authority
      ? []
      : [extension('extendedKeyUsage', sequence(oid(purpose === 'mark' ? 'markPurpose' : 'serverPurpose')))]),
    ...(names.length === 0
      ? []
      : [extension('subjectAltName', sequence(...names.map((name) => der(0x82, Buffer.from(name)))))]),
    ...(logo === undefined ? [] : [extension('logotype', logotype(logo, hash))]),
  ];
}

/** The subject's logo as RFC 3709 §4.1 wants it, gzipped in a data URL as RFC 6170 §5.2 does. */
function logotype(svg: string, hash?: string): Buffer {
  const digest = hash === undefined ? createHash('sha256').update(svg).digest() : Buffer.from(hash, 'hex');
  const uri = `data:image/svg+xml;base64,${gzipSync(svg, { level: 9 }).toString('base64')}`;
  const details = sequence(
    der(0x16, Buffer.from('image/svg+xml')),
    sequence(sequence(sequence(oid('sha256')), der(0x04, digest))),
    sequence(der(0x16, Buffer.from(uri))),
  );
  // subjectLogo [2], direct [0], one image.
  return sequence(der(0xa2, der(0xa0, sequence(sequence(details)))));
}

function distinguishedName(name: string, markType: string | undefined): Buffer {
  const attribute = (id: keyof typeof OID, value: string): Buffer =>
    der(0x31, sequence(oid(id), der(0x0c, Buffer.from(value))));
  const mark = markType === undefined ? [] : [attribute('markType', markType)];
  return sequence(attribute('organisation', name), attribute('commonName', name), ...mark);
}

const time = (date: string): Buffer => der(0x18, Buffer.from(`${date.replaceAll('-', '')}000000Z`));
const oid = (id: keyof typeof OID): Buffer => Buffer.from(OID[id], 'hex');
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts));

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const octets = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...octets]), content]);
}
