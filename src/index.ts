/**
 * sendaudit as a library: the same audit and the same report reader as the command line, without a process around them.
 *
 * ```ts
 * import { audit, liveNet, readDmarc } from 'sendaudit';
 * const net = liveNet();
 * const { results } = await audit('example.com', { net });
 * const traffic = await readDmarc(['reports/'], { net });
 * await net.close();
 * ```
 */
import { auditDomain, type Subject } from './audit/audit.ts';
import { checks } from './checks/all.ts';
import { UserError } from './core/errors.ts';
import { cachedNet } from './net/cached.ts';
import type { Net } from './net/net.ts';
import { questionName } from './net/question-name.ts';
import { knownProviders } from './providers/known.ts';
import { attributed } from './traffic/attributed.ts';
import { readTraffic } from './traffic/read.ts';
import type { Traffic } from './traffic/traffic.ts';

export { UserError } from './core/errors.ts';
export type { Fact, Place, Span } from './core/facts.ts';
export type { Level } from './core/levels.ts';
export type { CheckResult, Finding, Outcome, RecordChange } from './core/outcome.ts';
export { cachedNet } from './net/cached.ts';
export { liveNet } from './net/live.ts';
export type { Answer, Dns, Net, RecordType, Rr } from './net/net.ts';
export { noServices, type Services } from './net/services.ts';
export { overlayNet } from './net/overlay.ts';
export { recordedNet } from './net/recorded.ts';
export { recordingNet } from './net/recording.ts';
export { loadZones } from './net/zone/load.ts';
export { zoneWorld } from './net/zone/world.ts';
export type { DmarcRecord, ReportHead } from './reports/aggregate/row.ts';
export { evaluateSpf } from './spf/evaluate.ts';
export { spfTree } from './spf/tree.ts';
export type { Attribution } from './streams/attribute.ts';
export type { Evidence, Stream, StreamClass } from './streams/stream.ts';
export type { Subject } from './audit/audit.ts';
export type { StreamTotals } from './traffic/totals.ts';
export type { Traffic } from './traffic/traffic.ts';

export interface AuditSettings {
  readonly net: Net;
  /** DKIM selectors the domain signs with; DNS cannot list them. */
  readonly selectors?: readonly string[];
  readonly traffic?: Traffic;
}

/** Audits one domain with every check there is. Throws a UserError where `domain` is no domain name. */
export async function audit(domain: string, { net, selectors = [], traffic }: AuditSettings): Promise<Subject> {
  const name = questionName(domain);
  if (name === undefined || name === '') throw new UserError(`\`${domain}\` is no domain name`);
  const hints = {
    selectors: selectors.map((selector) => ({ selector, origin: 'the caller' })),
    guessSelectors: false,
    ...(traffic === undefined ? {} : { traffic }),
  };
  // Several facts rest on one question; the command line shares its cache over all domains.
  return auditDomain({
    domain: name,
    net: cachedNet(net),
    hints,
    catalogue: knownProviders(),
    checks,
    now: new Date(),
  });
}

/** Reads DMARC aggregate reports from files, folders and globs, and attributes them; with `net`, SPF trees help. */
export async function readDmarc(paths: readonly string[], { net }: { readonly net?: Net } = {}): Promise<Traffic> {
  const shared = net === undefined ? {} : { net: cachedNet(net) };
  return attributed(await readTraffic(paths), { catalogue: knownProviders(), ...shared });
}
