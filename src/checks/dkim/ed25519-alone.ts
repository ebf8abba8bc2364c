import { defineCheck } from '../define-check.ts';
import { ED25519, GOOD_KEY, RSA_1024 } from './example-keys.ts';
import { publishedKeys, tagSpan } from './keys.ts';

export default defineCheck({
  id: 'dkim/ed25519-alone',
  title: 'An RSA key stands beside every Ed25519 key',
  refs: [
    { label: 'RFC 8463 §6', url: 'https://www.rfc-editor.org/rfc/rfc8463#section-6' },
    { label: 'RFC 8301 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc8301#section-3.1' },
  ],
  why: 'Many large receivers verify RSA only, and take mail that is signed with Ed25519 alone for unsigned.',
  fix: 'Sign every message twice: with Ed25519, and with an RSA key of 2048 bits under a selector of its own',
  needs: ['dkim', 'wildcards'],
  messages: {
    alone: {
      level: 'warning',
      text: 'All keys known of `{domain}` are Ed25519 ({selectors}), which many receivers cannot verify',
    },
  },
  examples: [
    {
      name: 'both kinds',
      zone: `e._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}"\nr._domainkey TXT ${GOOD_KEY}`,
      selectors: ['e', 'r'],
      expect: [],
    },
    { name: 'RSA alone', zone: `r._domainkey TXT ${GOOD_KEY}`, selectors: ['r'], expect: [] },
    {
      name: 'Ed25519 alone',
      zone: `e._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}"`,
      selectors: ['e'],
      expect: ['alone'],
    },
    {
      name: 'an RSA key that claims to be Ed25519, which is another matter',
      zone: `e._domainkey TXT "v=DKIM1; k=ed25519; p=${RSA_1024}"`,
      selectors: ['e'],
      expect: [],
    },
    {
      name: 'an RSA key that is withdrawn',
      zone: `e._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}"\nr._domainkey TXT "v=DKIM1; p="`,
      selectors: ['e', 'r'],
      expect: ['alone'],
    },
    {
      name: 'a second key that cannot be read',
      zone: `e._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}"`,
      selectors: ['e', 'r'],
      servfail: ['r._domainkey.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    const keys = publishedKeys(dkim, wildcards).filter(({ key }) => !key.revoked);
    const modern = keys.filter(({ key }) => key.keyType === 'ed25519' && key.usable);
    const [first] = modern;
    // Any other key is, or was meant to be, RSA, or cannot be used: what is wrong with it has checks of its own.
    if (first === undefined || modern.length < keys.length) return;
    const unread = dkim.selectors.filter(({ state }) => state === 'unknown');
    for (const { name, reason = `the key at ${name}` } of unread) findings.inconclusive(reason);
    if (unread.length > 0) return;
    const selectors = modern.map(({ selector }) => `\`${selector.selector}\``).join(', ');
    findings.add('alone', { domain: findings.domain, selectors }, { at: tagSpan(first, 'k') });
  },
});
