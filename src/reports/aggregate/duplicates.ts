import type { DmarcRecord, ReportHead } from './row.ts';

/** What is known of a report when a copy of it comes in. */
export interface Arrival {
  /** `first`: never seen; `rest`: an earlier copy was cut off, so only its further records are new; `none`: nothing is new. */
  readonly news: 'first' | 'rest' | 'none';
  /** Records that were read from an earlier copy: those with a place up to this are to be passed over. */
  readonly known: number;
  /** Where it was read first; the copy's own path for a first copy. */
  readonly path: string;
  /** To be called at the copy's end with how many records it had, known ones included, and whether that is all. */
  ended(report: { readonly records: number; readonly complete: boolean }): void;
}

/** Remembers reports by what makes them one. */
export interface SeenReports {
  /** `firstRecord` tells reports without an id apart. */
  arrival(head: ReportHead, path: string, firstRecord?: DmarcRecord): Arrival;
}

/**
 * Reporter, domain, id and period together: Google sends reports twice, others use one id for different days,
 * and ids are unique only per reporter and domain (RFC 9990 §3.1.2).
 */
export function reportKey({ reporter, policyDomain, reportId, begin, end }: ReportHead): string {
  return [reporter.toLowerCase(), policyDomain, reportId, begin, end].join('\n');
}

export function seenReports(): SeenReports {
  const seen = new Map<string, { readonly path: string; records: number; complete: boolean }>();
  return {
    arrival(head, path, firstRecord) {
      const key = reportKey(head) + (firstRecord === undefined ? '' : `\n${JSON.stringify(firstRecord)}`);
      const before = seen.get(key);
      const state = before ?? { path, records: 0, complete: false };
      if (before === undefined) seen.set(key, state);
      const news = before === undefined ? 'first' : before.complete ? 'none' : 'rest';
      return {
        news,
        known: state.records,
        path: state.path,
        ended({ records, complete }) {
          state.records = Math.max(state.records, records);
          state.complete ||= complete;
        },
      };
    },
  };
}
