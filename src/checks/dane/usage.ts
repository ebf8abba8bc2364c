import { defineCheck } from '../define-check.ts';
import { LEAF_KEY_SHA256 } from './example-certificates.ts';
import { HOST, WITHOUT_RECORDS, zoneWith } from './example-hosts.ts';
import { admitUnasked, ownChanges, replacement, shown, unusableFor } from './records.ts';

export default defineCheck({
  id: 'dane/usage',
  title: 'TLSA records have a usage that is for mail',
  refs: [
    { label: 'RFC 7672 §3.1.3', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-3.1.3' },
    { label: 'RFC 7671 §4', url: 'https://www.rfc-editor.org/rfc/rfc7671#section-4' },
  ],
  why: 'Usages 0 and 1 ask for a certificate of an authority that the sender trusts as well, and mail servers agree on no list of such authorities. Senders pass over these records, and deliver without verifying the host.',
  fix: 'Publish the record with usage 3 for the certificate of the host itself, or with usage 2 for the authority that issued it',
  needs: ['tlsa'],
  messages: {
    alone: {
      level: 'warning',
      text: 'Senders pass over TLSA record `{record}` of `{host}` for its usage {usage}, and no other verifies the host',
    },
    beside: {
      level: 'note',
      text: 'Senders pass over TLSA record `{record}` of `{host}` for its usage {usage}, and go by the others',
    },
  },
  examples: [
    {
      name: 'usage 3',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`),
      expect: [],
    },
    {
      name: 'usage 1',
      zone: zoneWith(`1 1 1 ${LEAF_KEY_SHA256}`),
      expect: ['alone'],
    },
    {
      name: 'usage 0 beside usage 2',
      zone: zoneWith(`0 1 1 ${LEAF_KEY_SHA256}`, `2 1 1 ${LEAF_KEY_SHA256}`),
      expect: ['beside'],
    },
    {
      name: 'a usage that does not exist',
      zone: zoneWith(`4 1 1 ${LEAF_KEY_SHA256}`),
      expect: ['alone'],
    },
    {
      name: 'a service’s host',
      zone: `@ MX 10 mx.example.net.\nmx.example.net. A 192.0.2.1\n_25._tcp.mx.example.net. TLSA 1 1 1 ${LEAF_KEY_SHA256}`,
      expect: ['alone'],
    },
    WITHOUT_RECORDS,
    {
      name: 'records that cannot be looked up',
      zone: HOST,
      servfail: ['_25._tcp.mail.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ tlsa }, findings) {
    admitUnasked(tlsa, findings);
    for (const { host, record, at, alone } of unusableFor(tlsa, ['pkix-usage', 'unknown-usage'])) {
      const { usage } = record;
      // The certificate meant is the same; only whom else it has to please differs.
      const change = usage === 0 || usage === 1 ? [replacement(record, host, { usage: usage + 2 })] : [];
      const params = { record: shown(record), host: host.host, usage };
      findings.add(alone ? 'alone' : 'beside', params, { at, changes: ownChanges(findings.domain, change) });
    }
  },
});
