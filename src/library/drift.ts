import { checks } from '../checks/all.ts';
import { NO_INPUTS, type Inputs, type Report } from '../core/report.ts';
import { drift as driftBetween, type Drift } from '../drift/drift.ts';
import { auditedDomains } from '../drift/recorded-names.ts';
import { driftReport as fullDriftReport, type DriftFailOn } from '../drift/report.ts';
import { domainNamed, hintsOf, leniencyOn, type AuditSettings } from './settings.ts';
import { cachedNet } from '../net/cached.ts';
import type { Net } from '../net/net.ts';
import type { RecordedNet } from '../net/recorded.ts';
import { printRdata } from '../net/zone/rdata-print.ts';
import { knownProviders } from '../providers/known.ts';

/** What is known of the domains, as `audit` takes it. Mail hosts and name servers are asked where the recording did. */
export interface DriftSettings extends Pick<
  AuditSettings,
  'selectors' | 'parked' | 'expectations' | 'sendingAddresses' | 'dnsbls' | 'trustsResolver' | 'leniency' | 'now'
> {
  /** Only these; those that were audited in the recording unless told. */
  readonly domains?: readonly string[];
}

/** Asks every question of a recording again, of another world, and audits both: what changed, and what came and went by it. */
export function drift(earlier: RecordedNet, later: Net, settings: DriftSettings = {}): Promise<Drift> {
  const { domains, leniency = {}, now = new Date(), ...told } = settings;
  return driftBetween(earlier, cachedNet(later), {
    domains: domains === undefined ? auditedDomains(earlier.recorded) : domains.map((domain) => domainNamed(domain)),
    onlyThese: domains !== undefined,
    hintsOf: (domain) => hintsOf(domain, told),
    leniency: leniencyOn(now, leniency),
    catalogue: knownProviders(),
    checks,
    now,
    print: printRdata,
  });
}

export interface DriftReportSettings {
  /** What was compared, for the head of the page: `monday.rec → now`. */
  readonly title?: string;
  /** What makes `summary.exitCode` 1: a level of new findings, or any change; `error` unless told. */
  readonly failOn?: DriftFailOn;
  readonly inputs?: Inputs;
  readonly startedAt?: Date;
}

/** The report of `sendaudit diff`. */
export function driftReport(found: Drift, settings: DriftReportSettings = {}): Report {
  const { title = 'before → now', failOn = 'error', inputs = NO_INPUTS, startedAt = new Date() } = settings;
  return fullDriftReport({ ...found, title, checks, inputs, startedAt, failOn });
}
