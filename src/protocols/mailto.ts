import { readable } from '../core/readable.ts';
import { addressParts } from './address-parts.ts';
import { domainName, isHostName, labels } from './domain.ts';
import { quote } from './tag-list.ts';

/** The address of a `mailto:` URI, as far as it can be read. */
export interface MailAddress {
  /** Percent-decoded; present where it is, or is meant as, an address. */
  readonly address?: string;
  /** Lower case, as A-labels. */
  readonly domain?: string;
  /** What is wrong, as a sentence. */
  readonly fault?: string;
  /** What belongs behind `mailto:`, header fields included; absent where nobody can tell. */
  readonly meant?: string;
}

/**
 * Reads what stands behind `mailto:` (RFC 6068 §2), an octet string; header fields behind `?` are not ours. Of what may
 * not stand in an address, what is clear is corrected: slashes as if it were a web address, a final dot, a domain that
 * is not written as A-labels.
 */
export function mailAddress(rest: string): MailAddress {
  const [written = '', ...fields] = rest.split('?');
  const shown = readable(written);
  const bare = shown.replace(/^\/+/, '');
  const address = decoded(bare);
  const { local, domain: named } = addressParts(address) ?? NEITHER;
  const domain = domainName(named);
  const isLocal = /^[\x21-\x7E]+$/.test(local) && !/[@<>()[\]:;,\\"]/.test(local);
  if (!isLocal || !isHostName(domain) || labels(domain).length < 2) {
    return { fault: `${quote(decoded(shown))} is no mail address` };
  }
  const meant = [`${encoded((addressParts(bare) ?? NEITHER).local)}@${domain}`, ...fields].join('?');
  const fault = faultIn(shown, bare);
  return { address, domain, meant, ...(fault === undefined ? {} : { fault }) };
}

const NEITHER = { local: '', domain: '' };

/** Why an address that is clear is none all the same. */
function faultIn(shown: string, bare: string): string | undefined {
  const slashes = shown.slice(0, shown.length - bare.length);
  if (slashes !== '') return `No ${quote(slashes)} belongs behind "mailto:", but it stands before ${quote(bare)}`;
  if (bare.endsWith('.')) return `${quote(bare)} ends in a dot, which no mail address does`;
  const bad = /[/#]/.exec(bare)?.[0];
  return bad === undefined ? undefined : `The ${quote(bad)} in ${quote(bare)} has to be written as ${encoded(bad)}`;
}

/** Of what RFC 6068 §2 wants encoded, what makes something else of the URI: a path, or a fragment. */
const encoded = (text: string): string => text.replaceAll('/', '%2F').replaceAll('#', '%23');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not UTF-8 behind its percent signs
  }
}
