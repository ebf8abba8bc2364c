import { addressDomain, addressParts } from '../../protocols/address-parts.ts';
import { addressIn } from './address.ts';
import { headerOf, type MailContents } from './contents.ts';

const LOCAL_PART = /^[\p{L}\p{N}._+-]{1,64}$/u;

/**
 * A user that a server calls by the name alone, as an address: the one the message was for that begins so, or else at the
 * domain of the server that writes. Undefined where neither is known.
 */
export function wholeAddress(name: string, mail: MailContents, expected: readonly string[]): string | undefined {
  if (name.includes('@')) return name;
  if (!LOCAL_PART.test(name)) return undefined;
  const alike = expected.filter((address) => addressParts(address)?.local.toLowerCase() === name.toLowerCase());
  if (alike.length === 1) return alike[0];
  const domain = addressDomain(addressIn(headerOf(mail, 'from') ?? '') ?? '');
  return domain === '' ? undefined : `${name}@${domain}`;
}
