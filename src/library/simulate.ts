import { UserError } from '../core/errors.ts';
import type { FailOn, Report } from '../core/report.ts';
import { cachedNet } from '../net/cached.ts';
import type { Net } from '../net/net.ts';
import { isSpfRecord } from '../protocols/spf.ts';
import { knownProviders } from '../providers/known.ts';
import { changesAnything, type Change, type WithdrawnSelector } from '../rehearsal/change.ts';
import type { Gate } from '../rehearsal/gate.ts';
import { rehearsal, type Rehearsal } from '../rehearsal/rehearsal.ts';
import { rehearsalReport as fullRehearsalReport } from '../rehearsal/report.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { domainNamed } from './settings.ts';

/** What is to be different, and what is known of the world. Without a change: whether the domains are ready for p=reject. */
export interface SimulateSettings {
  /** Tags of the DMARC records of `domains`: `{ p: 'reject', adkim: 's' }`. */
  readonly policy?: {
    readonly p?: DmarcPolicy;
    readonly sp?: DmarcPolicy;
    readonly np?: DmarcPolicy;
    readonly adkim?: 'r' | 's';
    readonly aspf?: 'r' | 's';
    readonly t?: 'y' | 'n';
  };
  /** SPF records to publish, by domain; needs `net`. */
  readonly spf?: Readonly<Record<string, string>>;
  /** DKIM keys withdrawn: a selector, in every domain or in one. */
  readonly withoutSelectors?: readonly (string | WithdrawnSelector)[];
  /** Services withdrawn from DKIM and SPF, by id (`mailchimp`). */
  readonly withoutProviders?: readonly string[];
  /** Domains whose keys and SPF are withdrawn, with what lies below them. */
  readonly withoutDomains?: readonly string[];
  /** The verdict on p=reject also where something changes. */
  readonly ready?: boolean;
  /** Whose DMARC records change; every one that applies to the traffic unless told. */
  readonly domains?: readonly string[];
  /** The DNS of now. Without, what is published is what the reports show. */
  readonly net?: Net;
  /** The DNS after the change: a planned zone over `net` (`overlayNet`). */
  readonly planned?: Net;
  /** The day the age of the reports is judged by; it is not judged unless told. */
  readonly today?: Date;
}
type DmarcPolicy = 'none' | 'quarantine' | 'reject';

/**
 * Rehearses a change over the traffic of a period, as `sendaudit simulate` does: exact over what `readDmarc` counted,
 * nothing is read again. Throws a UserError for a change nobody can mean.
 */
export async function simulate(traffic: Traffic, settings: SimulateSettings = {}): Promise<Rehearsal> {
  const { net, planned, today, ready, domains = [] } = settings;
  const catalogue = knownProviders();
  if (net === undefined && planned !== undefined)
    throw new UserError('a planned zone lies over the DNS of now', undefined, 'hand over both, net and planned');
  const change = changeOf(settings);
  const asksReadiness = ready === true || !changesAnything(change);
  return rehearsal(traffic, {
    change: asksReadiness ? { ...change, policy: { ...change.policy, p: 'reject' } } : change,
    domains: domains.map((domain) => domainNamed(domain)),
    asksReadiness,
    catalogue,
    ...(net === undefined
      ? {}
      : { worlds: { now: cachedNet(net), ...(planned === undefined ? {} : { planned: cachedNet(planned) }) } }),
    ...(today === undefined ? {} : { today: today.getTime() / 1000 }),
  });
}

function changeOf({ policy = {}, spf = {}, net, planned, ...without }: SimulateSettings): Change {
  const { withoutSelectors = [], withoutProviders = [], withoutDomains = [] } = without;
  const records = Object.entries(spf);
  if (records.length > 0 && net === undefined)
    throw new UserError('an SPF record needs a DNS to ask', 'what it includes is looked up there', 'hand over net');
  for (const [domain, text] of records)
    if (!isSpfRecord(text)) throw new UserError(`\`${text}\` is no SPF record for ${domain}`, 'one begins with v=spf1');
  for (const id of withoutProviders)
    if (knownProviders().byId(id) === undefined) throw new UserError(`there is no provider \`${id}\``);
  for (const [tag, value] of Object.entries(policy))
    if (!(VALUES[tag as keyof typeof VALUES] ?? []).includes(value))
      throw new UserError(`a DMARC record has no ${tag}=${value} that can be rehearsed`);
  return {
    policy,
    spf: new Map(records.map(([domain, text]) => [domainNamed(domain), text])),
    selectors: withoutSelectors.map((one) => withdrawn(one)),
    providers: withoutProviders,
    withoutDomains: withoutDomains.map((domain) => domainNamed(domain)),
    planned: planned !== undefined,
  };
}

const POLICIES: readonly string[] = ['none', 'quarantine', 'reject'];
const MODES: readonly string[] = ['r', 's'];
const VALUES = { p: POLICIES, sp: POLICIES, np: POLICIES, adkim: MODES, aspf: MODES, t: ['y', 'n'] };

function withdrawn(one: string | WithdrawnSelector): WithdrawnSelector {
  if (typeof one === 'string') return { selector: one };
  return one.domain === undefined ? one : { ...one, domain: domainNamed(one.domain) };
}

export interface RehearsalReportSettings {
  /** What makes `summary.exitCode` 1: findings of a level; `error` unless told, or unless `limits` are. */
  readonly failOn?: FailOn;
  /** The share of one's own mail, 0 to 1, above which `summary.exitCode` is 1: `{ 'legitimate-loss': 0.001 }`. */
  readonly limits?: Readonly<Partial<Record<Gate['kind'], number>>>;
  /** That of the call unless told. */
  readonly startedAt?: Date;
}

/** The report of `sendaudit simulate`. */
export function rehearsalReport(rehearsed: Rehearsal, settings: RehearsalReportSettings = {}): Report {
  const { failOn, limits = {}, startedAt = new Date() } = settings;
  const gates = Object.entries(limits).map(([kind, limit]) => ({ kind: kind as Gate['kind'], limit }));
  return fullRehearsalReport({ rehearsal: rehearsed, gates, startedAt, failOn });
}
