import type { AnyCheck } from '../core/check.ts';
import { found } from '../core/facts.ts';
import type { CheckResult } from '../core/outcome.ts';
import { runChecks } from '../core/run.ts';
import type { Traffic } from './traffic.ts';

/** The checks that need nothing but traffic: no domain is audited for them. */
export const trafficChecks = (checks: readonly AnyCheck[]): AnyCheck[] =>
  checks.filter(({ needs, considers = [] }) => [...needs, ...considers].every((fact) => fact === 'traffic'));

/** Traffic is a fact like any other: checks that need nothing else are run over it. */
export function judgedTraffic(traffic: Traffic, checks: readonly AnyCheck[]): CheckResult[] {
  const [first] = traffic.tallies.policyDomains();
  return runChecks(checks, { traffic: found(traffic) }, first?.domain ?? 'traffic');
}
