import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'dns/existence',
  title: 'The domain exists',
  refs: [
    { label: 'RFC 8020 §2', url: 'https://www.rfc-editor.org/rfc/rfc8020#section-2' },
    { label: 'RFC 2308 §2.1', url: 'https://www.rfc-editor.org/rfc/rfc2308#section-2.1' },
  ],
  why: 'Mail in the name of a domain that does not exist is refused nearly everywhere, and mail to it bounces. A registration that ran out looks exactly like this, and somebody else may take the name.',
  fix: 'Look for a typing mistake; if the name is right, renew its registration, or publish records at it',
  needs: [],
  considers: ['existence'],
  messages: {
    nxdomain: { level: 'error', text: '`{domain}` does not exist' },
  },
  examples: [
    { name: 'a domain with records', zone: '@ NS ns', expect: [] },
    { name: 'a name with records below it only', zone: 'www.sub A 192.0.2.1', domain: 'sub.example.com', expect: [] },
    { name: 'an alias to nowhere, which exists', zone: 'www CNAME gone', domain: 'www.example.com', expect: [] },
    { name: 'a name that is not there', zone: 'www A 192.0.2.1', domain: 'mail.example.com', expect: ['nxdomain'] },
    { name: 'a name server that fails', zone: '', servfail: ['example.com'], expect: [], outcome: 'inconclusive' },
  ],
  evaluate({ existence }, findings) {
    if (existence.state === 'absent') findings.add('nxdomain', { domain: findings.domain });
  },
});
