import { timestamp } from '../core/format.ts';
import type { TlsPolicy, TlsReport } from '../reports/tls-rpt/report.ts';

/** What `--format jsonl` prints of a report: each policy with its sessions, and behind it each of its failures. */
export function* tlsRows(report: TlsReport, policies: readonly TlsPolicy[]): Generator<object> {
  const { reporter, contact, reportId, begin, end } = report;
  const head = {
    reporter,
    ...(contact === undefined ? {} : { contact }),
    reportId,
    ...(begin === undefined ? {} : { begin: timestamp(begin) }),
    ...(end === undefined ? {} : { end: timestamp(end) }),
  };
  for (const { domain, type, mode, strings, mxHosts, successful, failed, failures } of policies) {
    const policy = { policyDomain: domain, policyType: type, ...(mode === undefined ? {} : { mode }) };
    yield { kind: 'policy', ...head, ...policy, policyStrings: strings, mxHosts, successful, failed };
    for (const failure of failures) yield { kind: 'failure', ...head, ...policy, ...failure };
  }
}

/** The columns of `--format csv`; a cell is what the row's key holds. */
export const TLS_COLUMNS: readonly string[] = [
  'kind',
  'begin',
  'end',
  'reporter',
  'contact',
  'reportId',
  'policyDomain',
  'policyType',
  'mode',
  'policyStrings',
  'mxHosts',
  'successful',
  'failed',
  'resultType',
  'sessions',
  'sendingMtaIp',
  'receivingMxHostname',
  'receivingMxHelo',
  'receivingIp',
  'reasonCode',
  'additionalInformation',
];
