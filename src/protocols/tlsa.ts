import { createHash } from 'node:crypto';
import type { Problem } from '../core/facts.ts';
import { isPublicKey, readCertificate, type Certificate } from './certificate.ts';

/** The data of a TLSA record (RFC 6698 §2.1); the acronyms are those of RFC 7218. */
export interface TlsaData {
  /** 0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA (an authority), 3 DANE-EE (the host's own). */
  readonly usage: number;
  /** 0 the whole certificate, 1 its public key (SubjectPublicKeyInfo). */
  readonly selector: number;
  /** 0 the octets themselves, 1 SHA-256, 2 SHA-512 of them. */
  readonly matching: number;
  /** Lower-case hex. */
  readonly data: string;
}

export type TlsaCode =
  /** PKIX-TA or PKIX-EE, which SMTP senders need not know (RFC 7672 §3.1.3). */
  | 'pkix-usage'
  | 'unknown-usage'
  | 'unknown-selector'
  | 'unknown-matching'
  /** A digest of another length than its algorithm gives. */
  | 'digest-length'
  /** Matching 0, and the octets are no certificate, or no public key. */
  | 'not-a-certificate'
  | 'not-a-key';

const DANE_TA = 2;
export const DANE_EE = 3;
/** Octets of the digests. */
const DIGESTS: Readonly<
  Record<number, { readonly name: string; readonly algorithm: string; readonly octets: number }>
> = {
  1: { name: 'SHA-256', algorithm: 'sha256', octets: 32 },
  2: { name: 'SHA-512', algorithm: 'sha512', octets: 64 },
};

/** Where the records of a mail host stand (RFC 7672 §2.2.3). */
export const tlsaName = (base: string): string => `_25._tcp.${base}`;

/** Presentation form; the spans of problems are in it. */
export const tlsaText = ({ usage, selector, matching, data }: TlsaData): string =>
  `${usage} ${selector} ${matching} ${data}`;

/** Whether the record is about an authority that signs, in place of the host's own certificate. */
export const isAboutAuthority = ({ usage }: TlsaData): boolean => usage === DANE_TA;

/** Everything that makes a record unusable for SMTP; senders then pass over it (RFC 7671 §4, RFC 7672 §3.1.3). */
export function tlsaProblems(record: TlsaData): Problem<TlsaCode>[] {
  const { usage, selector, matching, data } = record;
  const words = [usage, selector, matching].map(String);
  const problems: Problem<TlsaCode>[] = [];
  const wrong = (code: TlsaCode, field: 0 | 1 | 2 | 3, message: string): void => {
    const start = words.slice(0, field).reduce((sum, word) => sum + word.length + 1, 0);
    problems.push({ code, message, start, end: start + (words[field] ?? data).length });
  };
  if (usage === 0 || usage === 1) wrong('pkix-usage', 0, `Usage \`${usage}\` is not for SMTP`);
  else if (usage !== DANE_TA && usage !== DANE_EE) wrong('unknown-usage', 0, `There is no usage \`${usage}\``);
  if (selector > 1) wrong('unknown-selector', 1, `There is no selector \`${selector}\``);
  const digest = DIGESTS[matching];
  const octets = data.length / 2;
  if (digest !== undefined && octets !== digest.octets) {
    wrong('digest-length', 3, `A ${digest.name} digest has ${digest.octets} octets, and this has ${octets}`);
  } else if (matching > 2) wrong('unknown-matching', 2, `There is no matching type \`${matching}\``);
  else if (matching === 0 && selector === 0 && readCertificate(octetsOf(data)) === undefined) {
    wrong('not-a-certificate', 3, `The ${octets} octets are no certificate`);
  } else if (matching === 0 && selector === 1 && !isPublicKey(octetsOf(data))) {
    wrong('not-a-key', 3, `The ${octets} octets are no public key`);
  }
  return problems;
}

/** Whether a sender can do anything with the record. */
export const isUsable = (record: TlsaData): boolean => tlsaProblems(record).length === 0;

export const octetsOf = (data: string): Buffer => Buffer.from(data, 'hex');

/** The data a record must hold for the certificate, in hex; undefined for parameters nobody knows. */
export function associationData(certificate: Certificate, selector: number, matching: number): string | undefined {
  if (selector > 1) return undefined;
  const octets = selector === 0 ? certificate.der : certificate.spki;
  if (matching === 0) return Buffer.from(octets).toString('hex');
  const digest = DIGESTS[matching];
  return digest === undefined ? undefined : createHash(digest.algorithm).update(octets).digest('hex');
}

/** Whether the record is about the certificate; usage is not looked at. */
export const isAbout = ({ selector, matching, data }: TlsaData, certificate: Certificate): boolean =>
  associationData(certificate, selector, matching) === data.toLowerCase();

/** The record to publish for a host that shows the certificate: `3 1 1`, as RFC 7672 §3.1 advises. */
export const recordFor = (certificate: Certificate): TlsaData => ({
  usage: DANE_EE,
  selector: 1,
  matching: 1,
  data: associationData(certificate, 1, 1) ?? '',
});
