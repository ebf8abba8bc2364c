import { domainName } from '../../protocols/domain.ts';
import { defineCheck } from '../define-check.ts';
import { ownChanges, removalOf, spanOf } from '../mx/hosts.ts';
import { listed, remedy } from './remedy.ts';

export default defineCheck({
  id: 'expectation/mx',
  title: 'The mail hosts are those expected',
  refs: [{ label: 'RFC 5321 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-5.1' }],
  why: 'Whoever is named in an MX record reads the mail of the domain. A host that nobody expects there is a mistake at best; one that is missing leaves mail to the others, or to nobody.',
  fix: 'Put the MX records right, or correct what is expected',
  needs: ['expectations', 'existence'],
  considers: ['mx'],
  messages: {
    unexpected: {
      level: 'error',
      text: 'MX host `{host}` of `{domain}` is not among those expected: {expected}',
    },
    missing: { level: 'error', text: 'MX host `{host}` is expected, and no MX record of `{domain}` names it' },
  },
  examples: [
    {
      name: 'the hosts expected, whatever their preferences',
      expectations: { mx: ['MX1.example.net.', 'mx2.example.net'] },
      zone: '@ MX 20 mx1.example.net.\n@ MX 10 mx2.example.net.',
      expect: [],
    },
    {
      name: 'a host too many and one too few',
      expectations: { mx: ['mx1.example.net', 'mx2.example.net'], place: { file: 'sendaudit.json', line: 7 } },
      zone: '@ MX 10 mx1.example.net.\n@ MX 10 mx.example.org.',
      expect: ['missing', 'unexpected'],
    },
    { name: 'no host expected, and none there', expectations: { mx: [] }, zone: '@ MX 0 .', expect: [] },
    { name: 'no host expected', expectations: { mx: [] }, zone: '@ MX 10 mail', expect: ['unexpected'] },
    { name: 'no MX at all', expectations: { mx: ['mail.example.com'] }, zone: '@ A 192.0.2.1', expect: ['missing'] },
    {
      name: 'something else expected',
      expectations: { includes: [] },
      zone: '@ MX 0 .',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a question that fails',
      expectations: { mx: [] },
      zone: '',
      servfail: ['example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ expectations, existence, mx }, findings) {
    if (expectations.mx === undefined) {
      findings.notApplicable('no mail hosts are said to be expected');
      return;
    }
    const { domain } = findings;
    const expected = new Set(expectations.mx.map((name) => domainName(name)));
    const hosts = mx.state === 'found' ? mx.value.hosts : [];
    for (const host of hosts) {
      const { name } = host;
      if (expected.has(name)) continue;
      const changes = ownChanges(existence, [removalOf(host, domain)]);
      const fix = remedy(`remove the MX record that names \`${name}\``, expectations);
      const params = { host: name, domain, expected: listed([...expected]) };
      findings.add('unexpected', params, { at: spanOf(host, domain), fix, changes });
    }
    for (const host of expected) {
      if (hosts.some(({ name }) => name === host)) continue;
      findings.add(
        'missing',
        { host, domain },
        { fix: remedy(`publish an MX record that names \`${host}\``, expectations) },
      );
    }
  },
});
