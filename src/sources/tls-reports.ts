import { absent, found } from '../core/facts.ts';
import type { TlsReports } from '../tls-report/tls-reports.ts';
import { defineSource } from './source.ts';

/** What TLS reports say about sessions with the domain's mail hosts, where reports were given. */
export type Value = TlsReports;

export default defineSource<TlsReports>({
  absence: 'no TLS reports were given',
  gather: async ({ hints }) => (hints.tlsReports === undefined ? absent : found(hints.tlsReports)),
});
