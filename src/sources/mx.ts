import { absent, found, unknown, type Place } from '../core/facts.ts';
import { byName } from '../core/order.ts';
import { firstHosts } from './first-hosts.ts';
import type { Host } from './host.ts';
import { defineSource } from './source.ts';

/** Where the domain's mail is delivered. */
export interface Mx {
  /** By preference; the null MX (RFC 7505) is not among them. */
  readonly hosts: readonly MxHost[];
  /** A `0 .` record is published. */
  readonly nullMx: boolean;
  /** Where the `0 .` record is written down, when it comes from a file. */
  readonly nullPlace?: Place;
  readonly ttl: number;
  /** Where the first record is written down, when they come from a file; behind a CNAME they are somebody else's. */
  readonly place?: Place;
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
    const named = answer.records
      .filter((record) => record.exchange !== '')
      .toSorted((a, b) => a.preference - b.preference || byName(a.exchange, b.exchange));
    const located = await firstHosts(
      named.map(({ exchange }) => exchange),
      'mail host',
      net,
    );
    const hosts = located.map((host, index): MxHost => {
      const { preference = 0, place } = named[index] ?? {};
      return { ...host, preference, ...(place === undefined ? {} : { place }) };
    });
    const place = answer.via.length > 0 ? undefined : answer.records[0]?.place;
    const nullPlace = answer.records.find((record) => record.exchange === '')?.place;
    return found({
      hosts,
      nullMx: named.length < answer.records.length,
      ttl: answer.ttl,
      ...(nullPlace === undefined ? {} : { nullPlace }),
      ...(place === undefined ? {} : { place }),
    });
  },
});
