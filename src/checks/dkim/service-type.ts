import { withoutTag } from '../../protocols/tag-list-edit.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY, RSA_1024 } from './example-keys.ts';
import { admitUnread, problemsOf, publishedKeys, spanIn } from './keys.ts';
import { replacement } from './proposals.ts';

export default defineCheck({
  id: 'dkim/service-type',
  title: 'The keys are keys for mail',
  refs: [{ label: 'RFC 6376 §3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1' }],
  why: '`s=` lists the services a key is for. Where neither `email` nor `*` is among them, verifiers ignore the key.',
  fix: 'Remove `s=`, or let it say `s=email`',
  needs: ['dkim', 'wildcards'],
  messages: {
    excluded: { level: 'error', text: '`s={services}` says that the key of selector `{selector}` is not for mail' },
  },
  examples: [
    { name: 'no list', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    { name: 'mail', zone: `s1._domainkey TXT "v=DKIM1; s=email; p=${RSA_1024}"`, selectors: ['s1'], expect: [] },
    { name: 'everything', zone: `s1._domainkey TXT "v=DKIM1; s=*; p=${RSA_1024}"`, selectors: ['s1'], expect: [] },
    {
      name: 'something else',
      zone: `s1._domainkey TXT "v=DKIM1; s=mail; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['excluded'],
    },
    {
      name: 'an empty list',
      zone: `s1._domainkey TXT "v=DKIM1; s=; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['excluded'],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { key, record, selector } = published;
      for (const problem of problemsOf(published, ['not-for-email'])) {
        const value = withoutTag(record.text, 's');
        const detail = { at: spanIn(record, problem), ...replacement(published, findings.domain, value) };
        findings.add('excluded', { services: key.services.join(':'), selector: selector.selector }, detail);
      }
    }
  },
});
