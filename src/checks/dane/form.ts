import { DANE_EE, isUsable } from '../../protocols/tlsa.ts';
import { defineCheck } from '../define-check.ts';
import { LEAF_KEY, LEAF_KEY_SHA256, LEAF_KEY_SHA512, LEAF_SHA256, ROOT_KEY_SHA256 } from './example-certificates.ts';
import { WITHOUT_RECORDS, zoneWith } from './example-hosts.ts';
import { admitUnasked, recordsOf, spanOf } from './records.ts';

export default defineCheck({
  id: 'dane/form',
  title: 'TLSA records have the form that every sender reads and that outlives a renewal',
  refs: [
    { label: 'RFC 7672 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-3.1' },
    { label: 'RFC 7671 §10.1', url: 'https://www.rfc-editor.org/rfc/rfc7671#section-10.1' },
    { label: 'RFC 6698 §6', url: 'https://www.rfc-editor.org/rfc/rfc6698#section-6' },
  ],
  why: 'Only SHA-256 must be known to every sender. A record with a whole key or certificate makes answers so long that some networks lose them. A record about the certificate breaks with each renewal, one about its key lasts as long as the key.',
  fix: 'Publish `3 1 1` records: the SHA-256 of the public key of the host',
  needs: ['tlsa'],
  messages: {
    sha512: { level: 'note', text: '`{host}` has TLSA records with SHA-512 only, which senders need not know' },
    full: {
      level: 'note',
      text: 'A TLSA record of `{host}` holds {octets} octets, where a digest has 32',
    },
    certificate: {
      level: 'note',
      text: 'The TLSA records of `{host}` are about its certificate and not its key, and change with each renewal',
    },
  },
  examples: [
    {
      name: 'the SHA-256 of a key',
      zone: zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`),
      expect: [],
    },
    {
      name: 'an authority beside the certificate',
      zone: zoneWith(`3 0 1 ${LEAF_SHA256}`, `2 1 1 ${ROOT_KEY_SHA256}`),
      expect: [],
    },
    {
      name: 'SHA-512 only',
      zone: zoneWith(`3 1 2 ${LEAF_KEY_SHA512}`),
      expect: ['sha512'],
    },
    {
      name: 'SHA-512 beside SHA-256',
      zone: zoneWith(`3 1 2 ${LEAF_KEY_SHA512}`, `3 1 1 ${LEAF_KEY_SHA256}`),
      expect: [],
    },
    {
      name: 'the whole key',
      zone: zoneWith(`3 1 0 ${LEAF_KEY}`),
      expect: ['full'],
    },
    {
      name: 'the digest of the certificate',
      zone: zoneWith(`3 0 1 ${LEAF_SHA256}`),
      expect: ['certificate'],
    },
    WITHOUT_RECORDS,
  ],
  evaluate({ tlsa }, findings) {
    admitUnasked(tlsa, findings);
    for (const host of tlsa.hosts) {
      const usable = recordsOf(host).filter((record) => isUsable(record));
      const [first] = usable;
      if (first === undefined) continue;
      const params = { host: host.host };
      if (usable.every(({ matching }) => matching === 2)) findings.add('sha512', params, { at: spanOf(first) });
      if (usable.every(({ usage, selector }) => usage === DANE_EE && selector === 0))
        findings.add('certificate', params, { at: spanOf(first) });
      // An authority that the host does not send along must stand here as a whole (RFC 7671 §5.2.2).
      const full = usable.find(({ usage, matching }) => usage === DANE_EE && matching === 0);
      if (full !== undefined) findings.add('full', { ...params, octets: full.data.length / 2 }, { at: spanOf(full) });
    }
  },
});
