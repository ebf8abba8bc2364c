import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A key and the certificate about it: of any type and hash, bad ones too, for what reads certificates. */
export interface Identity {
  readonly privateKey: KeyObject;
  /** DER. */
  readonly name: Buffer;
  readonly certificate: Buffer;
  /** SubjectPublicKeyInfo. */
  readonly spki: Buffer;
}

export interface Wanted {
  /** Common name; none where it is not given. */
  readonly name?: string;
  readonly organisation?: string;
  /** dNSNames. */
  readonly names?: readonly string[];
  /** Days as YYYY-MM-DD. */
  readonly from?: string;
  readonly to?: string;
  readonly hash?: 'sha256' | 'sha1';
  readonly keys?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  /** Who signs; the key itself where nobody is named. */
  readonly issuer?: Identity;
  readonly authority?: boolean;
}

type Keys = NonNullable<Wanted['keys']>;
export const ecKeys = (curve = 'P-256'): Keys => generateKeyPairSync('ec', { namedCurve: curve });
export const rsaKeys = (bits: number): Keys => generateKeyPairSync('rsa', { modulusLength: bits });

const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
const SIGNATURES = {
  ec: { sha256: sequence(tlv(6, hex('2a8648ce3d040302'))), sha1: sequence(tlv(6, hex('2a8648ce3d0401'))) },
  rsa: {
    sha256: sequence(tlv(6, hex('2a864886f70d01010b')), tlv(5)),
    sha1: sequence(tlv(6, hex('2a864886f70d010105')), tlv(5)),
  },
} as const;
const EDDSA = sequence(tlv(6, hex('2b6570')));

const attribute = (type: string, value: string | undefined): Buffer[] =>
  value === undefined ? [] : [tlv(0x31, sequence(tlv(6, hex(type)), tlv(0x0c, Buffer.from(value))))];
const distinguishedName = ({ organisation, name }: Wanted): Buffer =>
  sequence(...attribute('55040a', organisation), ...attribute('550403', name));
const generalizedTime = (day: string): Buffer => tlv(0x18, Buffer.from(`${day.replaceAll('-', '')}000000Z`));
const extension = (type: string, value: Buffer): Buffer => sequence(tlv(6, hex(type)), tlv(4, value));

/** A certificate as an authority, or a host itself, would sign it (RFC 5280 §4.1). */
export function certify(wanted: Wanted): Identity {
  const { from = '2026-01-01', to = '2056-01-01', hash = 'sha256', keys = ecKeys(), issuer, names = [] } = wanted;
  const spki = keys.publicKey.export({ type: 'spki', format: 'der' });
  const name = distinguishedName(wanted);
  const signingKey = issuer?.privateKey ?? keys.privateKey;
  const type = signingKey.asymmetricKeyType;
  const algorithm = type === 'rsa' || type === 'ec' ? SIGNATURES[type][hash] : EDDSA;
  const extensions = [
    ...(wanted.authority === true ? [extension('551d13', sequence(tlv(1, hex('ff'))))] : []),
    ...(names.length > 0
      ? [extension('551d11', sequence(...names.map((dns) => tlv(0x82, Buffer.from(dns, 'latin1')))))]
      : []),
  ];
  const body = sequence(
    tlv(0xa0, tlv(2, hex('02'))),
    tlv(2, hex('01'), createHash('sha256').update(spki).digest().subarray(0, 8)),
    algorithm,
    issuer?.name ?? name,
    sequence(generalizedTime(from), generalizedTime(to)),
    name,
    spki,
    ...(extensions.length > 0 ? [tlv(0xa3, sequence(...extensions))] : []),
  );
  const signature = sign(algorithm === EDDSA ? null : hash, body, signingKey);
  const certificate = sequence(body, algorithm, tlv(3, hex('00'), signature));
  return { privateKey: keys.privateKey, name, certificate, spki };
}
