import { found, unknown } from '../core/facts.ts';
import { textRecords, type TextRecord } from './answers.ts';
import { defineSource } from './source.ts';

/** What answers at names nobody published: a wildcard does (RFC 4592), and every selector then seems to exist. */
export interface Wildcards {
  /** TXT answered below `_domainkey`. */
  readonly domainkey: readonly TextRecord[];
  /** TXT answered at a made-up sub-domain. */
  readonly subdomain: readonly TextRecord[];
  /** TXT answered at `_dmarc` of a made-up sub-domain. */
  readonly subdomainDmarc: readonly TextRecord[];
}

export type Value = Wildcards;

/** Always the same label, so that recordings can be replayed. */
export const PROBE_LABEL = 'sendaudit-wildcard-probe';

export default defineSource<Wildcards>({
  absence: 'there is no wildcard',
  async gather({ domain, net }) {
    const names = [
      `${PROBE_LABEL}._domainkey.${domain}`,
      `${PROBE_LABEL}.${domain}`,
      `_dmarc.${PROBE_LABEL}.${domain}`,
    ];
    const answers = await Promise.all(names.map((name) => net.resolve(name, 'TXT')));
    const failed = answers.find((answer) => answer.status === 'failed');
    if (failed !== undefined) return unknown(failed.reason);
    const [domainkey = [], subdomain = [], subdomainDmarc = []] = answers.map((answer, index) =>
      answer.status === 'ok' ? textRecords(names[index] ?? '', answer.records) : [],
    );
    return found({ domainkey, subdomain, subdomainDmarc });
  },
});
