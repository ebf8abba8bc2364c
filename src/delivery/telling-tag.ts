import type { MailEvent } from '../logs/event.ts';
import { addressParts } from '../protocols/address-parts.ts';
import { purposeOfWord } from '../streams/naming.ts';

/** What the sender itself calls a part of its mail, most telling first: it splits the mail of one service into streams. */
const TELLING_TAGS = [
  'stream',
  'configuration-set',
  'category',
  'vmta',
  'tenant',
  'ip-pool',
  'subaccount',
  'sasl',
  'tag',
] as const;

/** The first of them that says something; undefined where none does. */
export function tellingTag(tags: MailEvent['tags']): string | undefined {
  for (const name of TELLING_TAGS) {
    const value = tags[name];
    if (value === undefined || value === '') continue;
    const login = name === 'sasl' ? addressParts(value) : undefined;
    if (login === undefined) return value;
    // A login that is an address is a person's, unless its name says what the mail is for: noreply@, orders@.
    const local = login.local.toLowerCase();
    if (purposeOfWord(local) !== undefined) return local;
  }
  return undefined;
}
