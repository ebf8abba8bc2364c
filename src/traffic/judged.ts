import type { AnyCheck } from '../core/check.ts';
import { found } from '../core/facts.ts';
import type { CheckResult } from '../core/outcome.ts';
import { runChecks } from '../core/run.ts';
import type { Traffic } from './traffic.ts';

/** Traffic is a fact like any other: checks that need nothing else are run over it. */
export function judgedTraffic(traffic: Traffic, checks: readonly AnyCheck[]): CheckResult[] {
  const [first] = traffic.tallies.policyDomains();
  return runChecks(checks, { traffic: found(traffic) }, first?.domain ?? 'traffic');
}
