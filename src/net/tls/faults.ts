import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { visible } from '../../core/readable.ts';

/** What OpenSSL says of a chain (its `X509_V_ERR_…`), as what a certificate does or is. */
const VERDICTS: Readonly<Record<string, string>> = {
  CERT_CHAIN_TOO_LONG: 'comes with a chain that is too long',
  CERT_REVOKED: 'is revoked',
  CERT_SIGNATURE_FAILURE: 'comes with a signature that does not hold',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed',
  INVALID_CA: 'was issued by a certificate that may not issue any',
  INVALID_PURPOSE: 'is not made for servers',
  PATH_LENGTH_EXCEEDED: 'was issued by a certificate that may not issue any',
};
const DATES: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const WITHOUT_ISSUER: ReadonlySet<string> = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Why nobody vouches for a chain (RFC 5280 §6), host's own certificate first: `expired on 2026-11-01`, `is self-signed`;
 * empty where there is no verdict. The library stops at one fault, so the dates are looked at here as well.
 */
export function chainFaults(chain: readonly X509Certificate[], verdict: string | undefined, now: Date): string[] {
  const [own, ...others] = chain;
  if (verdict === undefined) return [];
  if (!own) return ['was not sent'];
  const ownDates = dateFault(own, now);
  const faults = ownDates === undefined ? [] : [ownDates];
  if (!DATES.has(verdict)) return [...faults, trustFault(chain, verdict)];
  if (own.subject === own.issuer) faults.push('is self-signed');
  if (faults.length > 0) return faults;
  for (const other of others) {
    const fault = dateFault(other, now);
    if (fault !== undefined) return [`was issued with the certificate of ${nameOf(other.subject)}, which ${fault}`];
  }
  return [verdict === 'CERT_HAS_EXPIRED' ? 'was issued by an authority that expired' : 'is not valid yet'];
}

/** Why a session is not with that host, as far as certificates say; undefined where it is. */
export function certificateFault(
  { chain, verdict }: { readonly chain: readonly X509Certificate[]; readonly verdict: string | undefined },
  host: string,
): string | undefined {
  const otherHost = hostFault(chain[0], host);
  const faults = [...chainFaults(chain, verdict, new Date()), ...(otherHost === undefined ? [] : [otherHost])];
  if (verdict === undefined && faults.length === 0 && chain.length > 0) return undefined;
  return `the certificate of ${host} ${faults.length === 0 ? 'was not sent' : joined(faults)}`;
}

/** Of the certificate itself: `is for a.example and b.example, not for c.example`; undefined where it is for the host. */
export function hostFault(own: X509Certificate | undefined, host: string): string | undefined {
  if (!own) return undefined;
  // Names in the subject do not count (RFC 9525 §2, RFC 8461 §3.3)
  const isFor =
    isIP(host) === 0 ? own.checkHost(host, { subject: 'never', partialWildcards: false }) : own.checkIP(host);
  if (isFor !== undefined) return undefined;
  const names = alternativeNames(own);
  if (names.length === 0) return `names no host, so it is not for ${host}`;
  return `is for ${listed(names)}, not for ${host}`;
}

function dateFault({ validFromDate, validToDate }: X509Certificate, now: Date): string | undefined {
  if (validToDate < now) return `expired on ${day(validToDate)}`;
  return validFromDate > now ? `is valid only from ${day(validFromDate)} on` : undefined;
}
const day = (date: Date): string => (Number.isNaN(date.getTime()) ? 'an unknown day' : date.toISOString().slice(0, 10));

function trustFault(chain: readonly X509Certificate[], verdict: string): string {
  const top = topOf(chain);
  if (verdict === 'SELF_SIGNED_CERT_IN_CHAIN')
    return `comes from ${nameOf(top)}, which is none of the usual authorities`;
  if (WITHOUT_ISSUER.has(verdict)) {
    return `comes from ${nameOf(top)}, whose certificate was not sent and is none of the usual authorities'`;
  }
  return VERDICTS[verdict] ?? `does not hold (${verdict})`;
}

/** The last issuer that can be reached from the host's certificate by those that were sent, in whatever order. */
function topOf(chain: readonly X509Certificate[]): string {
  let top = chain[0];
  for (let n = 0; top && n < chain.length; n++) {
    const child = top;
    const issuer = chain.find((other) => other.subject === child.issuer);
    if (!issuer || issuer === child) break;
    top = issuer;
  }
  return top?.issuer ?? '';
}

/** Longest name of an authority or host to show; certificates come from strangers. */
const LONGEST_NAME = 100;
const MOST_NAMES = 3;

/** The common name of a distinguished name, as Node writes it (an attribute a line), or else its last attribute. */
function nameOf(distinguished: string | undefined): string {
  const lines = (distinguished ?? '').split('\n');
  const common = lines.findLast((line) => line.startsWith('CN=')) ?? lines.at(-1) ?? '';
  const name = common.slice(common.indexOf('=') + 1);
  return name === '' ? 'somebody without a name' : `\`${visible(name.slice(0, LONGEST_NAME))}\``;
}

/** Node quotes what could be mistaken for something else, as JSON (CVE-2021-44532). */
function alternativeNames({ subjectAltName = '' }: X509Certificate): string[] {
  const names = subjectAltName.matchAll(/(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g);
  return Array.from(names, ([, name = '']) => visible(name.slice(0, LONGEST_NAME)));
}

function listed(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return joined(names);
  return `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
}

/** `a`, `a and b`, `a, b and c`. */
export const joined = (parts: readonly string[]): string =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');
