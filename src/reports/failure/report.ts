import type { Repair } from '../../intake/document.ts';
import type { AuthResult } from './auth-results.ts';

/** A report about one message (RFC 5965, RFC 6591, RFC 9991). What it does not say is absent; bodies are not kept. */
export interface FailureReport {
  /** `auth-failure`, `abuse` …, in lower case; `unknown` where nothing tells. */
  readonly feedbackType: string;
  /** Domain of the report's From, or else what reporting MTA it names. */
  readonly reporter: string;
  /** Message-ID of the report itself, where it has one: a copy has the same. */
  readonly id?: string;
  /** `Auth-Failure` in lower case: `dmarc`, `dkim`, `spf`, `adsp`, `bodyhash`, `revoked`, `signature`. */
  readonly authFailures: readonly string[];
  /**
   * `Identity-Alignment` as it is written; empty for `none`. RFC 7489 has it name what is aligned, RFC 9991 what failed to
   * be, so by itself it proves nothing.
   */
  readonly identityAlignment?: readonly string[];
  /** What the text for people says about alignment, where only that does (Exim). */
  readonly aligned?: { readonly dkim?: boolean; readonly spf?: boolean };
  readonly authResults: readonly AuthResult[];
  /** Seconds since 1970, UTC: when the message came in. */
  readonly arrivalDate?: number;
  readonly sourceIp?: string;
  readonly sourcePort?: number;
  /** What the reporter's look-up of the address gave (OpenDMARC): a name anybody can invent. */
  readonly sourceHost?: string;
  readonly reportedDomains: readonly string[];
  /** Domain of the message's From, or what stands in for it; lower case. Empty where nothing tells. */
  readonly headerFrom: string;
  /** Envelope sender; empty for `<>`. */
  readonly originalMailFrom?: string;
  readonly originalRcptTo: readonly string[];
  readonly originalEnvelopeId?: string;
  readonly dkim?: {
    readonly domain?: string;
    readonly identity?: string;
    readonly selector?: string;
    /** Whether the canonicalised header, and body, came along; they are not kept. */
    readonly canonicalisedHeader: boolean;
    readonly canonicalisedBody: boolean;
  };
  /** SPF records as the reporter saw them. */
  readonly spfDns: readonly string[];
  /** `delivered`, `spam`, `policy`, `reject`, `other`, or a word of the reporter's own, in lower case. */
  readonly deliveryResult?: string;
  /** Messages alike that the report stands for; 1 where it does not say. */
  readonly incidents: number;
  readonly reportingMta?: string;
  readonly userAgent?: string;
  readonly version?: string;
  readonly reportedUris: readonly string[];
  readonly original?: OriginalMessage;
}

/** What the header of the reported message says. Anybody may have written it. */
export interface OriginalMessage {
  readonly subject?: string;
  /** The address alone: names are nobody's business. */
  readonly from?: string;
  readonly messageId?: string;
  /** Seconds since 1970, UTC. */
  readonly date?: number;
  readonly signatures: readonly { readonly domain: string; readonly selector?: string }[];
}

export interface FailureReading {
  /** Absent where nothing in the mail says what failed. */
  readonly report?: FailureReport;
  readonly repairs: readonly Repair[];
  /** Why parts of it could not be read. */
  readonly error?: string;
}
