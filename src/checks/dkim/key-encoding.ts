import { corrected } from '../../protocols/tag-list-edit.ts';
import { defineCheck } from '../define-check.ts';
import { ED25519, ED25519_SPKI, GOOD_KEY, RSA_2048_PKCS1, txt } from './example-keys.ts';
import { admitUnread, problemsOf, publishedKeys, spanIn } from './keys.ts';
import { replacement } from './proposals.ts';

export default defineCheck({
  id: 'dkim/key-encoding',
  title: 'The keys are wrapped as verifiers expect',
  refs: [
    { label: 'RFC 8463 §4', url: 'https://www.rfc-editor.org/rfc/rfc8463#section-4' },
    { label: 'RFC 6376 §3.6.1 (erratum 3017)', url: 'https://www.rfc-editor.org/errata/eid3017' },
  ],
  why: 'RSA keys stand in a SubjectPublicKeyInfo, as `openssl` writes them, and Ed25519 keys as 32 octets without anything around them. Verifiers that keep to that cannot read the other form.',
  fix: 'Publish RSA keys as SubjectPublicKeyInfo and Ed25519 keys as the 32 octets alone, both in base64',
  needs: ['dkim', 'wildcards'],
  messages: {
    wrapped: {
      level: 'error',
      text: 'The Ed25519 key of selector `{selector}` is wrapped in a SubjectPublicKeyInfo, where verifiers expect its 32 octets',
    },
    bare: {
      level: 'warning',
      text: 'The RSA key of selector `{selector}` has no SubjectPublicKeyInfo around it, and not every verifier reads it so',
    },
  },
  examples: [
    { name: 'an RSA key', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 'an Ed25519 key',
      zone: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}"`,
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'an Ed25519 key as openssl writes it',
      zone: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519_SPKI}"`,
      selectors: ['s1'],
      expect: ['wrapped'],
    },
    {
      name: 'an RSA key as RSAPublicKey',
      zone: `s1._domainkey TXT ${txt(`v=DKIM1; p=${RSA_2048_PKCS1}`)}`,
      selectors: ['s1'],
      expect: ['bare'],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { record } = published;
      const { selector } = published.selector;
      for (const problem of problemsOf(published, ['ed25519-wrapped', 'rsa-unwrapped'])) {
        const value = corrected(record.text, [problem]);
        const detail = { at: spanIn(record, problem), ...replacement(published, findings.domain, value) };
        findings.add(problem.code === 'ed25519-wrapped' ? 'wrapped' : 'bare', { selector }, detail);
      }
    }
  },
});
