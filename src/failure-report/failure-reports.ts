import type { Inputs } from '../core/report.ts';
import type { Seen } from '../core/seen.ts';

/** A report that came more than once; it counts once. */
export interface FailureDuplicate {
  readonly path: string;
  readonly reporter: string;
  /** Where it was read first. */
  readonly of: string;
}

/** The service a message came from, and what says so. */
export interface Sender {
  /** Id in the catalogue. */
  readonly provider: string;
  readonly name: string;
  /** A phrase: `signature of sendgrid.info passes`. */
  readonly evidence: string;
}

/** In how many reports a value stood. */
export interface Counted {
  readonly value: string;
  readonly reports: number;
}

/** Reports of one kind from one reporter about messages of one From domain from one address. */
export interface SourceFailures extends Seen {
  readonly feedbackType: string;
  /** Empty where no report tells. */
  readonly headerFrom: string;
  readonly sourceIp?: string;
  readonly reporter: string;
  readonly reports: number;
  /** Messages the reports say they stand for. */
  readonly incidents: number;
  /** Absent where nobody could be named. */
  readonly sender?: Sender;
  /** `Auth-Failure`. */
  readonly authFailures: readonly Counted[];
  /** SPF and DKIM with the domains they were for, and whether these are aligned. */
  readonly authentication: readonly Counted[];
  readonly deliveryResults: readonly Counted[];
  /** Of some of the messages; only where they were asked for. */
  readonly subjects?: readonly string[];
}

export interface ReporterFailures extends Seen {
  readonly reporter: string;
  readonly reports: number;
  readonly incidents: number;
}

/** What failure reports say: samples of what failed, never counts of messages. It is what `failures` reports. */
export interface FailureReports {
  readonly inputs: Inputs;
  /** Files that were opened, archives counted once. */
  readonly files: number;
  readonly reports: number;
  readonly incidents: number;
  readonly duplicates: readonly FailureDuplicate[];
  /** Some From domains of reports that were left out, as about none of the domains asked for. */
  readonly otherDomains: readonly string[];
  /** Seconds since 1970; undefined where no report says when. */
  readonly period: { readonly begin: number; readonly end: number } | undefined;
  readonly types: readonly Counted[];
  readonly reporters: readonly ReporterFailures[];
  readonly sources: readonly SourceFailures[];
}
