import type { AnyCheck } from '../core/check.ts';
import { found } from '../core/facts.ts';
import type { CheckResult } from '../core/outcome.ts';
import { runChecks } from '../core/run.ts';
import type { TlsReports } from './tls-reports.ts';

/** TLS reports are a fact like any other: checks that need nothing else are run over it. */
export function judgedTlsReports(tlsReports: TlsReports, checks: readonly AnyCheck[]): CheckResult[] {
  const [busiest] = tlsReports.policies;
  return runChecks(checks, { tlsReports: found(tlsReports) }, busiest?.domain ?? 'sessions');
}
