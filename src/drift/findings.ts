import type { Subject } from '../audit/audit.ts';
import { baselineFrom, type Baseline } from '../audit/baseline.ts';
import type { CheckResult, Finding } from '../core/outcome.ts';

/** What the changes mean for one domain. */
export interface Consequence {
  readonly domain: string;
  /** Results of now, with what was found before, too, taken out. */
  readonly results: readonly CheckResult[];
  /** What was found before and is not any more. */
  readonly gone: readonly Finding[];
  /** What is found as before. */
  readonly kept: number;
}

/** Parts what is found now into what is new and what was there, and tells what is gone. */
export function consequences(before: readonly Subject[], after: readonly Subject[]): Consequence[] {
  const known = baselineFrom(before, undefined);
  const now = baselineFrom(after, undefined);
  return after.map(({ domain, results }) => {
    const earlier = before.find((subject) => subject.domain === domain)?.results ?? [];
    const open = new Set(earlier.filter(({ outcome }) => outcome === 'inconclusive').map(({ check }) => check));
    const fresh = results.map((result) => news(result, unknownTo(known, domain, result.findings), open));
    // What could not be decided now is not gone.
    const decided = new Set(
      results
        .filter(({ reason, outcome }) => reason === undefined || outcome === 'not-applicable')
        .map(({ check }) => check),
    );
    const findings = earlier.flatMap((result) => (decided.has(result.check) ? result.findings : []));
    const all = results.flatMap((result) => result.findings).length;
    return {
      domain,
      results: fresh,
      gone: unknownTo(now, domain, findings),
      kept: all - fresh.flatMap((result) => result.findings).length,
    };
  });
}

/** A result with nothing in it but what is news: what was undecided and is so still, is none. */
function news(result: CheckResult, findings: readonly Finding[], undecidedBefore: ReadonlySet<string>): CheckResult {
  if (result.outcome === 'inconclusive' && undecidedBefore.has(result.check))
    return { ...result, outcome: 'not-applicable', reason: `not decided before, either: ${result.reason ?? ''}` };
  if (result.outcome === 'fail' && findings.length === 0 && result.reason === undefined)
    return { ...result, findings, outcome: 'pass' };
  return { ...result, findings };
}

function unknownTo(baseline: Baseline, domain: string, findings: readonly Finding[]): Finding[] {
  const known = baseline.of(domain);
  return findings.filter((finding) => !known.takes(finding));
}
