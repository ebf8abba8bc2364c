import type { Inputs } from '../core/report.ts';
import type { Attribution } from '../streams/attribute.ts';
import type { RuleUse } from '../streams/rules.ts';
import type { ReporterTally } from '../streams/report-tallies.ts';
import type { Tallies } from '../streams/tally.ts';
import type { Calendar } from './calendar.ts';
import type { Comparison } from './comparison.ts';
import type { Lookups } from './lookup/lookups.ts';
import type { StreamTotals } from './totals.ts';

/** A report that came more than once; it counts once. */
export interface Duplicate {
  readonly path: string;
  readonly reporter: string;
  readonly reportId: string;
  /** Where it was read first. */
  readonly of: string;
  /** That was for another reading: it counts there. */
  readonly elsewhere?: true;
}

/** What was read, before anything is made of it. */
export interface Reading {
  readonly tallies: Tallies;
  readonly inputs: Inputs;
  /** Files that were opened, archives counted once. */
  readonly files: number;
  readonly reports: number;
  readonly duplicates: readonly Duplicate[];
}

/** A period's traffic, attributed. It is the `traffic` fact, and what `dmarc` reports. */
export interface Traffic extends Reading {
  readonly attributions: readonly Attribution[];
  readonly streams: readonly StreamTotals[];
  /** The rules it was read with, and how much each decided. */
  readonly rules: readonly RuleUse[];
  readonly reporters: readonly ReporterTally[];
  /** Seconds since 1970; undefined where nothing was read. */
  readonly period: { readonly begin: number; readonly end: number } | undefined;
  /** The days of the period, and how well each is reported on. */
  readonly calendar: Calendar;
  /** What is new since an earlier period, where one was given. */
  readonly comparison?: Comparison;
  /** What the DNS calls the addresses, where it was asked. */
  readonly lookups?: Lookups;
  readonly messages: number;
  readonly records: number;
  readonly pass: number;
  readonly refusedAtReject: Readonly<Record<'ours' | 'forwarded' | 'suspicious', number>>;
}
