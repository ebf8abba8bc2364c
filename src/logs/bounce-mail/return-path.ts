import { addressesIn } from './address.ts';
import type { MailContents } from './contents.ts';

/** Senders that give every recipient a return path of its own keep the address in it (VERP): `bounces+anna=example.org@`. */
const VERP =
  /^(?!srs[01][=+-]|prvs=|btv1==|msprvs1=)(?:[^@+]*-return-\d+-|[^@+]{0,64}\+(?:\d{3,}-(?:[\da-f]{4}-)?)?)(?<local>[^@=]{1,64})=(?<domain>(?:[a-z\d-]+\.)+[a-z]{2,})@/i;
const ADDRESSED = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to']);

/** Characters of a field that are looked at. */
const FIELD_LENGTH = 2000;

/** The recipient that the address tells to which the bounce was sent; undefined where it tells none. */
export function recipientInReturnPath(mail: MailContents): string | undefined {
  for (const { name, value } of mail.fields) {
    if (!ADDRESSED.has(name) || !value.includes('=')) continue;
    const recipient = recipientInVerp(value);
    if (recipient !== undefined) return recipient;
  }
  return undefined;
}

/** The recipient that a return path of its own keeps, in a field that may hold more. */
export function recipientInVerp(value: string): string | undefined {
  for (const { address } of addressesIn(value.slice(0, FIELD_LENGTH))) {
    const { local, domain } = VERP.exec(address)?.groups ?? {};
    if (local !== undefined && domain !== undefined) return `${local}@${domain}`;
  }
  return undefined;
}
