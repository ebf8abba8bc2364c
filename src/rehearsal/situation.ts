import type { DkimResult } from '../reports/aggregate/row.ts';
import type { AddressVerdict } from '../spf/address-verdicts.ts';
import type { AlignmentMode } from '../protocols/dmarc.ts';
import type { Attribution } from '../streams/attribute.ts';
import type { Applied, Modes } from './policies.ts';

/** `unknown`: the reports do not hold what would decide it. */
export type Told = 'yes' | 'no' | 'unknown';

/** All that a message's fate hangs on besides the message. */
export interface Situation {
  readonly policyOf: (fromDomain: string) => Applied;
  readonly modesOf: (fromDomain: string) => Modes;
  /** What is taken away from DKIM and SPF; undefined where nothing is. */
  readonly withdrawal?: Withdrawal;
  /** SPF by the DNS, in place of what reporters saw; undefined where no record was evaluated. */
  readonly spf?: SpfVerdicts;
}

/** Keys and authorisations that are no more. */
export interface Withdrawal {
  /** Whether the key of a signature is gone. */
  readonly key: (signature: DkimResult, attribution: Attribution) => Told;
  /** Whether nobody is authorised any more for mail with this envelope domain. */
  readonly envelope: (domain: string, attribution: Attribution) => boolean;
  /** Whether something that passed and that the report does not list is gone. */
  readonly unlisted: (pass: UnlistedPass, attribution: Attribution) => Told;
}

/** A pass that a reporter tells without the result it rests on. */
export interface UnlistedPass {
  readonly method: 'dkim' | 'spf';
  readonly fromDomain: string;
  /** The alignment under which it passed. */
  readonly mode: AlignmentMode;
}

/** Verdicts on the envelope domains that were evaluated. */
export interface SpfVerdicts {
  /** Whether this envelope domain was; for all others, what reporters saw stands. */
  readonly concerns: (domain: string) => boolean;
  readonly of: (domain: string, ip: string) => AddressVerdict | undefined;
  /** Whether what reporters saw stands in for a verdict that cannot be told: for the present, not for what is planned. */
  readonly trustsReports: boolean;
}

/** What is known of a period besides its rows. */
export interface Ground {
  readonly organisation: (domain: string) => string;
  /** The alignment modes that reports show: those under which their verdicts came about. */
  readonly reportedModes: (fromDomain: string) => Modes;
}
