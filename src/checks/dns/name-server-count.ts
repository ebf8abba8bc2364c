import { defineCheck } from '../define-check.ts';
import { spanOf } from './name-servers.ts';

export default defineCheck({
  id: 'dns/name-server-count',
  title: 'The zone has at least two name servers',
  refs: [
    { label: 'RFC 1034 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-4.1' },
    { label: 'RFC 2182 §5', url: 'https://www.rfc-editor.org/rfc/rfc2182#section-5' },
  ],
  why: 'While the only name server is away, nobody finds the MX, SPF and DKIM records. Receivers defer the mail of the domain then, or treat it as unauthenticated.',
  fix: 'Add a second name server, and name it at the registrar as well',
  needs: ['zone'],
  messages: {
    single: { level: 'warning', text: '`{server}` is the only name server of `{domain}`' },
  },
  examples: [
    { name: 'two name servers', zone: '@ NS a\n@ NS b\na A 192.0.2.1\nb A 198.51.100.1', expect: [] },
    { name: 'one name server', zone: '@ NS a\na A 192.0.2.1', expect: ['single'] },
    {
      name: 'two, one of them without address, which is another matter',
      zone: '@ NS a\n@ NS b\na A 192.0.2.1',
      expect: [],
    },
    {
      name: 'no zone of its own',
      zone: 'www A 192.0.2.1',
      domain: 'www.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'two that cannot be looked up',
      zone: '@ NS a\n@ NS b',
      servfail: ['a.example.com', 'b.example.com'],
      expect: [],
    },
  ],
  evaluate({ zone }, findings) {
    const { domain } = findings;
    const [only, ...others] = zone.nameServers;
    if (only === undefined || others.length > 0) return;
    findings.add('single', { server: only.name, domain }, { at: spanOf(only, domain) });
  },
});
