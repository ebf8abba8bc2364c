import type { Expectations } from './expectations.ts';

/** A small world and exactly what the check says of it: documentation and test at once. */
export interface Example {
  /** What it shows, as a phrase: `eleven includes`. */
  readonly name: string;
  /**
   * Master file text with `$ORIGIN example.com.` and `$TTL 3600` understood; what is not in it does not exist.
   * The audited domain is `example.com` unless `domain` says otherwise.
   */
  readonly zone: string;
  readonly domain?: string;
  /** Names whose questions fail with SERVFAIL. */
  readonly servfail?: readonly string[];
  /** DMARC reports about the domain, for checks over traffic; `policy` is the p they show. */
  readonly traffic?: readonly ExampleRow[];
  /** Reports of an earlier period that the traffic is compared with. */
  readonly earlierTraffic?: readonly ExampleRow[];
  readonly policy?: 'none' | 'quarantine' | 'reject';
  /** TLS reports about the domain, for checks over sessions. */
  readonly tlsSessions?: readonly ExampleSessions[];
  /** What a mail server's log says of the domain's mail, for checks over deliveries. */
  readonly deliveries?: readonly ExampleDelivery[];
  /** Lines of that log nobody understood. */
  readonly unreadLines?: number;
  /** Selectors the user named. */
  readonly selectors?: readonly string[];
  /** What HTTPS answers, by URL; a text is a 200 with it as text/plain. Nobody answers elsewhere. */
  readonly web?: Readonly<Record<string, string | ExamplePage>>;
  /** What mail hosts show on port 25, by host name; where it is given, hosts are probed, and nobody answers elsewhere. */
  readonly smtp?: Readonly<Record<string, ExampleMailHost>>;
  /** What single name servers hold, by host name: a zone as above, or how they fail. Given, the servers are asked. */
  readonly servers?: Readonly<Record<string, string | { readonly failure: 'refused' | 'timeout' | 'lame' }>>;
  /** Names, with all below them, whose answers a trusted resolver has validated; given, the resolver is trusted. */
  readonly authentic?: readonly string[];
  /** Names whose answers a validating resolver refuses. */
  readonly bogus?: readonly string[];
  /** The world as it was recorded before. */
  readonly earlier?: Pick<Example, 'zone' | 'web'>;
  readonly parked?: true;
  readonly expectations?: Expectations;
  readonly sendingAddresses?: readonly string[];
  readonly dnsbls?: readonly string[];
  /** The day it is, as YYYY-MM-DD; 2026-11-01 unless it is said. */
  readonly today?: string;
  /** Exactly the message keys expected, a key once per finding, in any order; empty for a healthy world. */
  readonly expect: readonly string[];
  /** The outcome, where it is not simply `fail` with findings and `pass` without. */
  readonly outcome?: 'not-applicable' | 'inconclusive';
}

/** An answer over HTTPS; a 200 as text/plain unless it says otherwise. */
export interface ExamplePage {
  readonly code?: number;
  readonly contentType?: string;
  readonly location?: string;
  readonly body?: string;
  /** Instead of an answer. */
  readonly failure?: 'certificate' | 'tls' | 'network' | 'timeout' | 'too-large' | 'no-address';
}

/** A mail host on port 25; one with a fine TLS 1.3 session unless it says otherwise. */
export interface ExampleMailHost {
  readonly banner?: string;
  readonly extensions?: readonly string[];
  readonly startTls?: 'not-offered' | 'refused' | 'failed';
  readonly protocol?: string;
  readonly cipher?: string;
  /** DER in base64, the host's own first. */
  readonly certificates?: readonly string[];
  /** Why usual authorities do not vouch for it; they do unless it says so. */
  readonly distrust?: string;
  /** Instead of an answer. */
  readonly failure?: 'network' | 'timeout' | 'protocol';
}

/** A row of a DMARC report, as short as it can be said. */
export interface ExampleRow {
  /** Header From domain. */
  readonly from: string;
  readonly ip: string;
  readonly count: number;
  /** `domain selector result`; empty for no signature. */
  readonly dkim: string;
  /** `domain result`; aligned where the domain is that of the From, or below the same organisation. */
  readonly spf: string;
  /** Days of the period, the first being 1: the row stands in the report of each of them; 1 where it is not said. */
  readonly days?: number | readonly [first: number, last: number];
}

/** Sessions under one policy on one day, as short as they can be said. */
export interface ExampleSessions {
  /** Policy type and, for MTA-STS, the mode: `sts enforce`, `tlsa`, `no-policy-found`. */
  readonly policy: string;
  readonly successful?: number;
  readonly failed?: number;
  /** Result type of those that failed. */
  readonly result?: string;
  readonly mx?: string;
  /** YYYY-MM-DD; 2026-10-01 unless it is said. */
  readonly day?: string;
}

/** Recipients that all fared alike, as short as it can be said; one attempt each. */
export interface ExampleDelivery {
  readonly kind:
    | 'delivered'
    | 'deferred'
    | 'bounced'
    | 'expired'
    | 'dropped'
    | 'complained'
    | 'opened'
    | 'unsubscribed';
  /** Recipients; 1 where it is not said. */
  readonly count?: number;
  /** Recipient domain; example.net where it is not said. */
  readonly to?: string;
  /** What the receiver said. */
  readonly reply?: string;
  /** Hours of the period, the first being 0, over which they are spread evenly; the first where it is not said. */
  readonly hours?: readonly [first: number, last: number];
  /** Category of the mail; streams are told apart by it. */
  readonly category?: string;
  /** Seconds to acceptance. */
  readonly delay?: number;
  /** TLS version, or false for none. */
  readonly tls?: string | false;
  /** The same recipients as those of the entry before: what happened to them next. */
  readonly next?: true;
}
