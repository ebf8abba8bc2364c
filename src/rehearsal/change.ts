import type { DmarcTag } from '../protocols/dmarc.ts';

/** Tags of the DMARC record that a rehearsal may set. */
export type RehearsedTag = Extract<DmarcTag, 'p' | 'sp' | 'np' | 'adkim' | 'aspf' | 't'>;

/** A DKIM key that is withdrawn. */
export interface WithdrawnSelector {
  readonly selector: string;
  /** The signing domain; every domain where it is not said. */
  readonly domain?: string;
}

/** What is to be different. Nothing in it: the traffic is judged as it stands. */
export interface Change {
  /** Tags to set in the DMARC records of `domains`. */
  readonly policy: Readonly<Partial<Record<RehearsedTag, string>>>;
  /** SPF records to publish: domain → text. */
  readonly spf: ReadonlyMap<string, string>;
  readonly selectors: readonly WithdrawnSelector[];
  /** Ids of services whose keys, and whose place in our SPF records, are taken away. */
  readonly providers: readonly string[];
  /** Domains whose keys and SPF are taken away, with all below them. */
  readonly withoutDomains: readonly string[];
  /** Whether a planned zone lies over the DNS of now. */
  readonly planned: boolean;
}

export const NO_CHANGE: Change = {
  policy: {},
  spf: new Map(),
  selectors: [],
  providers: [],
  withoutDomains: [],
  planned: false,
};

export const changesAnything = (change: Change): boolean =>
  Object.keys(change.policy).length > 0 || changesAuthentication(change);

/** Whether SPF or DKIM results may come out otherwise. */
export const changesAuthentication = ({ spf, selectors, providers, withoutDomains, planned }: Change): boolean =>
  spf.size + selectors.length + providers.length + withoutDomains.length > 0 || planned;
