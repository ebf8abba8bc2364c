import type { Place } from './facts.ts';

/** What somebody says of a domain, to hold DNS to. What is not said is not expected. */
export interface Expectations {
  /** Where it is written down. */
  readonly place?: Place;
  /** The least DMARC policy. */
  readonly policy?: 'none' | 'quarantine' | 'reject';
  /** Ids of providers that send for the domain: exactly these, and no others. */
  readonly senders?: readonly string[];
  /** Names that SPF may include; of what they include themselves, nothing is said. */
  readonly includes?: readonly string[];
  /** The mail hosts, all of them. */
  readonly mx?: readonly string[];
  /** DKIM selectors that must have a key. */
  readonly selectors?: readonly string[];
}
