import type { Spf } from './evidence.ts';
import type { Shape } from './shape.ts';

export type Container = 'gz' | 'zip' | 'xml';

/** A receiver that sends reports, and its habits. The shapes are those seen in real reports of 2025 and 2026. */
export interface Reporter {
  readonly key: string;
  readonly org: string;
  readonly email: string;
  readonly contact?: string;
  /** How it is called in file names. */
  readonly submitter: string;
  /** Days of October for which a report came. Receivers that saw nothing of us send none. */
  readonly days: readonly number[];
  /** Its share of consumers' and of companies' mailboxes, on one day, compared with the others. */
  readonly consumer: number;
  readonly business: number;
  /** Seconds from the start of the day to the begin and the end of the reported span. */
  readonly span: readonly [number, number];
  /** Format of the report ids: `#` a digit, `~` a hexadecimal digit, `{begin}` of the span. */
  readonly reportId: string;
  readonly container: Container;
  readonly extension: string;
  /**
   * How its SPF treats the dead include in our record for whoever no earlier term covers: an error for good
   * (RFC 7208 §5.2), or passed over to the final ~all as lenient implementations do.
   */
  readonly deadInclude: Spf['result'];
  readonly shape: Shape;
}
