import { found, unknown, type Fact } from '../core/facts.ts';
import type { Dns } from '../net/net.ts';
import { textRecords, type TextRecord } from './answers.ts';
import { lapsedDomain } from './lapsed-domain.ts';
import { defineSource } from './source.ts';

/** What answers at names nobody published: a wildcard does (RFC 4592), and every selector then seems to exist. */
export interface Wildcards {
  /** Below `_domainkey`. */
  readonly domainkey: WildcardProbe;
  /** At a made-up sub-domain. */
  readonly subdomain: WildcardProbe;
  /** At `_dmarc` of a made-up sub-domain. */
  readonly subdomainDmarc: WildcardProbe;
}

/** The answer at one made-up name. */
export interface WildcardProbe {
  readonly name: string;
  /** TXT records, where any were answered. */
  readonly records: readonly TextRecord[];
  /** CNAMEs followed: a wildcard CNAME where there are any. */
  readonly via: readonly string[];
  /** Where the CNAMEs lead to a name that does not exist: its registered domain, found where that is gone as well. */
  readonly lapsed?: Fact<string>;
  /** Why it could not be found out what answers. */
  readonly unread?: string;
}

export type Value = Wildcards;

/** Always the same label, so that recordings can be replayed. */
export const PROBE_LABEL = 'sendaudit-wildcard-probe';

export default defineSource<Wildcards>({
  absence: 'there is no wildcard',
  async gather({ domain, net }) {
    const [domainkey, subdomain, subdomainDmarc] = await Promise.all([
      probe(`${PROBE_LABEL}._domainkey.${domain}`, net),
      probe(`${PROBE_LABEL}.${domain}`, net),
      probe(`_dmarc.${PROBE_LABEL}.${domain}`, net),
    ]);
    const { unread } = subdomain;
    if (unread !== undefined && domainkey.unread !== undefined && subdomainDmarc.unread !== undefined)
      return unknown(unread);
    return found({ domainkey, subdomain, subdomainDmarc });
  },
});

async function probe(name: string, net: Dns): Promise<WildcardProbe> {
  const answer = await net.resolve(name, 'TXT');
  if (answer.status === 'failed') return { name, records: [], via: [], unread: answer.reason };
  const { via } = answer;
  if (answer.status === 'ok') return { name, records: textRecords(name, answer.records), via };
  const target = via.at(-1);
  if (answer.status !== 'nxdomain' || target === undefined) return { name, records: [], via };
  return { name, records: [], via, lapsed: await lapsedDomain(target, net) };
}
