import { isIssuedBy, isSelfSigned, type Certificate } from '../protocols/certificate.ts';

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
  chain: readonly [Certificate, ...Certificate[]],
  roots: readonly Certificate[],
  now: Date,
): ChainTrust {
  const last = chain.at(-1)!;
  for (const [index, issuer] of chain.entries()) {
    const issued = chain[index - 1];
    if (issued === undefined) continue;
    if (!isDulyIssuedBy(issued, issuer)) return { state: 'broken', place: index + 1 };
    if (!isCurrent(issuer, now)) return { state: 'expired-issuer', place: index + 1 };
  }
  if (roots.some(({ der }) => Buffer.compare(der, last.der) === 0)) return { state: 'trusted' };
  if (roots.some((root) => isDulyIssuedBy(last, root) && isCurrent(root, now))) return { state: 'trusted' };
  if (!isSelfSigned(last)) return { state: 'incomplete', issuer: last.issuer };
  return chain.length === 1 ? { state: 'self-signed' } : { state: 'unknown-root', issuer: last.subject };
}

/** The key fits the signature, the names match, and the issuer may issue. */
const isDulyIssuedBy = (issued: Certificate, issuer: Certificate): boolean =>
  issuer.isAuthority && isIssuedBy(issued, issuer);

const isCurrent = ({ notBefore, notAfter }: Certificate, now: Date): boolean => notBefore <= now && now <= notAfter;
