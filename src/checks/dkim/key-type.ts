import { withTag } from '../../protocols/tag-list-edit.ts';
import { defineCheck } from '../define-check.ts';
import { ED25519, GOOD_KEY, RSA_1024 } from './example-keys.ts';
import { admitUnread, problemsOf, publishedKeys, spanIn } from './keys.ts';
import { replacement } from './proposals.ts';

export default defineCheck({
  id: 'dkim/key-type',
  title: 'The type of a key is given as what it is',
  refs: [
    { label: 'RFC 6376 §3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1' },
    { label: 'RFC 8463 §4', url: 'https://www.rfc-editor.org/rfc/rfc8463#section-4' },
  ],
  why: 'Verifiers read the key as the type in `k=` says, and as RSA where it is missing. With another type the signature cannot be verified; an unknown type is passed over.',
  fix: 'Give the type that fits the key: `k=rsa` or `k=ed25519`',
  needs: ['dkim', 'wildcards'],
  messages: {
    unknown: {
      level: 'error',
      text: 'The key of selector `{selector}` has the type `{type}`, which no verifier knows',
    },
    mismatch: {
      level: 'error',
      text: 'The key of selector `{selector}` is of type `{actual}`, and verifiers take it for `{stated}`',
    },
  },
  examples: [
    { name: 'RSA', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 'no type, which is RSA',
      zone: `s1._domainkey TXT "v=DKIM1; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: [],
    },
    { name: 'Ed25519', zone: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}"`, selectors: ['s1'], expect: [] },
    {
      name: 'an Ed25519 key without type',
      zone: `s1._domainkey TXT "v=DKIM1; p=${ED25519}"`,
      selectors: ['s1'],
      expect: ['mismatch'],
    },
    {
      name: 'an RSA key that claims to be Ed25519',
      zone: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['mismatch'],
    },
    {
      name: 'the hash algorithm given as well',
      zone: `s1._domainkey TXT "v=DKIM1; k=rsa-sha256; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['unknown'],
    },
    {
      name: 'a type nobody knows',
      zone: 's1._domainkey TXT "v=DKIM1; k=dsa; p=QUJD"',
      selectors: ['s1'],
      expect: ['unknown'],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { key, record } = published;
      const { selector } = published.selector;
      const [problem] = problemsOf(published, ['unknown-key-type', 'key-type-mismatch']);
      if (problem === undefined) continue;
      const value = key.material === undefined ? undefined : withTag(record.text, 'k', key.material.type, ['v']);
      const detail = { at: spanIn(record, problem), ...replacement(published, findings.domain, value) };
      if (problem.code === 'unknown-key-type') findings.add('unknown', { selector, type: key.keyType }, detail);
      else findings.add('mismatch', { selector, actual: key.material?.type ?? 'another', stated: key.keyType }, detail);
    }
  },
});
