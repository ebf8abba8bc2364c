import { parseDkimKey } from '../../protocols/dkim-key.ts';
import { defineCheck } from '../define-check.ts';
import { ED25519_PRIVATE, GOOD_KEY, RSA_1024, RSA_2048 } from './example-keys.ts';
import { admitUnread, isOwn, ownerOf, problemsOf, publishedKeys, spanIn } from './keys.ts';
import { clause, repaired, replacement, unquoted } from './proposals.ts';

const DAMAGE = ['base64-character', 'base64-length', 'truncated', 'not-a-key'] as const;
const UNTIDY = ['base64-blank', 'base64-padding', 'trailing-octets'] as const;

export default defineCheck({
  id: 'dkim/key-data',
  title: 'The keys arrive undamaged',
  refs: [
    { label: 'RFC 6376 §3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1' },
    { label: 'RFC 6376 §3.6.2.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.2.2' },
  ],
  why: 'A key that lost a character on its way into the DNS verifies nothing. Long keys are often cut off at 255 octets, where a string of a TXT record ends and the next one has to go on.',
  fix: 'Publish the key again as the service shows it, in one TXT record, cut into strings of at most 255 octets',
  needs: ['dkim', 'wildcards'],
  messages: {
    damaged: { level: 'error', text: 'The key of selector `{selector}` is damaged: {problem}' },
    missing: { level: 'error', text: 'The record of selector `{selector}` has no `p=`, so there is no key in it' },
    private: {
      level: 'error',
      text: 'Selector `{selector}` publishes a private key: whoever reads it can sign as `{domain}`',
    },
    untidy: { level: 'note', text: 'Not every verifier reads the key of selector `{selector}`: {problem}' },
  },
  examples: [
    { name: 'a key in two strings', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 'a key cut off at 255 octets',
      zone: `s1._domainkey TXT "${`v=DKIM1; k=rsa; p=${RSA_2048}`.slice(0, 255)}"`,
      selectors: ['s1'],
      expect: ['damaged'],
    },
    {
      name: 'a key with a quote inside',
      zone: String.raw`s1._domainkey TXT "v=DKIM1; p=${RSA_1024.slice(0, 90)}\"\"${RSA_1024.slice(90)}"`,
      selectors: ['s1'],
      expect: ['damaged'],
    },
    {
      name: 'quotes around the whole record, which are another matter',
      zone: String.raw`s1._domainkey TXT "\"v=DKIM1; p=${RSA_1024}\""`,
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'a key that lost a character',
      zone: `s1._domainkey TXT "v=DKIM1; p=${RSA_1024.replace('QAB', 'AB')}"`,
      selectors: ['s1'],
      expect: ['damaged'],
    },
    {
      name: 'a place holder',
      zone: 's1._domainkey TXT "v=DKIM1; p=PUBLICKEY"',
      selectors: ['s1'],
      expect: ['damaged'],
    },
    { name: 'no key', zone: 's1._domainkey TXT "v=DKIM1; k=rsa"', selectors: ['s1'], expect: ['missing'] },
    {
      name: 'a private key',
      zone: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519_PRIVATE}"`,
      selectors: ['s1'],
      expect: ['private'],
    },
    {
      name: 'a blank inside',
      zone: `s1._domainkey TXT "v=DKIM1; p=${RSA_1024.slice(0, 90)} ${RSA_1024.slice(90)}"`,
      selectors: ['s1'],
      expect: ['untidy'],
    },
    {
      name: 'padding that should not be there',
      zone: `s1._domainkey TXT "v=DKIM1; p=${RSA_1024}="`,
      selectors: ['s1'],
      expect: ['untidy'],
    },
    { name: 'a key that is withdrawn', zone: 's1._domainkey TXT "v=DKIM1; p="', selectors: ['s1'], expect: [] },
    {
      name: 'a key of another kind',
      zone: 's1._domainkey TXT "v=DKIM1; k=dsa; p=QUJD"',
      selectors: ['s1'],
      expect: [],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    const { domain } = findings;
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { selector, record, problems } = published;
      // dkim/key-type says so, and nobody can tell what such a key should look like.
      if (problems.some(({ code }) => code === 'unknown-key-type')) continue;
      // Quotes around the whole record are the affair of dkim/syntax, and the key within may be sound.
      if (/^["'`]/.test(record.text) && parseDkimKey(unquoted(record.text)).value.usable) continue;
      const first = (codes: Parameters<typeof problemsOf>[1]) => problemsOf(published, codes)[0];
      const params = { selector: selector.selector };
      const missing = first(['missing-key']);
      if (missing !== undefined) findings.add('missing', params, { at: spanIn(record, missing) });
      const secret = first(['private-key']);
      if (secret !== undefined) {
        const fix = 'remove the record at once, make a new key and publish its public half under a new selector';
        const removal = { kind: 'remove', name: ownerOf(selector), type: 'TXT', old: record.text } as const;
        const changes = isOwn(selector, domain) ? [removal] : [];
        findings.add('private', { ...params, domain }, { at: spanIn(record, secret), fix, changes });
      }
      const damage = first(DAMAGE);
      const problem = damage ?? first(UNTIDY);
      if (secret !== undefined || problem === undefined) continue;
      const detail = { at: spanIn(record, problem), ...replacement(published, domain, repaired(record.text)) };
      findings.add(
        damage === undefined ? 'untidy' : 'damaged',
        { ...params, problem: clause(problem.message) },
        detail,
      );
    }
  },
});
