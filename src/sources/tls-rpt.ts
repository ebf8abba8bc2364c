import { absent, found, unknown, type Fact } from '../core/facts.ts';
import type { Dns } from '../net/net.ts';
import { parseIp } from '../protocols/ip.ts';
import { isReportable, parseTlsRpt, TLS_RPT_VERSION, type ParsedTlsRpt } from '../protocols/tls-rpt.ts';
import type { ReportUri } from '../protocols/uri.ts';
import type { TextRecord } from './answers.ts';
import { hostAddresses } from './host.ts';
import { deliveryOf } from './report-destinations.ts';
import { defineSource } from './source.ts';
import { versionedRecords, type VersionedRecords } from './versioned-records.ts';

/** Where senders report how TLS to the domain's mail hosts went (RFC 8460 §3). */
export interface TlsRpt extends VersionedRecords {
  /** The one record that senders go by, valid or not; absent where there is none, or several. */
  readonly record?: TextRecord & { readonly parsed: ParsedTlsRpt };
  /** The record's destinations that have a form reports can go to. */
  readonly destinations: readonly TlsRptDestination[];
}

export interface TlsRptDestination {
  readonly uri: ReportUri;
  /** Domain of the address, or host of the `https:` URI. */
  readonly domain: string;
  /** Whether mail is taken there, or the host has an address; absent: reports are lost. */
  readonly delivery: Fact<'mx' | 'address'>;
}

export type Value = TlsRpt;

export default defineSource<TlsRpt>({
  absence: 'there is no TLS-RPT record',
  async gather({ domain, net }) {
    const there = await versionedRecords(`_smtp._tls.${domain}`, TLS_RPT_VERSION, net);
    if (there.state !== 'found') return there;
    const [only, ...others] = there.value.records;
    if (only === undefined || others.length > 0) return found({ ...there.value, destinations: [] });
    const record = { ...only, parsed: parseTlsRpt(only.text) };
    const uris = record.parsed.value.rua.filter((uri) => isReportable(uri)).slice(0, MOST_DESTINATIONS);
    const destinations = await Promise.all(uris.map((uri) => destinationOf(uri, net)));
    return found({ ...there.value, record, destinations: destinations.flat() });
  },
});

/** A record of 64 kB holds thousands, and each costs questions; nobody reads reports in as many places. */
const MOST_DESTINATIONS = 20;

async function destinationOf(uri: ReportUri, net: Dns): Promise<TlsRptDestination[]> {
  const { domain, scheme } = uri;
  if (domain === undefined) return [];
  const delivery = scheme === 'https' ? await addressOf(domain, net) : await deliveryOf(domain, net);
  return [{ uri, domain, delivery }];
}

async function addressOf(host: string, net: Dns): Promise<Fact<'address'>> {
  if (parseIp(host.replaceAll(/^\[|\]$/g, '')) !== undefined) return found('address');
  const { state, reason = host } = await hostAddresses(host, net);
  if (state === 'unknown') return unknown(reason);
  return state === 'reachable' ? found('address') : absent;
}
