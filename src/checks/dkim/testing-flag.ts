import { withoutTag, withTag } from '../../protocols/tag-list-edit.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY, RSA_1024 } from './example-keys.ts';
import { admitUnread, publishedKeys, tagSpan } from './keys.ts';
import { replacement } from './proposals.ts';

export default defineCheck({
  id: 'dkim/testing-flag',
  title: 'No key is published as a test',
  refs: [{ label: 'RFC 6376 §3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1' }],
  why: 'With `t=y` the domain says that it is only testing DKIM, and verifiers must treat mail signed with the key as if it were unsigned. The flag is usually forgotten after the first day.',
  fix: 'Remove the flag `y` once signing works',
  needs: ['dkim', 'wildcards'],
  messages: {
    testing: {
      level: 'warning',
      text: '`t={flags}` marks the key of selector `{selector}` as a test, so its signatures need not count',
    },
  },
  examples: [
    { name: 'no flags', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 't=s, which is no test',
      zone: `s1._domainkey TXT "v=DKIM1; t=s; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: [],
    },
    { name: 't=y', zone: `s1._domainkey TXT "v=DKIM1; t=y; p=${RSA_1024}"`, selectors: ['s1'], expect: ['testing'] },
    {
      name: 't=y at the end',
      zone: `s1._domainkey TXT "v=DKIM1; p=${RSA_1024}; t=y"`,
      selectors: ['s1'],
      expect: ['testing'],
    },
    {
      name: 't=y:s',
      zone: `s1._domainkey TXT "v=DKIM1; t=y:s; p=${RSA_1024}"`,
      selectors: ['s1'],
      expect: ['testing'],
    },
    { name: 'a withdrawn key', zone: 's1._domainkey TXT "v=DKIM1; t=y; p="', selectors: ['s1'], expect: [] },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { key, record } = published;
      if (!key.testing || key.revoked) continue;
      const kept = key.flags.filter((flag) => flag !== 'y').join(':');
      const value = kept === '' ? withoutTag(record.text, 't') : withTag(record.text, 't', kept);
      const detail = { at: tagSpan(published, 't'), ...replacement(published, findings.domain, value) };
      findings.add('testing', { flags: key.flags.join(':'), selector: published.selector.selector }, detail);
    }
  },
});
