/** What a sending or receiving service is, which decides how its traffic is read. */
export type ProviderCategory =
  | 'transactional' // receipts, alerts, password mails by API
  | 'marketing' // newsletters, campaigns
  | 'crm' // sales mail, sequences, marketing suites around contacts
  | 'support' // help desks, ticket systems
  | 'mailbox' // people's own mailboxes: staff mail, and forwarding
  | 'gateway' // mail passes through it on its way out or in
  | 'forwarder' // re-sends what others sent
  | 'saas' // an application that mails in the customer's name
  | 'hosting' // web hosts and their shared mail relays
  | 'dmarc'; // report receivers; they send nothing for you

/** A fact is worth what its source is worth. */
export interface ProviderSource {
  readonly url: string;
  /** When the fact was looked at, `YYYY-MM`. */
  readonly checked: string;
  /**
   * vendor: the vendor's own page or template; zone: a real zone file; observed: seen live or by a third party. An observed
   * URL of a DNS query names the record itself, of which copies in public zones, reports or mails were read.
   */
  readonly evidence: 'vendor' | 'zone' | 'observed';
}

/** A selector a service uses in its customers' domains. Common names (k1, s1, default, mail) identify nobody alone. */
export interface ProviderSelector {
  /** The selector itself, or a pattern that must match all of it. */
  readonly match: string | RegExp;
  /** Whether the selector alone names the service; otherwise it only confirms other evidence. */
  readonly alone: boolean;
  /** Selectors to probe in DNS, where `match` is a pattern or the names come in sets. */
  readonly probe?: readonly string[];
}

/**
 * What is known of one service. Domains match on label boundaries, the longest suffix wins, and every table is its own:
 * a domain in `mx` says nothing about `spfIncludes`.
 */
export interface Provider {
  /** Equal to the file's name. */
  readonly id: string;
  readonly name: string;
  readonly category: ProviderCategory;
  /** d= domains the service signs with itself. */
  readonly dkimDomains?: readonly string[];
  readonly selectors?: readonly ProviderSelector[];
  /** Where a customer's selector CNAME points. */
  readonly dkimTargets?: readonly string[];
  /** Envelope-from domains of the service, and CNAME or MX targets of a customer's return-path name. */
  readonly returnPaths?: readonly string[];
  /**
   * Domains of its own, that publish SPF or that its notices are From, where it is not known what it signs and which envelope
   * it uses: nobody else can have names below them, so what authenticated there is its own.
   */
  readonly ownDomains?: readonly string[];
  /** Names that customers include, or what such names lie below. */
  readonly spfIncludes?: readonly string[];
  /** What most customers include, where `spfIncludes` only holds what it lies below. */
  readonly spfInclude?: string;
  /**
   * Whose SPF is asked for, where the vendor documents it: `own`, always the service's; `return-path`, that of a name the
   * customer points into `returnPaths` by MX or CNAME, or else the service's. An include in another record does nothing.
   */
  readonly envelope?: 'own' | 'return-path';
  /** Inbound mail hosts. */
  readonly mx?: readonly string[];
  /**
   * Domains of people's addresses that it hosts, exactly as written: a company's own domain below one of them is somebody
   * else's. `.rr.com` means every name below. For logs that name no host.
   */
  readonly mailDomains?: readonly string[];
  /** Base domains of its addresses' PTR names. */
  readonly ptr?: readonly string[];
  /**
   * Networks in CIDR notation that the service says it sends from, in its documentation or its own SPF record. An address
   * is no forgery, so it names who handed the message over; that may be a mailbox there which re-sent it.
   */
  readonly networks?: readonly string[];
  /** Ids of services whose infrastructure it sends through: Resend runs on Amazon SES. The tenant's name wins. */
  readonly runsOn?: readonly string[];
  /** A sentence on what a customer must do to be aligned, where the vendor documents it. */
  readonly alignment?: string;
  readonly sources: readonly ProviderSource[];
}

/** Keeps a provider file a plain table, checked by the compiler. */
export const defineProvider = (provider: Provider): Provider => provider;
