import type { AnyCheck } from '../core/check.ts';
import type { CheckResult } from '../core/outcome.ts';
import { runChecks } from '../core/run.ts';
import type { Net } from '../net/net.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { sources, type Facts } from '../sources/all.ts';
import { gather } from '../sources/gather.ts';
import type { Hints } from '../sources/source.ts';
import { OVERVIEW_FACTS, overviewOf, type Overview } from './overview.ts';

/** One domain, audited. */
export interface Subject {
  readonly domain: string;
  readonly results: readonly CheckResult[];
  /** What stands there, before anything is said about it. */
  readonly overview: readonly Overview[];
}

export interface AuditOptions {
  readonly domain: string;
  readonly net: Net;
  readonly hints: Hints;
  readonly catalogue: Catalogue;
  readonly checks: readonly AnyCheck[];
}

/** Audits one domain: asks only for the facts that the selected checks need, then judges. */
export async function auditDomain({ domain, net, hints, catalogue, checks }: AuditOptions): Promise<Subject> {
  const wanted = new Set<keyof Facts>(OVERVIEW_FACTS);
  for (const check of checks)
    for (const fact of [...check.needs, ...(check.considers ?? [])]) wanted.add(fact as keyof Facts);
  const facts = await gather({ domain, net, hints, catalogue }, wanted);
  const missing = (fact: string): string => sources[fact as keyof Facts].absence;
  return { domain, results: runChecks(checks, facts, domain, missing), overview: overviewOf(facts) };
}
