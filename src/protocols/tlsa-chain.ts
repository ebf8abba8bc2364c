import { isIssuedBy, isSignedWith, matchingName, readCertificate, type Certificate } from './certificate.ts';
import { DANE_EE, isAbout, isAboutAuthority, isUsable, octetsOf, type TlsaData } from './tlsa.ts';

/** What a sender that honours TLSA records makes of the certificates a host shows (RFC 7672 §3). */
export type DaneVerdict =
  | { readonly state: 'holds'; readonly by: TlsaData }
  /** A record matches, but for its usage and selector there is a stronger digest, and that does not (RFC 7671 §9). */
  | { readonly state: 'digest'; readonly by: TlsaData }
  /** Only an authority is matched, and then names and dates count as well (RFC 7671 §5.2). */
  | { readonly state: 'name' | 'dates'; readonly by: TlsaData }
  | { readonly state: 'mismatch' }
  /** No record can be used: senders encrypt, and authenticate nobody (RFC 7672 §2.2). */
  | { readonly state: 'unusable' };

/** Signatures are dear; chains that work have two to four certificates. */
const LONGEST_PATH = 10;

/** Judges a chain, the host's own certificate first. `names`: of the host, and of the domain mail is for (RFC 7672 §3.2.2). */
export function daneVerdict(
  records: readonly TlsaData[],
  chain: readonly Certificate[],
  names: readonly string[],
  now: Date,
): DaneVerdict {
  const usable = records.filter((record) => isUsable(record));
  if (usable.length === 0) return { state: 'unusable' };
  const verdict = verdictOf(withStrongestDigest(usable), chain, names, now);
  if (verdict.state !== 'mismatch') return verdict;
  const lenient = verdictOf(usable, chain, names, now);
  return lenient.state === 'holds' ? { state: 'digest', by: lenient.by } : verdict;
}

/** Matching type 2 is stronger than 1; whole certificates and keys are no digests, and stay. */
const withStrongestDigest = (records: readonly TlsaData[]): TlsaData[] =>
  records.filter(
    (record) =>
      record.matching !== 1 ||
      !records.some(
        ({ usage, selector, matching }) => usage === record.usage && selector === record.selector && matching === 2,
      ),
  );

function verdictOf(
  usable: readonly TlsaData[],
  chain: readonly Certificate[],
  names: readonly string[],
  now: Date,
): DaneVerdict {
  const [own, ...others] = chain;
  if (own === undefined) return { state: 'mismatch' };
  // Nothing but the key, or the certificate, counts here: neither name nor date (RFC 7672 §3.1.1).
  const exact = usable.find((record) => record.usage === DANE_EE && isAbout(record, own));
  if (exact !== undefined) return { state: 'holds', by: exact };

  const authorities = usable.filter((record) => isAboutAuthority(record));
  if (authorities.length === 0) return { state: 'mismatch' };
  const path = issuersOf(own, others);
  const anchors = authorities.flatMap((by) => {
    const length = anchorOf(by, path);
    return length === undefined ? [] : [{ by, length }];
  });
  const [nearest] = anchors.toSorted((a, b) => a.length - b.length);
  if (nearest === undefined) return { state: 'mismatch' };
  const { by, length } = nearest;
  if (!path.slice(0, length).every(({ notBefore, notAfter }) => notBefore <= now && now <= notAfter))
    return { state: 'dates', by };
  return { state: names.some((name) => matchingName(own, name) !== undefined) ? 'holds' : 'name', by };
}

/** From the host's own certificate up, as far as signatures lead; senders mind no order either (RFC 8446 §4.4.2). */
function issuersOf(own: Certificate, others: readonly Certificate[]): Certificate[] {
  const path = [own];
  const left = others.slice(0, LONGEST_PATH);
  for (let last = own; path.length < LONGEST_PATH;) {
    const index = left.findIndex((candidate) => isIssuedBy(last, candidate));
    const issuer = left[index];
    if (issuer === undefined) break;
    left.splice(index, 1);
    path.push(issuer);
    last = issuer;
  }
  return path;
}

/** How many certificates of the path lie up to the authority a record names, itself included where it was sent. */
function anchorOf(record: TlsaData, path: readonly Certificate[]): number | undefined {
  const index = path.findIndex((certificate, depth) => depth > 0 && isAbout(record, certificate));
  if (index !== -1) return index + 1;
  // A record that holds all of the authority makes up for one that was not sent (RFC 7671 §5.2.2, §5.2.3).
  const last = path.at(-1);
  if (record.matching !== 0 || last === undefined) return undefined;
  const octets = octetsOf(record.data);
  const key = record.selector === 1 ? octets : readCertificate(octets)?.spki;
  return key !== undefined && isSignedWith(last, key) ? path.length : undefined;
}
