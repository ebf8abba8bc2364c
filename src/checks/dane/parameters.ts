import { defineCheck } from '../define-check.ts';
import { LEAF_KEY_SHA256 } from './example-certificates.ts';
import { WITHOUT_RECORDS, zoneWith } from './example-hosts.ts';
import { admitUnasked, shown, unusableFor } from './records.ts';

export default defineCheck({
  id: 'dane/parameters',
  title: 'TLSA records have a selector and a matching type that exist',
  refs: [
    { label: 'RFC 6698 §2.1.2', url: 'https://www.rfc-editor.org/rfc/rfc6698#section-2.1.2' },
    { label: 'RFC 6698 §2.1.3', url: 'https://www.rfc-editor.org/rfc/rfc6698#section-2.1.3' },
  ],
  why: 'The selector says whether a record is about the certificate (0) or its public key (1), the matching type whether it holds that itself (0), its SHA-256 (1) or its SHA-512 (2). With anything else senders cannot tell, and pass over the record.',
  fix: 'Publish the record as `3 1 1` with the SHA-256 of the public key',
  needs: ['tlsa'],
  messages: {
    alone: {
      level: 'warning',
      text: 'Senders pass over TLSA record `{record}` of `{host}`, and no other verifies the host: {problem}',
    },
    beside: {
      level: 'note',
      text: 'Senders pass over TLSA record `{record}` of `{host}`, and go by the others: {problem}',
    },
  },
  examples: [
    {
      name: 'the SHA-256 of a public key',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`),
      expect: [],
    },
    {
      name: 'a selector that does not exist',
      zone: zoneWith(`3 2 1 ${LEAF_KEY_SHA256}`),
      expect: ['alone'],
    },
    {
      name: 'a matching type that does not exist',
      zone: zoneWith(`3 1 3 ${LEAF_KEY_SHA256}`),
      expect: ['alone'],
    },
    {
      name: 'one beside a good one',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`, '3 1 255 00'),
      expect: ['beside'],
    },
    WITHOUT_RECORDS,
  ],
  evaluate({ tlsa }, findings) {
    admitUnasked(tlsa, findings);
    for (const { host, record, problem, at, alone } of unusableFor(tlsa, ['unknown-selector', 'unknown-matching'])) {
      findings.add(alone ? 'alone' : 'beside', { record: shown(record), host: host.host, problem }, { at });
    }
  },
});
