import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider, ProviderCategory } from '../providers/provider.ts';
import type { Branch } from './branch.ts';
import type { Homes } from './homes.ts';
import type { Sender } from './identify.ts';
import type { Ours } from './ours.ts';
import type { Signature } from './signature.ts';
import type { Purpose, Stream, StreamClass } from './stream.ts';
import { tellingKeys } from './telling-key.ts';

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

/** What a row's stream is named by. */
export interface Belonging {
  readonly signature: Signature;
  readonly sourceIp: string;
  readonly sender: Sender;
  readonly homes: Homes;
  readonly streamClass: StreamClass;
  readonly ours: Ours;
  readonly organisation: (domain: string) => string;
  readonly branch: Branch;
  readonly catalogue: Catalogue;
  /** The own-domain selector most of the address's mail is signed with. */
  readonly keyOfAddress: string | undefined;
}

/** The stream a row belongs to. All that is forwarded, and all that is suspicious, is one stream per From domain. */
export function streamOf(row: Belonging): Stream {
  const { signature, sender, streamClass, organisation, branch } = row;
  const { headerFrom } = signature;
  if (streamClass === 'forwarded')
    return { id: `forwarded/${headerFrom}`, name: 'forwarded', sender: 'forwarded', purpose: 'forwarded', headerFrom };
  if (streamClass === 'suspicious')
    return { id: `suspicious/${headerFrom}`, name: 'suspicious', sender: 'suspicious', purpose: 'spoofed', headerFrom };
  const { provider } = sender;
  const purpose = purposeOf(provider, headerFrom, organisation(headerFrom));
  const named = (id: string, name: string, providerId?: string): Stream => ({
    id: `${id}/${purpose}/${headerFrom}`,
    name: purpose === 'unknown' ? name : `${name} · ${purpose}`,
    ...(providerId === undefined ? {} : { provider: providerId }),
    sender: id,
    purpose,
    headerFrom,
  });
  if (provider !== undefined) return named(provider.id, provider.name, provider.id);
  if (branch.kind === 'own') {
    // Several servers of one's own are several streams: told apart by the key they sign with, else by their SPF term.
    const which = ownKey(row) ?? row.keyOfAddress ?? branch.term;
    return named(`own:${which}`, `own server (${which})`, 'own');
  }
  return unnamed(row, named);
}

const ownKey = ({ signature, ours, catalogue }: Belonging): string | undefined =>
  tellingKeys(signature, ours, catalogue)[0]?.selector;

/** Senders nobody could name stay together by the strongest thing they share: a key, a return path, the domain's own SPF. */
function unnamed(row: Belonging, named: (id: string, name: string) => Stream): Stream {
  const { signature, sourceIp, homes, ours, organisation, keyOfAddress } = row;
  const key = ownKey(row) ?? keyOfAddress;
  if (key !== undefined) return named(`dkim:${key}`, `DKIM key ${key}`);
  const passed = [...signature.dkim, ...signature.spf].filter(
    ({ domain, result }) => result === 'pass' && domain !== '',
  );
  const foreign = passed.find(({ domain }) => !ours(domain));
  if (foreign !== undefined) return named(`via:${organisation(foreign.domain)}`, `via ${organisation(foreign.domain)}`);
  // Where DNS failed a receiver, SPF passed for other mail from the address.
  const isListed = passed.length > 0 || homes.authorised(signature.headerFrom, sourceIp);
  return isListed ? named('own-spf', 'own SPF record') : named('unnamed', 'unnamed sender');
}
