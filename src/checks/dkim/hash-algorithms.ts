import { withoutTag } from '../../protocols/tag-list-edit.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY, RSA_1024 } from './example-keys.ts';
import { admitUnread, problemsOf, publishedKeys, spanIn } from './keys.ts';
import { replacement } from './proposals.ts';

export default defineCheck({
  id: 'dkim/hash-algorithms',
  title: 'The keys may be used with SHA-256',
  refs: [{ label: 'RFC 8301 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc8301#section-3.1' }],
  why: '`h=` lists the hash algorithms a key may be used with. SHA-256 is the only one verifiers still accept, so a list without it leaves no signature that counts.',
  fix: 'Remove `h=`, or let it say `h=sha256`',
  needs: ['dkim', 'wildcards'],
  messages: {
    excluded: {
      level: 'error',
      text: '`h={hashes}` keeps the key of selector `{selector}` from being used with SHA-256',
    },
  },
  examples: [
    { name: 'no list', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    { name: 'SHA-256', zone: `s1._domainkey TXT "v=DKIM1; h=sha256; p=${RSA_1024}"`, selectors: ['s1'], expect: [] },
    { name: 'both', zone: `s1._domainkey TXT "v=DKIM1; h=sha1:sha256; p=${RSA_1024}"`, selectors: ['s1'], expect: [] },
    {
      name: 'SHA-1 alone',
      zone: `s1._domainkey TXT "v=DKIM1; h=sha1; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['excluded'],
    },
    {
      name: 'SHA-256 misspelt',
      zone: `s1._domainkey TXT "v=DKIM1; h=sha-256; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['excluded'],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { key, record, selector } = published;
      for (const problem of problemsOf(published, ['no-sha256'])) {
        const value = withoutTag(record.text, 'h');
        const detail = { at: spanIn(record, problem), ...replacement(published, findings.domain, value) };
        findings.add('excluded', { hashes: key.hashes?.join(':') ?? '', selector: selector.selector }, detail);
      }
    }
  },
});
