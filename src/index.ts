/**
 * sendaudit as a library: the same audit and the same report reader as the command line, without a process around them.
 *
 * ```ts
 * import { audit, auditReport, liveNet, render } from 'sendaudit';
 * import { writeFile } from 'node:fs/promises';
 *
 * const net = liveNet();
 * const subject = await audit('example.com', { net, selectors: ['s2026'], profiles: ['gmail'] });
 * await writeFile('findings.sarif', render(auditReport([subject]), 'sarif'));
 * await net.close();
 * ```
 *
 * What the world does is an answer; what is thrown is a `UserError`, which the caller can act on, or a bug of ours. Names
 * of domains are A-labels in lower case without final dot in every result; times are seconds unless they are a `Date`.
 */
import { checks as everyCheck } from './checks/all.ts';
import type { Rule } from './core/report.ts';

// Auditing, and reading reports
export { audit, readDmarc, type ReadDmarcSettings } from './library/audit.ts';
export type { AuditSettings, LeniencySettings } from './library/settings.ts';
export type { Subject } from './audit/audit.ts';
export type { DemandVerdict, ProfileVerdict } from './audit/profile-verdict.ts';
export { UserError } from './core/errors.ts';
export type { Expectations } from './core/expectations.ts';
export type { Fact, Place, Span } from './core/facts.ts';
export type { Level } from './core/levels.ts';
export type { CheckResult, Finding, Outcome, RecordChange, Waiver } from './core/outcome.ts';
export type { SelectorHint } from './sources/source.ts';
export type { Traffic } from './traffic/traffic.ts';
export {
  failureReport,
  readFailureReports,
  readTlsReports,
  tlsReport,
  type FailureReadSettings,
  type ReportReadSettings,
} from './library/reports.ts';
export type { FailureReports, SourceFailures } from './failure-report/failure-reports.ts';
export type { FailureGroup, PolicySessions, TlsReports } from './tls-report/tls-reports.ts';

// Logs and events
export {
  deliveryReport,
  readEvents,
  type DeliveryReportSettings,
  type ReadEventsSettings,
} from './library/delivery.ts';
export type {
  Counts,
  Delivery,
  DeliveryPart,
  DeliverySection,
  ReasonCount,
  TimelineHour,
} from './delivery/delivery.ts';
export type { Spike as DeliverySpike } from './delivery/spikes.ts';
export type { Told } from './delivery/tally.ts';
export type { EventKind, MailEvent } from './logs/event.ts';
export type { LogFormat } from './logs/format.ts';
export type { ReplyClass, Severity } from './replies/class.ts';

// Rehearsing a change over what was read
export { rehearsalReport, simulate, type RehearsalReportSettings, type SimulateSettings } from './library/simulate.ts';
export type { WithdrawnSelector } from './rehearsal/change.ts';
export type { Outcome as MailOutcome } from './rehearsal/outcome.ts';
export type { Reason } from './rehearsal/readiness-reason.ts';
export type { Readiness } from './rehearsal/readiness.ts';
export type { Rehearsal } from './rehearsal/rehearsal.ts';
export type { StreamOutcome } from './rehearsal/rehearse.ts';

/** Every check as documentation: what it looks at, why, how to mend it, and all it can say. */
export const checks: readonly Rule[] = everyCheck;
export type { Rule } from './core/report.ts';
export { profiles } from './profiles/all.ts';
export type { Demand, Profile } from './profiles/profile.ts';

// Showing, and comparing
export {
  auditReport,
  formats,
  render,
  trafficReport,
  type AuditReportSettings,
  type ReportSettings,
  type TrafficReportSettings,
} from './library/report.ts';
export { drift, driftReport, type DriftReportSettings, type DriftSettings } from './library/drift.ts';
export type { Drift } from './drift/drift.ts';
export { baselineFrom, parseBaseline, printBaseline, type Baseline, type BaselineEntry } from './audit/baseline.ts';
export type { Ignored } from './audit/leniency.ts';
export type { FailOn, Inputs, Report, Summary } from './core/report.ts';
export type { Canvas } from './reporters/reporter.ts';

// Worlds to ask
export { cachedNet } from './net/cached.ts';
export { cappedNet } from './net/capped.ts';
export { parseResolver } from './net/dns/servers.ts';
export { liveNet, type LiveOptions } from './net/live.ts';
export type { Answer, Dns, Failure, Net, RecordType, Rr } from './net/net.ts';
export { overlayNet } from './net/overlay.ts';
export { recordedNet, type RecordedNet } from './net/recorded.ts';
export { fileWriter, recordingNet } from './net/recording.ts';
export {
  noServices,
  type FetchLimits,
  type HttpAnswer,
  type ServerAddress,
  type ServerAnswer,
  type ServiceFailed,
  type ServiceFailure,
  type Services,
  type SmtpAnswer,
  type StartTls,
  type TlsSession,
} from './net/services.ts';
export { loadZones, type ZoneData } from './net/zone/load.ts';
export { zoneWorld } from './net/zone/world.ts';

// SPF by itself, and what DMARC reports hold
export { evaluateSpf } from './spf/evaluate.ts';
export { spfTree } from './spf/read-tree.ts';
export type { DmarcRecord, ReportHead } from './reports/aggregate/row.ts';
export type { Attribution } from './streams/attribute.ts';
export type { StreamRule } from './streams/rules.ts';
export type { Evidence, Stream, StreamClass } from './streams/stream.ts';
export type { StreamTotals } from './traffic/totals.ts';
export type { Calendar } from './traffic/calendar.ts';
export type { Comparison, PolicyChange, StreamChange, StreamLevel } from './traffic/comparison.ts';
export type { Lookup } from './traffic/lookup/kinds.ts';
export type { Asn, LookupCounts, Lookups } from './traffic/lookup/lookups.ts';
export type { StreamDay } from './traffic/stream-days.ts';
export type { PassDrop, Spike, Trend } from './traffic/trend.ts';
