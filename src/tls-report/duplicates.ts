import { hash } from 'node:crypto';
import type { TlsPolicy, TlsReport } from '../reports/tls-rpt/report.ts';

export interface Arrived {
  /** Policies that were in no copy read before. */
  readonly fresh: readonly TlsPolicy[];
  /** Where the others were read; undefined where all are fresh. */
  readonly of?: string;
  /** A policy that was read before counts other sessions here. */
  readonly differs: boolean;
}

/**
 * Remembers policies by what makes them one: reporter, id, period, domain and type together, and which of several alike it
 * is. A copy that was cut off adds what it lacks when it comes whole; Google sends reports twice.
 */
export function seenPolicies(): (report: TlsReport, path: string) => Arrived {
  const seen = new Map<string, { readonly path: string; readonly counts: string }>();
  return (report, path) => {
    const { reporter, reportId, begin, end } = report;
    // Without an id, what tells a report from another of the same day is what it holds.
    const id = reportId === '' ? hash('sha256', JSON.stringify(report.policies), 'base64') : reportId;
    const head = [reporter.toLowerCase(), id, begin, end].join('\n');
    const places = new Map<string, number>();
    const fresh: TlsPolicy[] = [];
    let of: string | undefined;
    let differs = false;
    for (const policy of report.policies) {
      const named = [head, policy.domain, policy.type].join('\n');
      const place = (places.get(named) ?? 0) + 1;
      places.set(named, place);
      const key = `${named}\n${place}`;
      const counts = `${policy.successful} ${policy.failed}`;
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, { path, counts });
        fresh.push(policy);
      } else {
        of ??= before.path;
        differs ||= before.counts !== counts;
      }
    }
    return { fresh, ...(of === undefined ? {} : { of }), differs };
  };
}
