import { absent, found, unknown, type Place } from '../core/facts.ts';
import { hostAddresses, type Host } from './host.ts';
import { defineSource } from './source.ts';

/** Where the domain's mail is delivered. */
export interface Mx {
  /** By preference; the null MX (RFC 7505) is not among them. */
  readonly hosts: readonly MxHost[];
  /** A `0 .` record is published. */
  readonly nullMx: boolean;
  readonly ttl: number;
}
export interface MxHost extends Host {
  readonly preference: number;
  readonly place?: Place;
}

export type Value = Mx;

export default defineSource<Mx>({
  absence: 'there is no MX record',
  async gather({ domain, net }) {
    const answer = await net.resolve(domain, 'MX');
    if (answer.status === 'failed') return unknown(answer.reason);
    if (answer.status !== 'ok') return absent;
    const named = answer.records.filter((record) => record.exchange !== '');
    const hosts = await Promise.all(
      named.map(async (record) => ({
        ...(await hostAddresses(record.exchange, net)),
        preference: record.preference,
        ...(record.place === undefined ? {} : { place: record.place }),
      })),
    );
    return found({
      hosts: hosts.toSorted((a, b) => a.preference - b.preference || (a.name < b.name ? -1 : 1)),
      nullMx: named.length < answer.records.length,
      ttl: answer.ttl,
    });
  },
});
