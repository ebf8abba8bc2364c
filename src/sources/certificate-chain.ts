import type { X509Certificate } from 'node:crypto';

/**
 * Whether a chain leads to a root:
 * - `trusted`: it does
 * - `self-signed`: it is a single certificate that vouches for itself
 * - `incomplete`: who issued the last one is not in the file, and is no root; the issuer's name
 * - `unknown-root`: it ends in a root, which is none of ours; its name
 * - `broken`: a certificate did not issue the one before it, or must not issue any; its place in the file, from 1
 * - `expired-issuer`: one of the issuers is out of date; its place
 */
export type ChainTrust =
  | { readonly state: 'trusted' }
  | { readonly state: 'self-signed' }
  | { readonly state: 'incomplete' | 'unknown-root'; readonly issuer: string }
  | { readonly state: 'broken' | 'expired-issuer'; readonly place: number };

/**
 * Judges a chain, the end certificate first, each followed by its issuer, the root at the end or left out
 * (draft-fetch-validation-vmc-wchuang §3). Signatures are verified; the dates of the first certificate are not judged
 * here, and revocation is not asked for.
 */
export function chainTrust(
  chain: readonly [X509Certificate, ...X509Certificate[]],
  roots: readonly X509Certificate[],
  now: Date,
): ChainTrust {
  const last = chain.at(-1)!;
  for (const [index, issuer] of chain.entries()) {
    const issued = chain[index - 1];
    if (issued === undefined) continue;
    if (!isIssuedBy(issued, issuer)) return { state: 'broken', place: index + 1 };
    if (!isCurrent(issuer, now)) return { state: 'expired-issuer', place: index + 1 };
  }
  if (roots.some(({ fingerprint256 }) => fingerprint256 === last.fingerprint256)) return { state: 'trusted' };
  if (roots.some((root) => isIssuedBy(last, root) && isCurrent(root, now))) return { state: 'trusted' };
  if (!isSelfSigned(last)) return { state: 'incomplete', issuer: nameIn(last.issuer) };
  return chain.length === 1 ? { state: 'self-signed' } : { state: 'unknown-root', issuer: nameIn(last.subject) };
}

/** Names match, the issuer may issue, and its key fits the signature, which `checkIssued` does not look at. */
const isIssuedBy = (issued: X509Certificate, issuer: X509Certificate): boolean =>
  issuer.ca && issued.checkIssued(issuer) && isSignedBy(issued, issuer);

/** Not by `checkIssued`: what vouches for itself is seldom allowed to issue anything. */
const isSelfSigned = (certificate: X509Certificate): boolean =>
  certificate.subject === certificate.issuer && isSignedBy(certificate, certificate);

function isSignedBy(issued: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return issued.verify(issuer.publicKey);
  } catch {
    return false; // a kind of key that cannot have signed it
  }
}

const isCurrent = ({ validFrom, validTo }: X509Certificate, now: Date): boolean =>
  new Date(validFrom) <= now && now <= new Date(validTo);

/** The common name, or whatever else there is; Node gives none for a name without attributes. */
const nameIn = (distinguished: string | undefined): string =>
  /^CN=(.*)$/m.exec(distinguished ?? '')?.[1] ?? distinguished?.replaceAll('\n', ', ') ?? 'nobody';
