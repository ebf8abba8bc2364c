import { absent, found, unknown } from '../core/facts.ts';
import { recordText } from '../core/record-text.ts';
import { organizationalDomain } from '../dmarc-policy/public-suffix.ts';
import { isSpfRecord } from '../protocols/spf.ts';
import { defineSource } from './source.ts';

/** Whether a mail host of the domain's own organisation has SPF at its name, which it is likely to say in HELO. */
export interface HeloSpf {
  readonly host: string;
  readonly state: 'record' | 'none' | 'alias' | 'unknown';
  /** For `unknown`. */
  readonly reason?: string;
}

export type Value = readonly HeloSpf[];

/** Who has more mail hosts than this, does not send from them. */
const MOST_HOSTS = 10;

export default defineSource<Value>({
  absence: 'no mail host has a name of the domain’s own organisation',
  async gather({ domain, net }) {
    // The MX question is asked anyway, and its addresses are not waited for here.
    const answer = await net.resolve(domain, 'MX');
    if (answer.status === 'failed') return unknown(answer.reason);
    if (answer.status !== 'ok') return absent;
    const home = organizationalDomain(domain);
    const own = answer.records
      .map(({ exchange }) => exchange.toLowerCase())
      .filter((host) => host !== '' && host !== domain && organizationalDomain(host) === home && home !== undefined);
    const hosts = [...new Set(own)].slice(0, MOST_HOSTS);
    if (hosts.length === 0) return absent;
    return found(
      await Promise.all(
        hosts.map(async (host): Promise<HeloSpf> => {
          const text = await net.resolve(host, 'TXT');
          if (text.status === 'failed') return { host, state: 'unknown', reason: text.reason };
          if (text.via.length > 0) return { host, state: 'alias' };
          const texts = text.status === 'ok' ? text.records.map(recordText) : [];
          return { host, state: texts.some(isSpfRecord) ? 'record' : 'none' };
        }),
      ),
    );
  },
});
