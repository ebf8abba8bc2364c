import { absent, found, unknown, type Fact } from '../core/facts.ts';
import { recordText } from '../core/record-text.ts';
import { pslOrgDomain } from '../dmarc-policy/psl.ts';
import type { Dns } from '../net/net.ts';
import { isDmarcVersion } from '../protocols/dmarc.ts';
import type { ReportUri } from '../protocols/uri.ts';
import { defineSource } from './source.ts';

/** An address that the DMARC record asks reports to be sent to. */
export interface ReportDestination {
  readonly tag: 'rua' | 'ruf';
  readonly uri: ReportUri;
  /** Domain of the address. */
  readonly domain: string;
  /** Outside the organisation that publishes the record: it has to agree (RFC 9990 §4, RFC 7489 §7.1). */
  readonly external: boolean;
  /** The name its agreement stands at; empty where none is needed. */
  readonly agreementName: string;
  /** The texts found there that say `v=DMARC1`. Absent: it has not agreed. */
  readonly agreement: Fact<readonly string[]>;
  /** How its mail is delivered; absent: it has neither MX nor address, or a null MX. */
  readonly delivery: Fact<'mx' | 'address'>;
}

export type Value = readonly ReportDestination[];

export default defineSource<Value>({
  absence: 'no address for DMARC reports is given',
  async gather({ fact, net }) {
    const record = await fact('dmarcRecord');
    if (record.state !== 'found') return record;
    const { parsed, domain: publisher } = record.value;
    const wanted = (['rua', 'ruf'] as const).flatMap((tag) => parsed.value[tag].map((uri) => ({ tag, uri })));
    const destinations = await Promise.all(
      wanted.map(async ({ tag, uri }): Promise<ReportDestination[]> => {
        const { domain } = uri;
        if (!uri.valid || uri.scheme !== 'mailto' || domain === undefined) return [];
        const external = pslOrgDomain(domain) !== pslOrgDomain(publisher);
        const agreementName = external ? `${publisher}._report._dmarc.${domain}` : '';
        const [agreement, delivery] = await Promise.all([
          external ? agreementAt(agreementName, net) : absent,
          deliveryOf(domain, net),
        ]);
        return [{ tag, uri, domain, external, agreementName, agreement, delivery }];
      }),
    );
    return destinations.flat().length === 0 ? absent : found(destinations.flat());
  },
});

async function agreementAt(name: string, net: Dns): Promise<Fact<readonly string[]>> {
  const answer = await net.resolve(name, 'TXT');
  if (answer.status === 'failed') return unknown(answer.reason);
  if (answer.status !== 'ok') return absent;
  const texts = answer.records.map(recordText).filter((text) => isDmarcVersion(text));
  return texts.length === 0 ? absent : found(texts);
}

/** How mail to a domain is delivered; absent: it has neither MX nor address, or a null MX. */
export async function deliveryOf(domain: string, net: Dns): Promise<Fact<'mx' | 'address'>> {
  const mx = await net.resolve(domain, 'MX');
  if (mx.status === 'failed') return unknown(mx.reason);
  // A null MX says that there is nobody to deliver to (RFC 7505 §3).
  if (mx.status === 'ok') return mx.records.some(({ exchange }) => exchange !== '') ? found('mx') : absent;
  if (mx.status === 'nxdomain') return absent;
  const [a, aaaa] = await Promise.all([net.resolve(domain, 'A'), net.resolve(domain, 'AAAA')]);
  if (a.status === 'ok' || aaaa.status === 'ok') return found('address');
  const failed = [a, aaaa].find((answer) => answer.status === 'failed');
  return failed?.status === 'failed' ? unknown(failed.reason) : absent;
}
