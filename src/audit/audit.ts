import type { AnyCheck } from '../core/check.ts';
import type { Place } from '../core/facts.ts';
import type { CheckResult } from '../core/outcome.ts';
import { runChecks } from '../core/run.ts';
import type { Net } from '../net/net.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { sources, type Facts } from '../sources/all.ts';
import { gather } from '../sources/gather.ts';
import type { Hints } from '../sources/source.ts';
import { profileVerdict, type ProfileVerdict } from './profile-verdict.ts';
import { OVERVIEW_FACTS, overviewOf, type Overview } from './overview.ts';

/** One domain, audited. */
export interface Subject {
  readonly domain: string;
  readonly declaredAt?: Place;
  readonly results: readonly CheckResult[];
  /** What the profiles asked for demand; judged before anybody's leniency. */
  readonly profiles: readonly ProfileVerdict[];
  /** What stands there, before anything is said about it. */
  readonly overview: readonly Overview[];
}

export interface AuditOptions {
  readonly domain: string;
  readonly net: Net;
  readonly hints: Hints;
  readonly catalogue: Catalogue;
  readonly checks: readonly AnyCheck[];
  readonly profiles?: readonly Profile[];
  readonly now: Date;
  /** Where nobody reads a page about this domain alone, its overview need not be gathered; it is unless told. */
  readonly overview?: boolean;
  /** Where the domain is written down, when it comes from a file. */
  readonly declaredAt?: Place;
}

/** Audits one domain: asks only for the facts that the selected checks need, then judges. */
export async function auditDomain(options: AuditOptions): Promise<Subject> {
  const { domain, net, hints, catalogue, checks, profiles = [], now, declaredAt, overview = true } = options;
  const wanted = new Set<keyof Facts>(overview ? OVERVIEW_FACTS : []);
  for (const check of checks)
    for (const fact of [...check.needs, ...(check.considers ?? [])]) wanted.add(fact as keyof Facts);
  const facts = await gather({ domain, net, hints, catalogue, now }, wanted);
  const missing = (fact: string): string => sources[fact as keyof Facts].absence;
  const results = runChecks(checks, facts, domain, missing);
  return {
    domain,
    ...(declaredAt === undefined ? {} : { declaredAt }),
    results,
    profiles: profiles.map((profile) => profileVerdict(profile, results, { domain, facts, checks })),
    overview: overview ? overviewOf(facts) : [],
  };
}
