import { ownCopy } from '../core/own-copy.ts';
import type { Catalogue } from './catalogue.ts';
import type { Provider, ProviderCategory } from './provider.ts';

/** Who takes mail in for a recipient. `mx`: the host that was spoken to says so; `domain`: only the address does. */
export interface MailboxProvider {
  readonly id: string;
  readonly name: string;
  readonly by: 'mx' | 'domain';
}

export type MailboxProviderOf = (relayHost: string | undefined, recipientDomain: string) => MailboxProvider | undefined;

/** Of the services with inbound hosts, those behind which mailboxes lie; the others receive bounces and replies. */
const RECEIVING: ReadonlySet<ProviderCategory> = new Set(['mailbox', 'gateway', 'forwarder', 'hosting']);

/** Hosts that take customers' outgoing mail: `smtp.comcast.net` as the next hop says nothing of who receives. */
const SUBMISSION = /^(?:smtp|smtps|submission|(?:smtp-?)?relay|(?:smtp-?)?out(?:bound|going)?|mail|smarthost)\d*\./i;

/** A log may name a domain once and never again; a large sender's recipients have some 100,000, most of them tiny. */
const MAX_REMEMBERED = 16_384;

/** The longest name in DNS (RFC 1035 §2.3.4); longer ones are not kept in memory. */
const MAX_NAME_LENGTH = 255;

/**
 * The mailbox provider by the MX host of the log, without DNS; by the recipient's domain where the log names no host, or one
 * that is no provider's. Remembers what it was asked, as it is called for every event.
 */
export function mailboxProviderOf(catalogue: Catalogue): MailboxProviderOf {
  /** One object per provider and way, so that a million events share it. */
  const answersBy = (by: MailboxProvider['by']): ((provider: Provider) => MailboxProvider) => {
    const answers = new Map<Provider, MailboxProvider>();
    return (provider) => {
      const known = answers.get(provider);
      if (known !== undefined) return known;
      const made: MailboxProvider = { id: provider.id, name: provider.name, by };
      answers.set(provider, made);
      return made;
    };
  };
  const [answerByMx, answerByDomain] = [answersBy('mx'), answersBy('domain')];

  const byHost = remembered((host) => {
    const provider = catalogue.byMx(host);
    if (provider === undefined || !RECEIVING.has(provider.category)) return undefined;
    return { provider, isSubmission: SUBMISSION.test(host) };
  });
  const byDomain = remembered(catalogue.byMailDomain);

  return (relayHost, recipientDomain) => {
    const host = relayHost === undefined ? undefined : byHost(relayHost);
    if (host?.isSubmission === false) return answerByMx(host.provider);
    const domain = byDomain(recipientDomain);
    if (host !== undefined && (domain === undefined || domain === host.provider)) return answerByMx(host.provider);
    return domain === undefined ? undefined : answerByDomain(domain);
  };
}

function remembered<Found>(find: (name: string) => Found | undefined): (name: string) => Found | undefined {
  const known = new Map<string, Found | undefined>();
  return (name) => {
    const present = known.get(name);
    if (present !== undefined || known.has(name)) return present;
    const found = find(name);
    if (name.length > MAX_NAME_LENGTH) return found;
    if (known.size >= MAX_REMEMBERED) known.clear();
    // A slice of a log would keep the piece alive that it was cut from.
    known.set(ownCopy(name), found);
    return found;
  };
}
