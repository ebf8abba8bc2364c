import type { RecordChange } from '../../core/outcome.ts';
import { defineCheck } from '../define-check.ts';
import { LEAF_KEY, LEAF_KEY_SHA256, LEAF_KEY_SHA512 } from './example-certificates.ts';
import { WITHOUT_RECORDS, zoneWith } from './example-hosts.ts';
import { admitUnasked, ownChanges, removal, replacement, shown, unusableFor, type Unusable } from './records.ts';

/** Which matching type the data are of, by their octets. */
const MATCHING_OF: Readonly<Record<number, number>> = { 32: 1, 64: 2 };

export default defineCheck({
  id: 'dane/data',
  title: 'TLSA records hold what their matching type says',
  refs: [
    { label: 'RFC 6698 §2.1.4', url: 'https://www.rfc-editor.org/rfc/rfc6698#section-2.1.4' },
    { label: 'RFC 7671 §4', url: 'https://www.rfc-editor.org/rfc/rfc7671#section-4' },
  ],
  why: 'Data that are too long, too short or no certificate match none. Senders that notice pass over the record; others find that it does not match, and refuse to deliver.',
  fix: 'Publish the record again as a tool makes it from the certificate: `3 1 1` with the SHA-256 of the public key, 64 hexadecimal digits',
  needs: ['tlsa'],
  messages: {
    alone: {
      level: 'warning',
      text: 'TLSA record `{record}` of `{host}` cannot match, and no other verifies the host: {problem}',
    },
    beside: { level: 'note', text: 'TLSA record `{record}` of `{host}` cannot match: {problem}' },
  },
  examples: [
    {
      name: 'both digests and the key itself',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`, `3 1 2 ${LEAF_KEY_SHA512}`, `3 1 0 ${LEAF_KEY}`),
      expect: [],
    },
    {
      name: 'a SHA-256 that is said to be a SHA-512',
      zone: zoneWith(`3 1 2 ${LEAF_KEY_SHA256}`),
      expect: ['alone'],
    },
    {
      name: 'a SHA-256 that is said to be a key',
      zone: zoneWith(`3 1 0 ${LEAF_KEY_SHA256}`),
      expect: ['alone'],
    },
    {
      name: 'a digest that was cut, beside a whole one',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`, '3 1 1 0123456789abcdef'),
      expect: ['beside'],
    },
    {
      name: 'a key that is said to be a certificate',
      zone: zoneWith(`3 0 0 ${LEAF_KEY}`),
      expect: ['alone'],
    },
    WITHOUT_RECORDS,
  ],
  evaluate({ tlsa }, findings) {
    admitUnasked(tlsa, findings);
    for (const one of unusableFor(tlsa, ['digest-length', 'not-a-certificate', 'not-a-key'])) {
      const { host, record, problem, at, alone } = one;
      const changes = ownChanges(findings.domain, changesOf(one));
      findings.add(alone ? 'alone' : 'beside', { record: shown(record), host: host.host, problem }, { at, changes });
    }
  },
});

/** The matching type that fits the data; a record that fits none goes where others are left. */
function changesOf({ host, record, alone }: Unusable): RecordChange[] {
  const matching = MATCHING_OF[record.data.length / 2];
  if (matching !== undefined) return [replacement(record, host, { matching })];
  return alone ? [] : [removal(record)];
}
