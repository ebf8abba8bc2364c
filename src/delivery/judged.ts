import type { AnyCheck } from '../core/check.ts';
import { found } from '../core/facts.ts';
import type { CheckResult } from '../core/outcome.ts';
import { runChecks } from '../core/run.ts';
import type { Delivery } from './delivery.ts';

/** What became of the mail is a fact like any other: checks that need nothing else are run over it. */
export function judgedDelivery(delivery: Delivery, checks: readonly AnyCheck[]): CheckResult[] {
  const [busiest] = delivery.sections;
  return runChecks(checks, { delivery: found(delivery) }, busiest?.stream?.headerFrom ?? 'delivery');
}
