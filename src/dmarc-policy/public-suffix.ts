import { createRequire } from 'node:module';
import type * as Tldts from 'tldts';

let library: typeof Tldts | undefined;

/** Asked for as the CommonJS it is: an import would read through its list twice more to find that out, at every start. */
function publicSuffixes(): typeof Tldts {
  library ??= createRequire(import.meta.url)('tldts') as typeof Tldts;
  return library;
}

/**
 * The organisational domain by the public suffix list (RFC 7489 §3.2): the public suffix and one label more. Both of
 * the list's sections count, as DMARC receivers have it; a top-level domain that is not listed is a suffix itself.
 * Undefined for public suffixes and for what is no domain name. Takes names as `domainName` gives them.
 */
export function organizationalDomain(domain: string): string | undefined {
  if (domain.startsWith('.') || domain.includes('..')) return undefined;
  const options = { allowPrivateDomains: true, extractHostname: false, validateHostname: false, detectIp: true };
  return publicSuffixes().getDomain(domain, options) ?? undefined;
}
