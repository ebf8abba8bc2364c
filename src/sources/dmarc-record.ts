import { absent, found, unknown, type Fact, type Place } from '../core/facts.ts';
import type { ParsedDmarc } from '../protocols/dmarc.ts';
import { defineSource } from './source.ts';

/** The DMARC record that applies to the domain: its own, or that of a domain above (RFC 9989 §4.10.1). */
export interface DmarcPolicyRecord {
  /** The domain it stands at; its name is `_dmarc.<domain>`. */
  readonly domain: string;
  readonly name: string;
  readonly text: string;
  readonly parsed: ParsedDmarc;
  readonly inherited: boolean;
  readonly place?: Place;
}

export type Value = DmarcPolicyRecord;

export default defineSource<DmarcPolicyRecord>({
  absence: 'no DMARC record applies',
  async gather({ fact }): Promise<Fact<DmarcPolicyRecord>> {
    const discovery = await fact('dmarc');
    if (discovery.state !== 'found') return discovery;
    const { walk, psl, own, domain } = discovery.value;
    // RFC 9989 goes first; what only the older receivers see is still a record in force at them.
    for (const { policy } of [walk, psl]) {
      if (policy.state !== 'found' && policy.state !== 'inapplicable') continue;
      const { record } = policy;
      return found({
        domain: policy.domain,
        name: `_dmarc.${policy.domain}`,
        text: record.text,
        parsed: record.parsed,
        inherited: policy.domain !== domain,
        ...(record.place === undefined ? {} : { place: record.place }),
      });
    }
    if (own.status === 'failed') return unknown(own.reason ?? `the DMARC record of ${domain}`);
    // What only a public suffix could say is no record of the owner's: the other discovery never asks there.
    return psl.policy.state === 'unknown' ? unknown(psl.policy.reason) : absent;
  },
});
