import type { Inputs } from '../core/report.ts';
import type { Seen } from '../core/seen.ts';

/** A report of which nothing is new: all its policies were read before. */
export interface TlsDuplicate {
  readonly path: string;
  readonly reporter: string;
  readonly reportId: string;
  /** Where it was read first. */
  readonly of: string;
  /** The copy counts other sessions than the first, which stands. */
  readonly differs?: true;
}

export interface Sessions {
  readonly successful: number;
  readonly failed: number;
}
export interface ReporterSessions extends Sessions, Seen {
  readonly reporter: string;
  readonly reports: number;
}

/** What is asked of a session: by type and, for MTA-STS, by mode. */
export interface AppliedPolicy {
  /** Policy domain. */
  readonly domain: string;
  /** `sts`, `tlsa`, `no-policy-found`, another word, or empty where no report says. */
  readonly type: string;
  /** Of MTA-STS; absent where no report says. */
  readonly mode?: string;
}

export interface PolicySessions extends AppliedPolicy, Sessions, Seen {
  /** As the latest report has it. */
  readonly strings: readonly string[];
  readonly mxHosts: readonly string[];
  /** Those with most sessions first. */
  readonly reporters: readonly ({ readonly reporter: string } & Sessions)[];
}

/** How often a value stood in failures; those with most sessions first. */
export interface Counted {
  readonly value: string;
  readonly sessions: number;
}

/** Failures of one type at one mail host under one policy. */
export interface FailureGroup extends AppliedPolicy, Seen {
  readonly resultType: string;
  /** Host name, or its address where no report names it; absent where no session got that far. */
  readonly receivingMx?: string;
  readonly sessions: number;
  readonly reporters: readonly Counted[];
  readonly receivingIps: readonly Counted[];
  readonly receivingHelos: readonly Counted[];
  /** Those with most sessions; there may be more than are listed. */
  readonly sendingMtaIps: readonly Counted[];
  /** Distinct sending addresses. */
  readonly sendingMtas: number;
  readonly reasonCodes: readonly Counted[];
  readonly information: readonly Counted[];
}

/** A day in UTC on which a report begins. */
export interface DaySessions extends Sessions {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly domain: string;
}

/** What a period's TLS reports say. It is the `tlsReports` fact, and what `tlsrpt` reports. */
export interface TlsReports extends Sessions {
  readonly inputs: Inputs;
  /** Files that were opened, archives counted once. */
  readonly files: number;
  readonly reports: number;
  readonly duplicates: readonly TlsDuplicate[];
  /** Some policy domains of reports that were left out, as about none of the domains asked for. */
  readonly otherDomains: readonly string[];
  /** Seconds since 1970; undefined where no report says when. */
  readonly period: { readonly begin: number; readonly end: number } | undefined;
  readonly reporters: readonly ReporterSessions[];
  readonly policies: readonly PolicySessions[];
  readonly failures: readonly FailureGroup[];
  readonly days: readonly DaySessions[];
}
