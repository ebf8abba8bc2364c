import type { Inputs } from '../core/report.ts';
import type { Attribution } from '../streams/attribute.ts';
import type { RuleUse } from '../streams/rules.ts';
import type { ReporterTally, Tallies } from '../streams/tally.ts';
import type { StreamTotals } from './totals.ts';

/** A report that came more than once; it counts once. */
export interface Duplicate {
  readonly path: string;
  readonly reporter: string;
  readonly reportId: string;
  /** Where it was read first. */
  readonly of: string;
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
  readonly messages: number;
  readonly records: number;
  readonly pass: number;
  readonly refusedAtReject: Readonly<Record<'ours' | 'forwarded' | 'suspicious', number>>;
}
