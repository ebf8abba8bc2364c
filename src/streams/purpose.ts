import type { Provider, ProviderCategory } from '../providers/provider.ts';
import type { Purpose } from './stream.ts';

const BY_CATEGORY: Readonly<Record<ProviderCategory, Purpose>> = {
  transactional: 'transactional',
  marketing: 'marketing',
  crm: 'crm',
  support: 'support',
  mailbox: 'corporate',
  gateway: 'corporate',
  forwarder: 'forwarded',
  saas: 'transactional',
  hosting: 'unknown',
  dmarc: 'unknown',
};

/** What people call the sub-domains they send from; the whole label must match. */
const BY_LABEL: readonly (readonly [RegExp, Purpose])[] = [
  [
    /^(?:news(?:letters?)?|nl|marketing|mktg?|promo(?:tion)?s?|campaigns?|offers?|deals|e?mailings?|broadcasts?|bulk|updates?|info-?mail)\d*$/,
    'marketing',
  ],
  [/^(?:help(?:desk|center)?|support|tickets?|service-?desk|care)\d*$/, 'support'],
  [
    /^(?:billing|invoices?|receipts?|orders?|payments?|shipping|shipments?|bookings?|reservations?|confirmations?|password-?resets?|verif(?:y|ications?)|otp|shop|store|notif(?:y|ications?)|alerts?|transactional|tx|account(?:s|ing)?|no-?reply)\d*$/,
    'transactional',
  ],
  [/^(?:rechnung(?:en)?|bestellung(?:en)?|factur[ae]s?|commandes?|fattur[ae]|ordini|pedidos?)\d*$/, 'transactional'],
  [/^(?:crm|sales)\d*$/, 'crm'],
  [/^(?:corp|staff|office|mail|intern(?:al)?)\d*$/, 'corporate'],
];

/** What people mean by a word they name a sub-domain, a category or a message stream with. */
export const purposeOfWord = (word: string): Purpose | undefined => BY_LABEL.find(([says]) => says.test(word))?.[1];

/** The From domain's own word first, then what the service is mostly used for. */
export function purposeOf(provider: Provider | undefined, headerFrom: string, organisation: string): Purpose {
  const below = headerFrom.length > organisation.length ? headerFrom.slice(0, -organisation.length - 1).split('.') : [];
  for (const label of below) {
    const purpose = purposeOfWord(label);
    if (purpose !== undefined) return purpose;
  }
  return provider === undefined ? 'unknown' : BY_CATEGORY[provider.category];
}
