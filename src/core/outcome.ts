import type { Level } from './levels.ts';
import type { Span } from './facts.ts';

/** A record to publish, or to take away, so that a finding goes away. */
export interface RecordChange {
  /**
   * - `publish`: add `value` to what stands at (name, type)
   * - `replace`: put `value` in the place of the one record `old`
   * - `remove`: take `old` away
   */
  readonly kind: 'publish' | 'replace' | 'remove';
  /** Owner name, without the final dot. */
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'CNAME' | 'MX' | 'NS' | 'PTR' | 'SPF' | 'TLSA' | 'TXT';
  /** Presentation form of the data; for TXT and SPF the joined text without quotes. */
  readonly value?: string;
  readonly old?: string;
}

/** Somebody decided that a finding shall not fail the run: it is shown, and counted apart. */
export interface Waiver {
  /** An `ignore` of the settings, or the baseline file: it was there before. */
  readonly by: 'ignore' | 'baseline';
  readonly reason?: string;
  /** Last day it holds, as YYYY-MM-DD. */
  readonly until?: string;
}

/** One thing a check has to say about one subject. */
export interface Finding {
  /** Id of the check: `spf/lookup-limit`. */
  readonly check: string;
  /** `spf/lookup-limit:over`; for ever. */
  readonly code: string;
  readonly level: Level;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The domain, or stream, it is about. */
  readonly subject: string;
  readonly at?: Span;
  /** What to do about it here and now; the check's own general `fix` where a finding has none. */
  readonly fix: string;
  readonly changes: readonly RecordChange[];
  readonly waived?: Waiver;
}

export type Outcome = 'pass' | 'fail' | 'not-applicable' | 'inconclusive' | 'crashed';

/** What one check said about one subject. */
export interface CheckResult {
  readonly check: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** Why it is not applicable, inconclusive or crashed. A failed check may carry one, too: something stayed unknown. */
  readonly reason?: string;
  readonly findings: readonly Finding[];
}
