import { coversCode } from '../core/finding-code.ts';
import { atLeast } from '../core/levels.ts';
import type { CheckResult } from '../core/outcome.ts';
import type { Demand, Profile } from '../profiles/profile.ts';

/** Whether a domain does what one profile demands. */
export interface ProfileVerdict {
  readonly profile: Profile;
  readonly demands: readonly DemandVerdict[];
}
export interface DemandVerdict {
  readonly demand: Demand;
  /** `unknown` where neither DNS nor what this run asked can tell. */
  readonly state: 'met' | 'not-met' | 'unknown';
  /** What speaks against it, or what keeps it unknown, as phrases. */
  readonly reasons: readonly string[];
}

/** Judges what checks said as they said it: what somebody decided to live with is no less demanded. */
export const profileVerdict = (profile: Profile, results: readonly CheckResult[]): ProfileVerdict => ({
  profile,
  demands: profile.demands.map((demand) => demandVerdict(demand, results)),
});

function demandVerdict(demand: Demand, results: readonly CheckResult[]): DemandVerdict {
  const { against, level = 'warning', unknowable } = demand;
  const concerned = results.filter(({ check }) => against.some((code) => isOf(code, check)));
  const findings = concerned
    .flatMap((result) => result.findings)
    .filter((finding) => atLeast(finding.level, level) && against.some((code) => coversCode(code, finding.code)));
  if (findings.length > 0)
    return { demand, state: 'not-met', reasons: distinct(findings.map(({ message }) => message)) };
  const open = concerned.filter(
    ({ outcome, reason }) => outcome === 'inconclusive' || (outcome === 'fail' && reason !== undefined),
  );
  const reasons = distinct([
    ...(unknowable === undefined ? [] : [unknowable]),
    ...open.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
  ]);
  if (reasons.length > 0) return { demand, state: 'unknown', reasons };
  const judged = concerned.some(({ outcome }) => outcome === 'pass' || outcome === 'fail');
  if (judged) return { demand, state: 'met', reasons: [] };
  return { demand, state: 'unknown', reasons: distinct(concerned.flatMap(({ reason }) => reason ?? [])) };
}

/** Whether a code of a demand is about a check: the check's own, its family's or one of its findings'. */
const isOf = (code: string, check: string): boolean => coversCode(code, check) || code.startsWith(`${check}:`);

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
