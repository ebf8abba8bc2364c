import type { AnyCheck } from '../core/check.ts';
import { found } from '../core/facts.ts';
import type { CheckResult } from '../core/outcome.ts';
import { runChecks } from '../core/run.ts';
import type { Delivery } from './delivery.ts';

/** The checks that need nothing but what became of the mail: no domain is audited for them. */
export const deliveryChecks = (checks: readonly AnyCheck[]): AnyCheck[] =>
  checks.filter(({ needs, considers = [] }) => [...needs, ...considers].every((fact) => fact === 'delivery'));

/** What became of the mail is a fact like any other: checks that need nothing else are run over it. */
export function judgedDelivery(delivery: Delivery, checks: readonly AnyCheck[]): CheckResult[] {
  const [busiest] = delivery.sections;
  return runChecks(checks, { delivery: found(delivery) }, busiest?.stream?.headerFrom ?? 'delivery');
}
