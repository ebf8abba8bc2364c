import type { AnyCheck, FactsMap } from '../core/check.ts';
import { found } from '../core/facts.ts';
import { coversCode } from '../core/finding-code.ts';
import { plural } from '../core/format.ts';
import { atLeast } from '../core/levels.ts';
import type { CheckResult, Finding } from '../core/outcome.ts';
import { runChecks } from '../core/run.ts';
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

/** What was audited, for demands that no result of a check decides by itself. */
export interface Audited {
  readonly domain: string;
  readonly facts: FactsMap;
  readonly checks: readonly AnyCheck[];
}

/** Judges what checks said as they said it: what somebody decided to live with is no less demanded. */
export const profileVerdict = (
  profile: Profile,
  results: readonly CheckResult[],
  audited: Audited = { domain: '', facts: {}, checks: [] },
): ProfileVerdict => ({
  profile,
  demands: profile.demands.map((demand) =>
    demand.policy === undefined
      ? demandVerdict(demand, results)
      : demandVerdict(withPolicy(demand), [...results, ...expecting(demand.policy, audited)]),
  ),
});

/** The check that compares the DMARC policy with one that is expected. */
const POLICY_CHECK = 'expectation/policy';

const withPolicy = (demand: Demand): Demand => ({ ...demand, against: [...demand.against, POLICY_CHECK] });

/** What the check would say had the settings expected the policy. What they do expect is another matter. */
function expecting(policy: 'quarantine' | 'reject', { domain, facts, checks }: Audited): CheckResult[] {
  const own = checks.filter(({ id }) => id === POLICY_CHECK);
  return runChecks(own, { ...facts, expectations: found({ policy }) }, domain);
}

function demandVerdict(demand: Demand, all: readonly CheckResult[]): DemandVerdict {
  const { against, decisive = [], required = [], unknowable } = demand;
  const results = latest(all);
  const of = (checks: readonly string[]): CheckResult[] => results.filter(({ check }) => checks.includes(check));
  const concerned = results.filter(({ check }) => against.some((code) => isOf(code, check)));
  const speaks = ({ code, level }: Finding): boolean =>
    against.some((one) => one === code || (coversCode(one, code) && atLeast(level, 'warning')));
  const findings = concerned.flatMap((result) => result.findings.filter((finding) => speaks(finding)));
  if (findings.length > 0)
    return { demand, state: 'not-met', reasons: distinct(findings.map(({ message }) => message)) };
  const undecided = of(decisive).filter(({ outcome }) => !isJudged(outcome));
  const lacking = of(required).filter(({ outcome }) => outcome === 'not-applicable');
  if (undecided.length === 0 && lacking.length > 0) return { demand, state: 'not-met', reasons: reasonsOf(lacking) };
  const missing = [...against, ...decisive, ...required].filter(
    (code) => !results.some(({ check }) => isOf(code, check)),
  );
  const reasons = distinct([
    ...(unknowable === undefined ? [] : [unknowable]),
    ...(missing.length > 0 ? [leftOut(missing.map((code) => code.replace(/:.*/, '')))] : []),
    ...reasonsOf([...concerned.filter((result) => isOpen(result)), ...undecided]),
  ]);
  if (reasons.length > 0) return { demand, state: 'unknown', reasons };
  if (concerned.some(({ outcome }) => isJudged(outcome))) return { demand, state: 'met', reasons: [] };
  return { demand, state: 'unknown', reasons: reasonsOf(concerned) };
}

/** One result of each check: what was judged for this demand comes last. */
const latest = (results: readonly CheckResult[]): CheckResult[] => [
  ...new Map(results.map((result) => [result.check, result])).values(),
];

const isJudged = (outcome: CheckResult['outcome']): boolean => outcome === 'pass' || outcome === 'fail';

/** Whether something stayed unknown to the check. */
const isOpen = ({ outcome, reason }: CheckResult): boolean =>
  outcome === 'inconclusive' || outcome === 'crashed' || (outcome === 'fail' && reason !== undefined);

/** Of `--only` and `--skip`. */
function leftOut(checks: readonly string[]): string {
  const [first = '', ...rest] = distinct(checks);
  return rest.length === 0
    ? `\`${first}\` was left out`
    : `\`${first}\` and ${plural(rest.length, 'other check')} were left out`;
}

/** Whether a code of a demand is about a check: the check's own, its family's or one of its findings'. */
const isOf = (code: string, check: string): boolean => coversCode(code, check) || code.startsWith(`${check}:`);

const reasonsOf = (results: readonly CheckResult[]): string[] =>
  distinct(results.flatMap(({ reason }) => reason ?? []));

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
