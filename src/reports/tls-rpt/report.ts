import type { Repair } from '../../intake/document.ts';
import type { ReadingError } from '../aggregate/reading.ts';

/** A TLS report (RFC 8460 §4.4). What it does not say is absent. */
export interface TlsReport {
  /** `organization-name`, or the domain of `contact-info` where it is missing. */
  readonly reporter: string;
  readonly contact?: string;
  /** Empty where it is missing. */
  readonly reportId: string;
  /** Seconds since 1970, UTC. */
  readonly begin?: number;
  readonly end?: number;
  readonly policies: readonly TlsPolicy[];
}

/** The sessions under one policy. */
export interface TlsPolicy {
  /** `sts`, `tlsa`, `no-policy-found`, or the reporter's own word in lower case; empty where it is missing. */
  readonly type: string;
  /** Lower case, without final dot; Postfix names the mail host here where the policy is one of DANE. Empty where missing. */
  readonly domain: string;
  /** The policy as it was applied: lines of MTA-STS, TLSA records. */
  readonly strings: readonly string[];
  /** `mode` in the lines of an MTA-STS policy. */
  readonly mode?: string;
  /** `mx-host`: the patterns of an MTA-STS policy. */
  readonly mxHosts: readonly string[];
  /** Sessions, as the summary counts them. */
  readonly successful: number;
  readonly failed: number;
  /** Types overlap: one session may stand in several, so their sum may be more than `failed` (RFC 8460 §4.1). */
  readonly failures: readonly TlsFailure[];
}

/** One of the `failure-details`. */
export interface TlsFailure {
  /** Lower case; one of RFC 8460 §4.3 or another; empty where it is missing. */
  readonly resultType: string;
  /** Absent where the report does not say: then it counts none. */
  readonly sessions?: number;
  readonly sendingMtaIp?: string;
  /** Lower case, without final dot. */
  readonly receivingMxHostname?: string;
  /** Postfix puts the whole answer to EHLO here. */
  readonly receivingMxHelo?: string;
  readonly receivingIp?: string;
  readonly reasonCode?: string;
  readonly additionalInformation?: string;
}

/** What reading one document came to. */
export interface TlsReading {
  /** One, but for files that hold several. Those of which no policy could be read, and more was there, are not among them. */
  readonly reports: readonly TlsReport[];
  readonly repairs: readonly Repair[];
  readonly error?: ReadingError;
}
