import type { Repair } from '../../intake/document.ts';
import type { DmarcRecord, ReportHead } from './row.ts';

/** Who takes in what the reader finds. Plain calls, in the order of the document. */
export interface AggregateSink {
  /** Comes before any record of the report. `skip`: its records are not wanted, as of a duplicate. */
  head(head: ReportHead): 'read' | 'skip';
  /** `place` is the record's number in its report, from 1; damaged records keep their places. */
  record(record: DmarcRecord, place: number): void;
  /**
   * The report is over. `records` counts the records it has, as far as it could be read, those included that are damaged:
   * a copy has the same records in the same places. `complete` is false where any were lost.
   */
  end?(report: { readonly records: number; readonly complete: boolean }): void;
}

/** Why a document could not be read, or not to its end. */
export interface ReadingError {
  /** A phrase: `truncated at line 5, column 3 after 12 whole records`. */
  readonly what: string;
  /** 1-based, where there is a place to point at. */
  readonly line?: number;
  readonly column?: number;
}

/** What reading one document came to. */
export interface AggregateReading {
  /** Reports found: one, but for files that hold several. */
  readonly reports: number;
  /** Records handed to the sink. */
  readonly records: number;
  readonly repairs: readonly Repair[];
  readonly error?: ReadingError;
  /** Whether all records of the document were read. */
  readonly complete: boolean;
}
