import type { Failure, RecordType } from '../net.ts';

/** Record types on the wire (IANA DNS parameters). */
export const TYPE_CODES: Readonly<Record<RecordType, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  DS: 43,
  DNSKEY: 48,
  TLSA: 52,
  SPF: 99,
  CAA: 257,
};
export const OPT = 41; // RFC 6891 §6.1.1
export const CLASS_IN = 1;

export const NOERROR = 0;
export const FORMERR = 1;
export const NXDOMAIN = 3;
export const NOTIMP = 4;
export const BADVERS = 16;

const RCODE_NAMES: Readonly<Record<number, string>> = {
  1: 'FORMERR',
  2: 'SERVFAIL',
  4: 'NOTIMP',
  5: 'REFUSED',
  6: 'YXDOMAIN',
  7: 'YXRRSET',
  8: 'NXRRSET',
  9: 'NOTAUTH',
  10: 'NOTZONE',
  16: 'BADVERS',
  23: 'BADCOOKIE',
};
const RCODE_FAILURES: Readonly<Record<number, Failure>> = { 1: 'formerr', 2: 'servfail', 4: 'notimp' };

export const rcodeName = (rcode: number): string => RCODE_NAMES[rcode] ?? `RCODE ${rcode}`;
export const rcodeFailure = (rcode: number): Failure => RCODE_FAILURES[rcode] ?? 'refused';

/** Extended DNS Errors (RFC 8914 §4): a resolver's word on why it failed. */
const EXTENDED_ERRORS: Readonly<Record<number, string>> = {
  1: 'Unsupported DNSKEY Algorithm',
  2: 'Unsupported DS Digest Type',
  3: 'Stale Answer',
  5: 'DNSSEC Indeterminate',
  6: 'DNSSEC Bogus',
  7: 'Signature Expired',
  8: 'Signature Not Yet Valid',
  9: 'DNSKEY Missing',
  10: 'RRSIGs Missing',
  11: 'No Zone Key Bit Set',
  12: 'NSEC Missing',
  13: 'Cached Error',
  14: 'Not Ready',
  15: 'Blocked',
  16: 'Censored',
  17: 'Filtered',
  18: 'Prohibited',
  20: 'Not Authoritative',
  21: 'Not Supported',
  22: 'No Reachable Authority',
  23: 'Network Error',
  24: 'Invalid Data',
  25: 'Signature Expired before Valid',
};
export const extendedErrorName = (code: number): string | undefined => EXTENDED_ERRORS[code];

/** The signatures were looked at and do not hold (RFC 8914 §4.7–4.13, and 25 from the registry). */
const BOGUS: ReadonlySet<number> = new Set([6, 7, 8, 9, 10, 11, 12, 25]);
/** Nobody was there to give keys and signatures, so that they are "missing" says nothing of them (§4.23, §4.24). */
const UNREACHED: ReadonlySet<number> = new Set([22, 23]);
export const saysBogus = (extendedErrors: readonly number[]): boolean =>
  extendedErrors.some((code) => BOGUS.has(code)) && !extendedErrors.some((code) => UNREACHED.has(code));
