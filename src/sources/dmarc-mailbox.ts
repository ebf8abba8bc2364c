import { organizationalDomain } from '../dmarc-policy/public-suffix.ts';
import { absent, found } from '../core/facts.ts';
import { defineSource } from './source.ts';

/** A domain with mail servers, of the organisation or its own: where reports of a record to come can go. */
export type Value = string;

export default defineSource<Value>({
  absence: 'neither the domain nor its organisation is known to take mail',
  async gather({ domain, fact, net }) {
    const record = await fact('dmarcRecord');
    // Nothing has to be published where a record of the owner's applies; that of a public suffix is not.
    if (record.state === 'found' && (record.value.domain === domain || hasOwner(record.value.domain))) return absent;
    const existence = await fact('existence');
    if (existence.state === 'absent') return absent;
    const candidates = [...new Set([organizationalDomain(domain) ?? domain, domain])];
    for (const candidate of candidates) {
      const answer = await net.resolve(candidate, 'MX');
      // An address in a proposal has to be sure: one that could not be asked is none.
      if (answer.status === 'ok' && answer.records.some(({ exchange }) => exchange !== '')) return found(candidate);
    }
    return absent;
  },
});

const hasOwner = (domain: string): boolean => organizationalDomain(domain) !== undefined;
