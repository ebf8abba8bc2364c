import { auditDomain, type Subject } from '../audit/audit.ts';
import { lenient } from '../audit/leniency.ts';
import { checks as everyCheck } from '../checks/all.ts';
import { checksNamed, domainNamed, hintsOf, leniencyOn, profileNamed, type AuditSettings } from './settings.ts';
import { cachedNet } from '../net/cached.ts';
import { UserError } from '../core/errors.ts';
import type { Net } from '../net/net.ts';
import { knownProviders } from '../providers/known.ts';
import { seenReports } from '../reports/aggregate/duplicates.ts';
import { attributed } from '../traffic/attributed.ts';
import type { Lookup } from '../traffic/lookup/kinds.ts';
import { readTraffic } from '../traffic/read.ts';
import type { StreamRule } from '../streams/rules.ts';
import type { Traffic } from '../traffic/traffic.ts';

/**
 * Audits one domain as `sendaudit check` does: in `results` one outcome for each check, in `profiles` what is demanded.
 *
 * Whatever the world does is a result, never an exception. Throws a UserError where the settings name what does not
 * exist: no domain name, no selector, no IP address, an unknown check or profile.
 */
export async function audit(domain: string, settings: AuditSettings): Promise<Subject> {
  const { net, checks, profiles = [], leniency, now = new Date(), ...told } = settings;
  const name = domainNamed(domain);
  const demanded = profiles.map((one) => (typeof one === 'string' ? profileNamed(one) : one));
  const subject = await auditDomain({
    domain: name,
    // Several facts rest on one question.
    net: cachedNet(net),
    hints: hintsOf(name, demanded.some(({ id }) => id === 'parked') ? { ...told, parked: true } : told),
    catalogue: knownProviders(),
    checks: checks === undefined ? everyCheck : checksNamed(checks),
    profiles: demanded,
    now,
  });
  if (leniency === undefined) return subject;
  const results = lenient(subject.results, name, leniencyOn(now, leniency));
  return { ...subject, results };
}

export interface ReadDmarcSettings {
  /** Whose SPF trees help. */
  readonly net?: Net;
  /** Your own word on whose mail something is: the first rule that holds wins over all evidence. */
  readonly rules?: readonly Omit<StreamRule, 'origin'>[];
  /** Only mail from these domains and what lies below them; all unless told. */
  readonly domains?: readonly string[];
  /** What is asked of `net` about the addresses with most messages: their names, their networks; nothing unless told. */
  readonly lookUp?: readonly Lookup[];
  /** Files, folders and globs with the reports of an earlier period: what changed since is in `comparison`. */
  readonly earlier?: readonly string[];
}

/**
 * Reads DMARC aggregate reports from files, folders and globs, and attributes them. What could not be read is in
 * `inputs.failed`. Throws a UserError for a domain that is no name, and for look-ups without a `net`.
 */
export async function readDmarc(paths: readonly string[], settings: ReadDmarcSettings = {}): Promise<Traffic> {
  const { net, rules = [], lookUp = [], earlier, domains: named = [] } = settings;
  if (lookUp.length > 0 && net === undefined)
    throw new UserError('nothing can be looked up without a DNS', undefined, 'hand over net');
  const domains = named.map((domain) => domainNamed(domain));
  // A report in both periods counts in this one only.
  const options = { domains, ...(earlier === undefined ? {} : { seen: seenReports() }) };
  const reading = await readTraffic(paths, options);
  return attributed(reading, {
    catalogue: knownProviders(),
    rules: rules.map((rule, index) => ({ ...rule, origin: `rule ${index + 1}` })),
    lookUp,
    ...(net === undefined ? {} : { net: cachedNet(net) }),
    ...(earlier === undefined ? {} : { earlier: await readTraffic(earlier, options) }),
  });
}
