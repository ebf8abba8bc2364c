import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { derValues, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE, type DerValue } from './der.ts';
import { attributesOf, nameInWords } from './distinguished-name.ts';
import { domainName } from './domain.ts';

/** A certificate (RFC 5280) as far as mail cares. */
export interface Certificate {
  /** As it is, DER. */
  readonly der: Uint8Array;
  /** SubjectPublicKeyInfo octet for octet, which TLSA records are about (RFC 6698 §2.1.2). */
  readonly spki: Uint8Array;
  /** In words: `mail.example.com`, `R11 of Let's Encrypt`; `nobody` where there is no name. */
  readonly subject: string;
  readonly issuer: string;
  /** The first O of the subject. */
  readonly organisation?: string;
  /** dNSNames of the subjectAltName, lower case; wildcards as they stand. */
  readonly names: readonly string[];
  /** The CN of the subject, lower case, where it is alone. */
  readonly commonName?: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Issued by itself. */
  readonly selfIssued: boolean;
  /** It may issue others (basicConstraints, RFC 5280 §4.2.1.9). */
  readonly isAuthority: boolean;
  readonly key: CertificateKey;
  readonly signature: SignatureAlgorithm;
}

export interface CertificateKey {
  /** `rsa`, `ec`, `ed25519` …, as node:crypto calls it; `unknown` where it cannot be read. */
  readonly type: string;
  /** Of the modulus, or of the curve; unset where it is fixed by the type. */
  readonly bits?: number;
}

export interface SignatureAlgorithm {
  /** `sha256WithRSAEncryption`; the object identifier in hex where it is none of the usual. */
  readonly name: string;
  /** It rests on MD5 or SHA-1, for which collisions can be made (RFC 6194, RFC 9155). */
  readonly weak: boolean;
}

const SUBJECT_ALT_NAME = '551d11'; // 2.5.29.17
const EXTENSIONS = 0xa3;
const EXPLICIT_VERSION = 0xa0;
const DNS_NAME = 0x82;
/** Where the SPKI stands in TBSCertificate behind the version (RFC 5280 §4.1). */
const SPKI_INDEX = 5;

/** Content of the object identifiers, in hex (RFC 3279, RFC 4055, RFC 5758, RFC 8410). */
const SIGNATURES: Readonly<Record<string, string>> = {
  '2a864886f70d010104': 'md5WithRSAEncryption',
  '2a864886f70d010105': 'sha1WithRSAEncryption',
  '2a864886f70d01010a': 'RSASSA-PSS',
  '2a864886f70d01010b': 'sha256WithRSAEncryption',
  '2a864886f70d01010c': 'sha384WithRSAEncryption',
  '2a864886f70d01010d': 'sha512WithRSAEncryption',
  '2a8648ce380403': 'dsa-with-SHA1',
  '2a8648ce3d0401': 'ecdsa-with-SHA1',
  '2a8648ce3d040302': 'ecdsa-with-SHA256',
  '2a8648ce3d040303': 'ecdsa-with-SHA384',
  '2a8648ce3d040304': 'ecdsa-with-SHA512',
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
};

/** A certificate from DER, or the first one in PEM; undefined where the octets are none. */
export function readCertificate(octets: Uint8Array): Certificate | undefined {
  const x509 = attempt(() => new X509Certificate(octets));
  if (x509 === undefined) return undefined;
  const { raw: der } = x509;
  const [body, algorithm] = derValues(derValues(der)[0]?.content ?? der);
  if (body === undefined || algorithm === undefined) return undefined;
  const fields = derValues(body.content).filter(({ tag }) => tag !== EXPLICIT_VERSION);
  const spki = fields[SPKI_INDEX]?.whole;
  const [notBefore, notAfter] = [new Date(x509.validFrom), new Date(x509.validTo)];
  if (spki === undefined || Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime())) return undefined;
  const commonNames = attributesOf(x509.subject, 'CN');
  const [commonName] = commonNames;
  const [organisation] = attributesOf(x509.subject, 'O');
  return {
    der,
    spki,
    subject: nameInWords(x509.subject),
    issuer: nameInWords(x509.issuer),
    ...(organisation === undefined ? {} : { organisation }),
    names: dnsNames(fields),
    ...(commonName === undefined || commonNames.length > 1 ? {} : { commonName: domainName(commonName) }),
    notBefore,
    notAfter,
    selfIssued: x509.subject === x509.issuer,
    isAuthority: x509.ca,
    key: keyOf(spki),
    signature: signatureOf(algorithm),
  };
}

/** Whether `issuer` signed `certificate`, by name and by signature; not whether it may, nor whether its dates allow it. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  const by = attempt(() => new X509Certificate(issuer.der));
  const named = attempt(() => by !== undefined && new X509Certificate(certificate.der).checkIssued(by));
  return named === true && isSignedWith(certificate, issuer.spki);
}

/** Whether the signature holds under a key, given as SubjectPublicKeyInfo. */
export const isSignedWith = (certificate: Certificate, spki: Uint8Array): boolean =>
  attempt(() => new X509Certificate(certificate.der).verify(publicKey(spki))) === true;

/** Whether it vouches for itself. Not by `isIssuedBy`: what does so is seldom allowed to issue anything. */
export const isSelfSigned = (certificate: Certificate): boolean =>
  certificate.selfIssued && isSignedWith(certificate, certificate.spki);

/** Whether the octets are a SubjectPublicKeyInfo that can be read. */
export const isPublicKey = (spki: Uint8Array): boolean => attempt(() => publicKey(spki)) !== undefined;

/**
 * By which of its names a certificate is for `host` (RFC 9525 §6.3): a wildcard stands for exactly the left-most label.
 * The CN only counts without any dNSName, and for most nowhere (RFC 9525 §2, RFC 7672 §3.2.3).
 */
export function matchingName({ names, commonName }: Certificate, host: string): 'dns-name' | 'common-name' | undefined {
  if (names.some((name) => isNameFor(name, host))) return 'dns-name';
  const counts = names.length === 0 && commonName !== undefined;
  return counts && isNameFor(commonName, host) ? 'common-name' : undefined;
}

function isNameFor(name: string, host: string): boolean {
  if (!name.startsWith('*.')) return name === host;
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot) === name.slice(1);
}

const publicKey = (spki: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });

/** OpenSSL throws for whatever it cannot read, and so it says nothing more than that. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function keyOf(spki: Uint8Array): CertificateKey {
  const key = attempt(() => publicKey(spki));
  const { modulusLength, namedCurve } = key?.asymmetricKeyDetails ?? {};
  // prime256v1, secp384r1, brainpoolP512r1: every named curve has its size in its name.
  const bits = modulusLength ?? Number(/\d{3}/.exec(namedCurve ?? '')?.[0] ?? 0);
  return { type: key?.asymmetricKeyType ?? 'unknown', ...(bits === 0 ? {} : { bits }) };
}

function signatureOf(algorithm: DerValue): SignatureAlgorithm {
  const [identifier] = derValues(algorithm.content);
  const hex = identifier?.tag === OBJECT_IDENTIFIER ? identifier.content.toString('hex') : '';
  const name = SIGNATURES[hex] ?? hex;
  return { name, weak: /md5|sha1(?!\d)/i.test(name) };
}

/** Read from the DER itself: the text form that OpenSSL gives has to be taken apart again, and escapes what it likes. */
function dnsNames(fields: readonly DerValue[]): string[] {
  const extensions = derValues(fields.find(({ tag }) => tag === EXTENSIONS)?.content ?? Buffer.alloc(0))[0];
  for (const { content } of derValues(extensions?.content ?? Buffer.alloc(0))) {
    const parts = derValues(content);
    if (parts[0]?.content.toString('hex') !== SUBJECT_ALT_NAME) continue;
    const [names] = derValues(parts.find(({ tag }) => tag === OCTET_STRING)?.content ?? Buffer.alloc(0));
    if (names?.tag !== SEQUENCE) return [];
    const dns = derValues(names.content).filter(({ tag }) => tag === DNS_NAME);
    return dns.map((name) => domainName(name.content.toString('latin1')));
  }
  return [];
}
