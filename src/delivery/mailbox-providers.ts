import { ownCopy } from '../core/own-copy.ts';
import type { MailEvent } from '../logs/event.ts';
import type { MailboxProviderOf } from '../providers/mailbox-provider.ts';
import type { Label } from './group.ts';

/** Who the recipients' mail is hosted by, learnt from the log as it is read. */
export interface MailboxProviders {
  of(event: MailEvent): Label;
  /** Whether the id is a provider's, and not the name of a domain. */
  isKnown(id: string): boolean;
  /** Whether the host is an MX of a known provider. */
  isMx(host: string): boolean;
  /** The provider that an MX told of for this domain so far. */
  hostOf(domain: string): Label | undefined;
  /** Id of the provider people know the domain by: gmail.com. */
  ofDomain(domain: string): string | undefined;
}

/** Domains whose MX has been seen. A marketing list has hundreds of thousands; most of their mail goes to a few. */
const MOST_DOMAINS = 100_000;
const NOBODY: Label = { id: '', name: 'not told' };

/**
 * The MX a log names tells the provider, for custom domains too; once seen, it holds for events of the domain that name
 * none. Otherwise the recipient's domain tells it, or stands for itself.
 */
export function mailboxProviders(find: MailboxProviderOf): MailboxProviders {
  const learned = new Map<string, Label>();
  const known = new Map<string, Label>();
  const domains = new Map<string, Label>();

  const labelled = ({ id, name }: Label): Label => {
    const present = known.get(id);
    if (present !== undefined) return present;
    const label = { id, name };
    known.set(id, label);
    return label;
  };
  const ofDomain = (domain: string): Label => {
    if (domain === '') return NOBODY;
    const present = domains.get(domain);
    if (present !== undefined) return present;
    const copy = ownCopy(domain);
    const provider = find(undefined, domain);
    const label = provider === undefined ? { id: copy, name: copy } : labelled(provider);
    if (domains.size >= MOST_DOMAINS) domains.clear();
    domains.set(copy, label);
    return label;
  };

  return {
    of(event) {
      const { recipientDomain, relay } = event;
      const host = relay === undefined && !learned.has(recipientDomain) ? askedIn(event) : relay?.host;
      if (host !== undefined) {
        const provider = find(host, '');
        if (provider !== undefined) {
          const label = labelled(provider);
          if (learned.get(recipientDomain) !== label && learned.size < MOST_DOMAINS)
            learned.set(ownCopy(recipientDomain), label);
          return label;
        }
      }
      return learned.get(recipientDomain) ?? ofDomain(recipientDomain);
    },
    isKnown: (id) => known.has(id),
    isMx: (host) => find(host, '') !== undefined,
    hostOf: (domain) => learned.get(domain),
    ofDomain: (domain) => find(undefined, domain)?.id,
  };
}

/** `connect to mx.example[192.0.2.1]:25: Connection refused`: nobody took it, and who was asked stands in the words alone. */
const ASKED = /^(?:connect to|lost connection with|conversation with) ([^\s[\]]+)\[[\da-f.:]+\]/i;

const askedIn = ({ kind, diagnostic }: MailEvent): string | undefined =>
  kind === 'deferred' && diagnostic !== undefined ? ASKED.exec(diagnostic)?.[1] : undefined;
