import { domainToASCII } from 'node:url';

const LABEL_OCTETS = 63; // RFC 1035 §2.3.4
const NAME_OCTETS = 253; // 255 on the wire, less the first length octet and the root label

/** Labels from left to right; the root has none. */
export const labels = (domain: string): string[] => (domain === '' ? [] : domain.split('.'));

/** The domain one label up; undefined for a top-level domain and the root. */
export function parentOf(domain: string): string | undefined {
  const dot = domain.indexOf('.');
  return dot === -1 ? undefined : domain.slice(dot + 1);
}

/** Whether `name` is `parent` or lies below it, on label boundaries. Both as `domainName` gives them. */
export const isSubdomainOf = (name: string, parent: string): boolean =>
  parent === '' || name === parent || name.endsWith(`.${parent}`);

/** The last `count` labels: the domain itself where it has no more. */
export const lastLabels = (domain: string, count: number): string =>
  count === 0 ? '' : labels(domain).slice(-count).join('.');

/**
 * A domain as it is compared: lower case, without final dot, U-labels as A-labels (RFC 9989 §5.3.1).
 * Text that is no domain name comes back as it is in these respects, so that it can be quoted.
 */
export function domainName(text: string): string {
  const bare = text.endsWith('.') ? text.slice(0, -1) : text;
  // oxlint-disable-next-line no-control-regex -- everything beyond ASCII is what needs IDNA
  if (/^[\x00-\x7F]*$/.test(bare)) return bare.toLowerCase();
  return domainToASCII(bare.normalize('NFC')) || bare.toLowerCase();
}

/**
 * A name as mail is counted by it: lower case (RFC 4343), without final dot, and U-labels as they are written, for whoever reads the
 * figures knows the name from the file they were counted in.
 */
export function foldedName(text: string): string {
  const lower = text.toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

/** Letters, digits and hyphens inside labels of 1–63 octets, 253 in all (RFC 1123 §2.1). `domain` without final dot. */
export function isHostName(domain: string): boolean {
  if (domain.length > NAME_OCTETS) return false;
  return labels(domain).length > 0 && labels(domain).every((label) => isHostLabel(label));
}

const isHostLabel = (label: string): boolean =>
  label.length <= LABEL_OCTETS && /^[A-Za-z0-9-]+$/.test(label) && !label.startsWith('-') && !label.endsWith('-');
