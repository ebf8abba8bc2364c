import { foldedName } from './domain.ts';

/** A mail address in two, each part as it is written. */
export interface AddressParts {
  readonly local: string;
  readonly domain: string;
}

/**
 * An address parted at its last `@`: a quoted local part may hold others, a domain none (RFC 5321 §4.1.2). Either part may
 * be empty. Undefined where there is no `@`: what that is, the field it stands in must say.
 */
export function addressParts(address: string): AddressParts | undefined {
  const at = address.lastIndexOf('@');
  return at === -1 ? undefined : { local: address.slice(0, at), domain: address.slice(at + 1) };
}

/**
 * The domain of an address as mail is counted by it: what is behind the last `@`, in lower case and without final dot.
 * Empty where there is no `@`, or nothing behind it. Angle brackets and names are to be taken off before.
 */
export function addressDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? '' : foldedName(address.slice(at + 1));
}
