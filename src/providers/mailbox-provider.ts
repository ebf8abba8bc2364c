import type { Catalogue } from './catalogue.ts';

/** A mailbox provider, and what it was known by. */
export interface MailboxProvider {
  readonly id: string;
  readonly name: string;
  readonly by: 'mx' | 'domain';
}
export type MailboxProviderOf = (relayHost: string | undefined, recipientDomain: string) => MailboxProvider | undefined;

export function mailboxProviderOf(catalogue: Catalogue): MailboxProviderOf {
  return (relayHost, recipientDomain) => {
    const byMx = relayHost === undefined ? undefined : catalogue.byMx(relayHost);
    if (byMx !== undefined) return { id: byMx.id, name: byMx.name, by: 'mx' };
    const byDomain = recipientDomain === '' ? undefined : catalogue.byReturnPath(recipientDomain);
    return byDomain === undefined ? undefined : { id: byDomain.id, name: byDomain.name, by: 'domain' };
  };
}
